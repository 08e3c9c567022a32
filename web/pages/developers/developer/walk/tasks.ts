import type { getSigning, listSubmissions } from '../../../../../api/submissions';
import { catalogueEntry } from '../../../../../domain/catalogue';
import { type ObligationSlug, obligations } from '../../../../../domain/obligations';
import type { AnswerOf } from '../../../../client/asked';
import type { AppOwing } from '../actions';
import { outstandingOf } from './asked';

export type Signing = AnswerOf<typeof getSigning>;
export type SubmissionShown = AnswerOf<typeof listSubmissions>['items'][number];
export type SignedStatement = Signing['apps'][number]['statements'][number];

/** Where one step of one app stands. */
export type TaskState = 'notStarted' | 'inProgress' | 'complete' | 'returned' | 'inReview' | 'accepted' | 'notAsked';

export interface Task {
  obligation: ObligationSlug;
  state: TaskState;
  /** Questions that are still to be answered or put right. */
  missing: number;
  /** The first of them; the first question where there is none. Null where nothing can be answered. */
  question: string | null;
}

/** The steps of one app in the order of the walk, each with its state. `signing`: what would be signed now; null when nothing is outstanding. */
export function tasksOf(owing: AppOwing, signing: Signing | null, submissions: readonly SubmissionShown[]): Task[] {
  const statements = signing?.apps.find(({ appId }) => appId === owing.app.id)?.statements ?? [];
  return obligations.map((obligation) => {
    const statement = statements.find((one) => one.obligation === obligation);
    if (!statement || !outstandingOf(owing).some((one) => one.obligation === obligation)) {
      return { obligation, state: settledState(owing, obligation, submissions), missing: 0, question: null };
    }
    const slugs = missingSlugs(owing.app.id, obligation, signing);
    const isReturned = owing.errors.some(({ requirement }) => requirement.requirementId === statement.requirementId);
    const isStarted = statement.draftVersion > 0;
    return {
      obligation,
      state:
        slugs.length === 0 && isStarted
          ? 'complete'
          : isReturned
            ? 'returned'
            : isStarted
              ? 'inProgress'
              : 'notStarted',
      missing: slugs.length,
      question: slugs[0] ?? firstQuestion(statement.catalogueVersion, obligation, owing),
    };
  });
}

/** The questions of one obligation in which something is missing or wrong, each once, in the order of the walk. */
export function missingSlugs(appId: string, obligation: ObligationSlug, signing: Signing | null): string[] {
  const start = `/apps/${appId}/${obligation}/`;
  const slugs = (signing?.missing ?? [])
    .filter(({ path }) => path.startsWith(start))
    .map(({ path }) => path.slice(start.length).split('/')[0] ?? '');
  return [...new Set(slugs)];
}

/** The question a step begins with. */
export function firstQuestion(version: string, obligation: ObligationSlug, { app }: Pick<AppOwing, 'app'>): string {
  return catalogueEntry(version, obligation, app.sdkProduct).fields[0]?.slug ?? '';
}

function settledState(
  { app, pendingReview }: AppOwing,
  obligation: ObligationSlug,
  submissions: readonly SubmissionShown[],
) {
  if (pendingReview.some((one) => one.obligation === obligation)) return 'inReview';
  const isAccepted = submissions.some(
    ({ appId, items }) =>
      appId === app.id &&
      items.some((item) => item.obligation === obligation && (item.state === 'accepted' || item.state === 'exempt')),
  );
  return isAccepted ? 'accepted' : 'notAsked';
}
