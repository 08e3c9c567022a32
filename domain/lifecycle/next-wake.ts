import { type Instant, latest, never } from '../calendar/instant';
import type { Context } from './context';
import { exemptionWakeAt } from './exemption-end';
import { gatedStep } from './gates';
import { schedulesAt } from './invitation';
import { isRunning } from './plan';
import { isAhead, waitsForLapse } from './rung';
import type { RungKind } from './rungs';
import type { LifecycleState, Plan } from './state';
import { attendsAt } from './termination-gate';

export const procedures = [
  'open-cycle',
  'schedule-import',
  'remind',
  'give-notice',
  'escalate',
  'lapse',
  'restrict',
  'suspend',
  'renew-notice',
  'attend-review',
  'attend-appeal',
  'attend-termination',
  'expire-key',
  'end-exemption',
] as const;
/** What the clock is awaited for; the workflow has a function of the same name. */
export type Procedure = (typeof procedures)[number];

export interface Wake {
  at: Instant;
  procedure: Procedure;
}

/** The next moment at which the clock alone decides something, and what; null when it never does. */
export function nextWake(state: LifecycleState, context: Context): Wake | null {
  let next: Wake = { at: never, procedure: 'remind' };
  const consider = (at: Instant | null | undefined, procedure: Procedure) => {
    if (at != null && at < next.at) next = { at, procedure };
  };
  const { developer } = state;
  if (developer.offboardedAt === null) consider(developer.nextOpensAt, 'open-cycle');
  for (const plan of state.plans) consider(schedulesAt(state, plan, context), 'schedule-import');
  for (const key of state.keys)
    if (key.state === 'active' || key.state === 'suspended') consider(key.expiresAt, 'expire-key');
  for (const exemption of state.exemptions) {
    const { tellsAt, endsAt } = exemptionWakeAt(exemption);
    consider(tellsAt, 'remind');
    consider(endsAt, 'end-exemption');
  }
  for (const submission of state.submissions) {
    if (submission.answeredAt !== null) continue;
    if (submission.overdueToldAt === null) consider(submission.reviewDueAt, 'attend-review');
    consider(submission.passesProvisionallyAt, 'attend-review');
  }
  for (const appeal of state.appeals) {
    if (appeal.state !== 'open') continue;
    if (appeal.firstAnsweredAt === null && appeal.firstLateToldAt === null)
      consider(appeal.firstAnswerDueAt, 'attend-appeal');
    if (appeal.decisionLateToldAt === null) consider(appeal.decisionDueAt, 'attend-appeal');
  }
  for (const finding of state.findings) {
    consider(finding.reviewDueAt, 'attend-review');
    consider(finding.reviewEscalatesAt, 'attend-review');
  }
  for (const termination of state.terminations) consider(attendsAt(state, termination), 'attend-termination');
  for (const plan of state.plans) if (isRunning(plan)) considerPlan(state, plan, context, consider);
  return next.at === never ? null : next;
}

function considerPlan(
  state: LifecycleState,
  plan: Plan,
  context: Context,
  consider: (at: Instant | null, procedure: Procedure) => void,
): void {
  if (plan.lapsedAt === null) consider(plan.dueAt, 'lapse');
  for (const rung of plan.rungs) {
    // A formal notice speaks of a lapse; should its hour come first, it waits for it.
    if (isAhead(plan, rung))
      consider(
        rung.kind === 'formal-notice' && waitsForLapse(plan) ? latest(rung.at, plan.dueAt) : rung.at,
        procedureOf[rung.kind],
      );
  }
  const step = gatedStep(state, plan, context);
  if (step === null || isBlocked(plan, context)) return;
  if (step.isFinalStale && !plan.rungs.some((rung) => rung.kind === 'final-notice' && rung.outcome === null))
    consider(plan.restrictedAt, 'renew-notice');
  consider(step.at, step.step);
}

/** Over the budget until it is released; held as long as the hold lasts. */
function isBlocked(plan: Plan, context: Context): boolean {
  return plan.blockedBy !== null && (plan.blockedBy !== 'hold' || context.isHeld);
}

const procedureOf: Readonly<Record<RungKind, Procedure>> = {
  reminder: 'remind',
  'formal-notice': 'give-notice',
  'final-notice': 'give-notice',
  'not-started': 'escalate',
  'escalate-am': 'escalate',
  'escalate-lead': 'escalate',
  'escalate-compliance': 'escalate',
};
