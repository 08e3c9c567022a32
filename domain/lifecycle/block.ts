import { atLocalHour, gatedStep } from './gates';
import { isMissed } from './missed';
import { slotFrom } from './slots';
import type { Plan } from './state';
import { put, record, type Work } from './work';

/** What keeps a gated step from being taken though its time has come; null when nothing does (rule 5). */
export function blockOf(work: Work, plan: Plan): 'hold' | 'budget' | null {
  // Over the budget enforcement holds until a second person releases it; that the window rolls on does not.
  if (plan.blockedBy === 'budget') return 'budget';
  if (work.context.isHeld) return 'hold';
  if (plan.releasedBy !== null) return null;
  return work.spent >= work.context.budgetLeft ? 'budget' : null;
}

/** Writes down what a step waits for, once. */
export function recordBlock(work: Work, plan: Plan, blockedBy: 'hold' | 'budget'): void {
  if (plan.blockedBy === blockedBy) return;
  const why =
    blockedBy === 'hold' ? 'enforcement is held' : 'the enforcement budget is spent; a second person has to release it';
  record(work, 'plan.blocked', plan.id, { why, rule: 'blast-radius', data: { blockedBy } }, [
    put('plans', { ...plan, blockedBy }),
  ]);
}

/** The hold that a plan waited for is over: it goes on, whatever its step waits for now. Returns the plan as it then is. */
export function unblockAfterHold(work: Work, plan: Plan): Plan {
  if (plan.blockedBy !== 'hold' || work.context.isHeld) return plan;
  const unblocked: Plan = { ...plan, ...datesAfterWait(work, plan), blockedBy: null };
  record(work, 'plan.unblocked', plan.id, { why: 'enforcement is held no longer', rule: 'blast-radius' }, [
    put('plans', unblocked),
  ]);
  return unblocked;
}

/**
 * When a step that waited for people comes now. A wait of hours goes on where it stood; after a longer one the next hour of
 * the day or the next slot counts, so that it is not taken for missed: waiting was decided, and is no outage of ours (rule 6).
 * Its notices must be fresh then as on any other day.
 */
export function datesAfterWait(
  work: Work,
  plan: Plan,
): Partial<Pick<Plan, 'restrictsNotBeforeAt' | 'suspendsNotBeforeAt'>> {
  const step = gatedStep(work.state, plan, work.context);
  if (step === null || step.at === null || !isMissed(step.at, work.now, work.context)) return {};
  return step.step === 'restrict'
    ? { restrictsNotBeforeAt: atLocalHour(work.now, work.state.developer.timeZone, work.context) }
    : { suspendsNotBeforeAt: slotFrom(work.now, work.context) };
}
