import { type Instant, latest } from '../calendar/instant';
import { after, dayOf, startOf } from '../calendar/zoned';
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
