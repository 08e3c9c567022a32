import type { Decision } from '../../../domain/lifecycle/decisions';
import type { LifecycleEvent } from '../../../domain/lifecycle/events';
import type { Exemption } from '../../../domain/lifecycle/exemptions';
import type { Extension } from '../../../domain/lifecycle/extensions';
import type { Finding } from '../../../domain/lifecycle/findings';
import type { Notice, Submission } from '../../../domain/lifecycle/state';
import { appealed } from './acts/appeals';
import { day, hour } from './calendar-of-tests';
import { confirmations, executions, liftings, undoings } from './second-people';
import { next, type World } from './simulation';

type Pending = World['pending'];

/** What mail servers, checks and staff make of what was just decided, and when. */
export function outcomesOf(world: World, decisions: readonly Decision[]): Pending {
  const pending: Pending = [];
  for (const decision of decisions) {
    pending.push(...appealed(world, decision));
    for (const change of decision.changes) {
      if (change.collection === 'notices' && change.row.state === 'queued' && sends(decision))
        pending.push(...deliveries(world, change.row));
      if (decision.type === 'submission.received' && change.collection === 'submissions')
        pending.push(...checks(world, change.row));
      if (decision.type === 'submission.checked' && change.collection === 'submissions')
        pending.push(...reviews(world, change.row));
      if (decision.type === 'finding.answered' && change.collection === 'findings')
        pending.push(...verdicts(world, change.row));
      if (decision.type === 'extension.requested' && change.collection === 'extensions')
        pending.push(...answers(world, change.row));
      if (decision.type === 'suspension.requested' && change.collection === 'suspensionRequests')
        pending.push(...confirmations(world, change.row));
      if (decision.type === 'suspension.opened' && change.collection === 'suspensions')
        pending.push(...undoings(world, change.row));
      if (decision.type === 'suspension.opened' && change.collection === 'suspensions' && change.row.requestId !== null)
        pending.push(...liftings(world, change.row));
      if (decision.type === 'termination.dated' && change.collection === 'terminations')
        pending.push(...executions(world, change.row));
    }
  }
  return pending;
}

function sends(decision: Decision): boolean {
  return decision.type === 'notice.queued' || decision.type === 'notice.requeued';
}

const server = { kind: 'system', id: 'mail' } as const;

function deliveries(world: World, notice: Notice): Pending {
  const { chance, now } = world;
  const accepted = (at: number) => ({
    at,
    event: { ...next(world), type: 'notice.accepted' as const, actor: server, noticeId: notice.id, acceptedAt: at },
  });
  const bounced = (at: number) => ({
    at,
    event: { ...next(world), type: 'notice.bounced' as const, actor: server, noticeId: notice.id, detail: marker },
  });
  switch (chance.pick({ prompt: 80, late: 8, bounces: 4, bouncesLate: 3, bouncesMuchLater: 2, twice: 2, lost: 1 })) {
    case 'prompt':
      return [accepted(now + chance.between(0, 90_000))];
    case 'late':
      return [accepted(now + chance.between(1, 20 * 24) * hour)];
    case 'bounces':
      return [bounced(now + chance.between(0, hour))];
    case 'bouncesLate':
      return [accepted(now + 1000), bounced(now + chance.between(1, 23) * hour)];
    case 'bouncesMuchLater':
      return [accepted(now + 1000), bounced(now + chance.between(2, 30) * day)];
    case 'twice':
      return [accepted(now + 1000), accepted(now + chance.between(1, 48) * hour)];
    case 'lost':
      return [];
  }
}

function checks(world: World, submission: Submission): Pending {
  const outcome = world.chance.pick({ green: 60, amber: 20, red: 12, never: 3, later: 5 });
  if (outcome === 'never') return [];
  const at = world.now + (outcome === 'later' ? world.chance.between(1, 6) * day : world.chance.between(0, 600_000));
  return [
    {
      at,
      event: {
        ...next(world),
        type: 'checks.completed',
        actor: { kind: 'system', id: 'checks' },
        submissionId: submission.id,
        outcome: outcome === 'later' ? 'green' : outcome,
      },
    },
  ];
}

/** A word that people may write and that must not travel beyond the rows made for it. */
export const marker = 'Marie Curie, marie@curie.example';

function reviews(world: World, submission: Submission): Pending {
  if (!submission.needsReview || !world.state) return [];
  const { chance } = world;
  // The state of the world is still the one before; what was submitted is the same.
  const rows = world.state.requirements.filter(
    (row) => row.submissionId === submission.id && row.state === 'submitted',
  );
  const verdict = chance.pick({ accept: 50, returnSome: 25, oneByOne: 15, never: 10 });
  if (verdict === 'never') return [];
  const at = world.now + chance.between(0, chance.next() < 0.7 ? 6 : 25) * day + chance.between(0, 12) * hour;
  const claims = world.state.exemptions.filter((row) => row.state === 'claimed');
  const item = (id: `req_${string}`, isReturned: boolean) =>
    isReturned
      ? { requirementId: id, outcome: 'return' as const, reasonCode: 'notice.no-vendor', reason: marker }
      : { requirementId: id, outcome: 'accept' as const, ...grantedDay(world, id, claims) };
  const review = (when: number, items: ReturnType<typeof item>[]): { at: number; event: LifecycleEvent } => ({
    at: when,
    event: {
      ...next(world),
      type: 'review.decided',
      actor: { kind: 'staff', id: 'per_reviewer', role: 'am' },
      submissionId: submission.id,
      items,
    },
  });
  if (verdict === 'accept')
    return [
      review(
        at,
        rows.map((row) => item(row.id, false)),
      ),
    ];
  const returned = Math.floor(chance.next() * rows.length);
  const items = rows.map((row, index) => item(row.id, index === returned || chance.next() < 0.2));
  if (verdict === 'returnSome') return [review(at, items)];
  return items.map((one, index) => review(at + index * chance.between(0, 3) * day, [one]));
}

/** The vendor decides on most answers, some of them late; a check of its on some. */
function verdicts(world: World, finding: Finding): Pending {
  const { chance } = world;
  const outcome = chance.pick({ cured: 55, 'not-cured': 30, never: 15 });
  if (outcome === 'never') return [];
  const at = world.now + chance.between(0, 12) * day + chance.between(0, 9) * hour;
  const byCheck = chance.next() < 0.3;
  const actor = byCheck
    ? ({ kind: 'system', id: 'watcher' } as const)
    : ({ kind: 'staff', id: 'per_lead', role: 'lead' } as const);
  const decided = { type: 'finding.decided' as const, actor, findingId: finding.id, reason: marker };
  return [{ at, event: { ...next(world), ...decided, outcome } }];
}

/** Now and then a reviewer grants an earlier end than was claimed, or tries a later one, or names a day where nothing is claimed. */
function grantedDay(world: World, requirementId: string, claims: readonly Exemption[]): { untilOn?: string } {
  const claim = claims.find((row) => row.requirementId === requirementId);
  if (!claim) return world.chance.next() < 0.01 ? { untilOn: '2027-01-01' } : {};
  const days = world.chance.pick({ asClaimed: 70, shorter: 25, longer: 5 });
  if (days === 'asClaimed') return {};
  const moved = days === 'longer' ? 1 : -world.chance.between(1, 60);
  return { untilOn: new Date(Date.parse(claim.askedUntilOn) + moved * day).toISOString().slice(0, 10) };
}

function answers(world: World, extension: Extension): Pending {
  const { chance } = world;
  const at = world.now + chance.between(0, 20) * day + chance.between(0, 9) * hour;
  const staff = { kind: 'staff', id: 'per_lead', role: 'lead' } as const;
  const decided = { type: 'extension.decided' as const, actor: staff, extensionId: extension.id, reason: marker };
  switch (chance.pick({ grant: 45, refuse: 30, withdraw: 15, never: 10 })) {
    case 'grant':
      return [{ at, event: { ...next(world), ...decided, outcome: 'grant' } }];
    case 'refuse':
      return [{ at, event: { ...next(world), ...decided, outcome: 'refuse' } }];
    case 'withdraw': {
      const actor = { kind: 'person', id: 'per_signatory' } as const;
      return [{ at, event: { ...next(world), type: 'extension.withdrawn', actor, extensionId: extension.id } }];
    }
    case 'never':
      return [];
  }
}
