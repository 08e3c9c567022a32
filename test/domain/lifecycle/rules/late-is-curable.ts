import type { AppId } from '../../../../domain/ids';
import type { LifecycleEvent } from '../../../../domain/lifecycle/events';
import { type Finding, isOpenFinding } from '../../../../domain/lifecycle/findings';
import type { LifecycleState, Plan } from '../../../../domain/lifecycle/state';
import { signed } from '../acts/signing';
import type { Decider } from '../decider';
import type { Step, Trace } from '../simulation';
import { must } from './ledger';

/** After what punishes, and while an appeal against it waits. */
const told = ['suspension.opened', 'app.restricted', 'appeal.filed'];

/** From wherever a life has come, whoever owes something can state it, and with that their keys work again at once. */
export function lateIsCurable({ steps }: Trace, decider: Decider): void {
  for (const [index, step] of steps.entries()) {
    const isTold = step.decisions.some(({ type }) => told.includes(type));
    if (!isTold && index % 23 !== 0) continue;
    const state = decider.current(step.after);
    for (const app of state.apps) {
      const owed = state.requirements.filter((row) => row.appId === app.id && ['open', 'returned'].includes(row.state));
      if (owed.length > 0) cured(step, state, app.id, decider);
    }
    for (const finding of state.findings) findingCured(step, state, finding, decider);
  }
}

function cured(step: Step, state: LifecycleState, appId: AppId, decider: Decider): void {
  const app = state.apps.find((row) => row.id === appId);
  if (!app) return;
  const at = step.now + 60_000;
  const chance = { next: () => 1, pick: () => '' as never, one: () => undefined, between: () => 0 };
  const events = { count: 900_000, chance };
  const give = (before: LifecycleState, event: LifecycleEvent) => decider.decide(before, event, step.context, at).state;
  const submitted = decider.current(give(state, signed(events, [app])));
  // One for each cycle that asks something of the app.
  const submissions = submitted.submissions.filter(
    (row) => row.appId === appId && row.answeredAt === null && row.checks === 'pending' && row.signedAt === at,
  );
  must(step, submissions.length > 0, `${appId} signed and nothing was received`);
  const checked = (outcome: 'green' | 'amber') =>
    submissions.reduce(
      (before, submission, index) =>
        decider.current(
          give(before, {
            id: `evt_${outcome}${index}`,
            type: 'checks.completed',
            actor: { kind: 'system', id: 'checks' },
            submissionId: submission.id,
            outcome,
          }),
        ),
      submitted,
    );
  const plans = submitted.plans.filter((row) => row.appId === appId && row.cycleId !== null && row.closedAt === null);
  // What was submitted before and found not green is up to the reviewer.
  const signedFor = plans.filter((plan) => submissions.some((row) => row.cycleId === plan.cycleId));
  keysWork(step, checked('green'), appId, signedFor, 'after green checks');
  const amber = checked('amber');
  const items = amber.requirements.filter((row) => row.appId === appId && row.state === 'submitted');
  // A claim whose last day is over can only be returned.
  if (amber.exemptions.some((row) => row.state === 'claimed' && items.some((item) => item.id === row.requirementId)))
    return;
  let answered = amber;
  for (const id of new Set(items.map((row) => row.submissionId))) {
    if (id === null) continue;
    answered = give(answered, {
      id: `evt_review${id.slice(4)}`,
      type: 'review.decided',
      actor: { kind: 'staff', id: 'per_reviewer', role: 'am' },
      submissionId: id,
      items: items
        .filter((row) => row.submissionId === id)
        .map((row) => ({ requirementId: row.id, outcome: 'accept' })),
    });
  }
  keysWork(step, answered, appId, plans, 'after it is accepted');
  const standing = answered.apps.find((row) => row.id === appId)?.standing;
  const isFound = answered.findings.some((row) => row.appId === appId && isOpenFinding(row));
  const isDecided = answered.suspensions.some((row) => row.appId === appId && row.requestId !== null && !row.liftedAt);
  const expected = isDecided ? ['suspended'] : isFound ? ['grace', 'restricted', 'suspended'] : ['active'];
  must(step, expected.includes(standing ?? ''), `${appId} is ${standing} after it is accepted`);
}

/** Whoever answers a finding can be found to have cured it, and what it led to ends. */
function findingCured(step: Step, state: LifecycleState, finding: Finding, decider: Decider): void {
  const at = step.now + 60_000;
  const give = (before: LifecycleState, event: LifecycleEvent) => decider.decide(before, event, step.context, at).state;
  const answered =
    finding.state === 'answered'
      ? state
      : give(state, {
          id: 'evt_answered',
          type: 'finding.answered',
          actor: { kind: 'person', id: 'per_signatory' },
          findingId: finding.id,
          answer: 'mended',
          evidence: [],
        });
  const cured = give(decider.current(answered), {
    id: 'evt_curedfinding',
    type: 'finding.decided',
    actor: { kind: 'system', id: 'watcher' },
    findingId: finding.id,
    outcome: 'cured',
  });
  const plans = state.plans.filter((row) => row.findingId === finding.id);
  keysWork(step, cured, finding.appId, plans, 'after its finding is cured');
}

function keysWork(step: Step, state: LifecycleState, appId: AppId, plans: readonly Plan[], when: string): void {
  const open = state.suspensions.filter((row) => row.appId === appId && row.liftedAt === null);
  const isOfPlans = (planId: string | null) => plans.some((plan) => plan.id === planId);
  must(step, !open.some((row) => isOfPlans(row.planId)), `${appId} is still suspended ${when}`);
  const dark = state.keys.filter((row) => row.appId === appId && row.state === 'suspended');
  must(step, dark.length === 0 || open.length > 0, `${appId} has suspended keys ${when}`);
}
