import type { getDeveloper } from '../../../../api/developers';
import type { listRequirements } from '../../../../api/requirements';
import type { FindingId } from '../../../../domain/ids';
import type { AnswerOf } from '../../../client/asked';

export type DeveloperShown = AnswerOf<typeof getDeveloper>;
export type AppOwing = AnswerOf<typeof listRequirements>['items'][number];

/** One thing that a developer has to do about one app, with the days that hang on it. */
export interface Action {
  kind: 'attest' | 'correct' | 'finding';
  owing: AppOwing;
  /** The statements it is about; for `correct` those that were returned. */
  asked: AppOwing['currentlyDue'];
  findingId?: FindingId;
  clauses: string[];
  /** The end of the due day, where it is known to the minute. */
  dueAt: string | null;
  dueOn: string | null;
  isLate: boolean;
  restrictsNotBeforeAt: string | null;
  suspendsNotBeforeAt: string | null;
}

/** Everything to be done over all apps, what is nearest first. `now` in ms, `today` in the zone of the developer. */
export function actionsOf(items: readonly AppOwing[], now: number, today: string): Action[] {
  return items.flatMap((owing) => [...attestations(owing, now), ...findings(owing, today)]).sort(byNearness);
}

function attestations(owing: AppOwing, now: number): Action[] {
  const asked = [...owing.pastDue, ...owing.currentlyDue];
  if (asked.length === 0) return [];
  const returned = owing.errors.map(({ requirement }) => requirement);
  return [
    {
      kind: returned.length > 0 ? 'correct' : 'attest',
      owing,
      asked: returned.length > 0 ? returned : asked,
      clauses: clausesOf(asked),
      dueAt: owing.deadline,
      dueOn: owing.dueOn,
      isLate: owing.pastDue.length > 0 || (owing.deadline !== null && Date.parse(owing.deadline) < now),
      restrictsNotBeforeAt: owing.restrictsNotBeforeAt,
      suspendsNotBeforeAt: owing.suspendsNotBeforeAt,
    },
  ];
}

function findings(owing: AppOwing, today: string): Action[] {
  return owing.findings
    .filter(({ state }) => state === 'open')
    .map(({ findingId, obligation, clause, dueOn, restrictsNotBeforeAt, suspendsNotBeforeAt }) => ({
      kind: 'finding',
      owing,
      asked: [{ requirementId: null, obligation, clauses: [clause] }],
      findingId,
      clauses: [clause],
      dueAt: null,
      dueOn,
      isLate: dueOn !== null && dueOn < today,
      restrictsNotBeforeAt,
      suspendsNotBeforeAt,
    }));
}

function clausesOf(asked: AppOwing['currentlyDue']): string[] {
  return [...new Set(asked.flatMap(({ clauses }) => clauses))].sort();
}

function byNearness(one: Action, other: Action): number {
  return nearness(one).localeCompare(nearness(other));
}

/** What comes first: the nearest step against the developer, else the due day. */
function nearness({ suspendsNotBeforeAt, restrictsNotBeforeAt, dueAt, dueOn, owing }: Action): string {
  return `${[suspendsNotBeforeAt, restrictsNotBeforeAt, dueAt ?? dueOn].filter((at) => at !== null).sort()[0] ?? '9'} ${owing.app.name}`;
}
