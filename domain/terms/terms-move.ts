import type { Day, Instant } from '../calendar/instant';
import { addTo, dayOf, daysBetween, endOf } from '../calendar/zoned';
import type { EventId } from '../ids';
import type { Context } from '../lifecycle/context';
import { decide } from '../lifecycle/decide';
import type { EventOf } from '../lifecycle/events';
import { current } from '../lifecycle/evolve';
import { letTimePass } from '../lifecycle/forecast';
import { isMailToDeveloper } from '../lifecycle/notice';
import { planDates } from '../lifecycle/plan-dates';
import type { LifecycleState } from '../lifecycle/state';
import { termsOfDeveloper } from '../lifecycle/terms-of';

/** What comes of a developer's next cycle; days are the developer's. */
export interface Ahead {
  /** null: none comes, as no first attestation was accepted yet. */
  dueOn: Day | null;
  opensOn: Day | null;
  remindersOn: Day[];
  restrictsNotBeforeOn: Day | null;
  suspendsNotBeforeOn: Day | null;
  /** Mails to the developer in the twelve months ahead if nobody does anything; afterwards with the one about the move itself. */
  mails: number;
}

/** What other terms would move for one developer. */
export interface TermsMove {
  /** Cycles that are open: they keep the dates they were given. */
  runningCycles: number;
  before: Ahead;
  after: Ahead;
  /** By how many days the next due day moves, negative for earlier; null where there is none before or after. */
  movedDays: number | null;
}

/** The event by which it is worked out: never written, so any id will do. */
export const termsMoveEventId = 'evt_termsmove' as EventId;

/** What the change would do to this developer now: decided by the decider itself on the state as it is, nothing written. */
export function termsMove(
  state: LifecycleState,
  event: EventOf<'terms.changed'>,
  context: Context,
  now: Instant,
): TermsMove {
  const before = aheadOf(state, context, now);
  const decided = decide(state, event, context, now);
  const after = aheadOf(current(decided.state), context, now);
  after.mails += decided.decisions.filter(isMailToDeveloper).length;
  return {
    runningCycles: state.cycles.filter(({ closedAt }) => closedAt === null).length,
    before,
    after,
    movedDays: before.dueOn === null || after.dueOn === null ? null : daysBetween(before.dueOn, after.dueOn),
  };
}

function aheadOf(state: LifecycleState, context: Context, now: Instant): Ahead {
  const { nextDueOn: dueOn, nextOpensAt: opensAt, timeZone } = state.developer;
  const mails = mailsWithinAYear(state, context, now);
  if (dueOn === null || opensAt === null)
    return { dueOn, opensOn: null, remindersOn: [], restrictsNotBeforeOn: null, suspendsNotBeforeOn: null, mails };
  const dates = planDates(dueOn, 'periodic', opensAt, state.developer, termsOfDeveloper(context, state.developer));
  const on = (at: Instant | null) => (at === null ? null : dayOf(at, timeZone));
  return {
    dueOn,
    opensOn: dayOf(opensAt, timeZone),
    remindersOn: dates.rungs.flatMap(({ kind, at }) => (kind === 'reminder' ? [dayOf(at, timeZone)] : [])),
    restrictsNotBeforeOn: on(dates.restrictsNotBeforeAt),
    suspendsNotBeforeOn: on(dates.suspendsNotBeforeAt),
    mails,
  };
}

function mailsWithinAYear(state: LifecycleState, context: Context, now: Instant): number {
  const { timeZone } = state.developer;
  const until = endOf(addTo(dayOf(now, timeZone), 'P1Y'), timeZone);
  let count = 0;
  for (const { decisions } of letTimePass(state, context, now, until))
    count += decisions.filter(isMailToDeveloper).length;
  return count;
}
