import { type Instant, latest } from '../calendar/instant';
import { addDays, after, dayOf, daysIn, startOf } from '../calendar/zoned';
import type { Context } from './context';
import { distancesOf } from './distances';
import type { Developer, Plan } from './state';

/**
 * When a delivered formal notice opens its gate for a plan: after the full period of days in the developer's zone, the day of
 * delivery not counted, and not while the receiving server may still bounce it (rule 1, definition 2).
 */
export function formalGateOpensAt(acceptedAt: Instant, plan: Plan, developer: Developer, context: Context): Instant {
  const { timeZone } = developer;
  const firstDay = distancesOf(plan, developer, context).gateOn(dayOf(acceptedAt, timeZone));
  return latest(startOf(firstDay, timeZone), after(acceptedAt, context.terms.bounceWindow, timeZone));
}

/** When a delivered termination notice opens its gate: full calendar days after it as well, over its own period. */
export function terminationGateOpensAt(acceptedAt: Instant, timeZone: string, { terms }: Context): Instant {
  const firstDay = addDays(dayOf(acceptedAt, timeZone), daysIn(terms.terminationNoticePeriod) + 1);
  return latest(startOf(firstDay, timeZone), after(acceptedAt, terms.bounceWindow, timeZone));
}

/** When a delivered final notice allows a suspension, and until when it is fresh enough to. */
export function finalGate(
  acceptedAt: Instant,
  timeZone: string,
  context: Context,
): { opensAt: Instant; closesAt: Instant } {
  const { terms } = context;
  return {
    opensAt: latest(
      after(acceptedAt, terms.finalNoticePeriod, timeZone),
      after(acceptedAt, terms.bounceWindow, timeZone),
    ),
    closesAt: after(acceptedAt, terms.finalNoticeValid, timeZone),
  };
}
