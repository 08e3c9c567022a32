import type { AppId, PlanId } from '../../../../domain/ids';
import type { LifecycleEvent } from '../../../../domain/lifecycle/events';
import { type Finding, isOpenFinding } from '../../../../domain/lifecycle/findings';
import type { LifecycleState } from '../../../../domain/lifecycle/state';
import { signed } from '../acts/signing';
import type { Decider } from '../decider';
import type { Step, Trace } from '../simulation';
import { must } from './ledger';

/** From wherever a life has come, whoever owes something can state it, and with that their keys work again at once. */
export function lateIsCurable({ steps }: Trace, decider: Decider): void {
  for (const [index, step] of steps.entries()) {
    const isPunished = step.decisions.some(({ type }) => type === 'suspension.opened' || type === 'app.restricted');
    if (!isPunished && index % 23 !== 0) continue;
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
  const submission = submitted.submissions.find(
    (row) => row.appId === appId && row.answeredAt === null && row.checks === 'pending' && row.signedAt === at,
  );
  must(step, submission !== undefined, `${appId} signed and nothing was received`);
  if (!submission) return;
  const checked = (outcome: 'green' | 'amber', id: string): LifecycleEvent => ({
    id: `evt_${id}`,
    type: 'checks.completed',
    actor: { kind: 'system', id: 'checks' },
    submissionId: submission.id,
    outcome,
  });
  const planId = submitted.plans.find(
    (row) => row.appId === appId && row.cycleId !== null && row.closedAt === null,
  )?.id;
  keysWork(step, give(submitted, checked('green', 'green')), appId, planId, 'after green checks');
  const amber = decider.current(give(submitted, checked('amber', 'amber')));
  const items = amber.requirements.filter((row) => row.appId === appId && row.state === 'submitted');
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
  keysWork(step, answered, appId, planId, 'after it is accepted');
  const standing = answered.apps.find((row) => row.id === appId)?.standing;
  const isFound = answered.findings.some((row) => row.appId === appId && isOpenFinding(row));
  const expected = isFound ? ['grace', 'restricted', 'suspended'] : ['active'];
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
  const planId = state.plans.find((row) => row.findingId === finding.id)?.id;
  keysWork(step, cured, finding.appId, planId, 'after its finding is cured');
}

function keysWork(step: Step, state: LifecycleState, appId: AppId, planId: PlanId | undefined, when: string): void {
  const isCovered = state.suspensions.some((row) => row.planId === planId && row.liftedAt === null);
  must(step, !isCovered, `${appId} is still suspended ${when}`);
  const dark = state.keys.filter((row) => row.appId === appId && row.state === 'suspended');
  const isCoveredOtherwise = state.suspensions.some((row) => row.appId === appId && row.liftedAt === null);
  must(step, dark.length === 0 || isCoveredOtherwise, `${appId} has suspended keys ${when}`);
}
