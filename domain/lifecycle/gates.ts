import { type Instant, latest } from '../calendar/instant';
import { addDays, at, dayOf } from '../calendar/zoned';
import type { NoticeId } from '../ids';
import type { Context } from './context';
import { finalGate, formalGateOpensAt } from './notice-periods';
import { formalTemplateOf } from './notices';
import { slotFrom } from './slots';
import type { LifecycleState, Notice, Plan, Submission } from './state';

/** A gated step of a plan: when it may happen by everything known now. `at` is null while something else must come first. */
export interface GatedStep {
  step: 'restrict' | 'suspend';
  at: Instant | null;
  formalNoticeId: NoticeId | null;
  finalNoticeId: NoticeId | null;
  /** The final notice grew too old for the next slot: another has to go out first. */
  isFinalStale: boolean;
}

/** The formal notice that counts for this plan: the first one delivered since the plan last started over. */
export function deliveredFormal(state: LifecycleState, plan: Plan): Notice | undefined {
  return delivered(state, plan, formalTemplateOf(plan))[0];
}

function noticesOf(state: LifecycleState, plan: Plan, template: Notice['template']): Notice[] {
  return state.notices.filter(
    (notice) =>
      notice.template === template && notice.planIds.includes(plan.id) && notice.revision >= plan.formalRevision,
  );
}

function delivered(state: LifecycleState, plan: Plan, template: Notice['template']): Notice[] {
  return noticesOf(state, plan, template)
    .filter((notice) => notice.state === 'accepted')
    .sort((one, other) => (one.acceptedAt ?? 0) - (other.acceptedAt ?? 0));
}

/** True while a final notice is on its way, or waits for an address that takes it. */
function isFinalUnderWay(state: LifecycleState, plan: Plan): boolean {
  return noticesOf(state, plan, 'final-notice').some(
    (notice) => notice.state === 'queued' || notice.state === 'bounced',
  );
}

/** The unanswered submission by which everything owed in this plan is stated; undefined while something is outstanding. */
export function completeSubmission(state: LifecycleState, plan: Plan): Submission | undefined {
  const owed = state.requirements.filter((row) => row.cycleId === plan.cycleId && row.appId === plan.appId);
  if (owed.some((row) => row.state === 'open' || row.state === 'returned')) return undefined;
  return state.submissions
    .filter((row) => row.cycleId === plan.cycleId && row.appId === plan.appId && row.answeredAt === null)
    .at(-1);
}

/**
 * True while a complete submission does not stop the clock any more (definition 4), yet nobody may be punished past it: its checks
 * still run, or they are green and it is a first attestation, which cannot pass provisionally.
 */
function isAwaited(state: LifecycleState, plan: Plan): boolean {
  const submission = completeSubmission(state, plan);
  if (submission === undefined) return false;
  const app = state.apps.find((row) => row.id === plan.appId);
  return submission.checks === 'pending' || (submission.checks === 'green' && app?.firstAcceptedAt === null);
}

/** The next gated step of an open, lapsed plan; null where the ladder has none ahead. */
export function gatedStep(state: LifecycleState, plan: Plan, context: Context): GatedStep | null {
  if (plan.restrictsNotBeforeAt === null || plan.suspendsNotBeforeAt === null || plan.lapsedAt === null) return null;
  const { timeZone } = state.developer;
  const formal = deliveredFormal(state, plan);
  const isWaiting = isAwaited(state, plan);
  const gate =
    isWaiting || formal?.acceptedAt == null
      ? null
      : formalGateOpensAt(formal.acceptedAt, plan, state.developer, context);
  if (plan.restrictedAt === null) {
    return {
      step: 'restrict',
      at: gate === null ? null : atLocalHour(latest(plan.restrictsNotBeforeAt, gate), timeZone, context),
      formalNoticeId: formal?.id ?? null,
      finalNoticeId: null,
      isFinalStale: false,
    };
  }
  if (state.suspensions.some((open) => open.planId === plan.id && open.liftedAt === null)) return null;
  const final = delivered(state, plan, 'final-notice').at(-1);
  const step = { step: 'suspend' as const, formalNoticeId: formal?.id ?? null, finalNoticeId: final?.id ?? null };
  if (gate === null || final?.acceptedAt == null) return { ...step, at: null, isFinalStale: false };
  const window = finalGate(final.acceptedAt, timeZone, context);
  const slot = slotFrom(latest(plan.suspendsNotBeforeAt, gate, window.opensAt), context);
  if (slot <= window.closesAt) return { ...step, at: slot, isFinalStale: false };
  return { ...step, at: null, isFinalStale: !isFinalUnderWay(state, plan) };
}

/** The first moment at or after this one at which a clock there shows the terms' hour. */
export function atLocalHour(instant: Instant, timeZone: string, context: Context): Instant {
  const day = dayOf(instant, timeZone);
  const sameDay = at(day, context.terms.localHour, timeZone);
  return sameDay >= instant ? sameDay : at(addDays(day, 1), context.terms.localHour, timeZone);
}
