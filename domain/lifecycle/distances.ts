import type { Day, Instant } from '../calendar/instant';
import { addDays, daysBetween, daysIn } from '../calendar/zoned';
import type { Context } from './context';
import {
  findingGateOn,
  findingLadder,
  findingRestrictsOn,
  findingSuspendsAfter,
  findingSuspendsOn,
  workingDaysLeft,
} from './finding-dates';
import { ladderFrom, type PlanDates } from './plan-dates';
import type { Developer, Plan } from './state';
import { type TermedContext, termsOfPlan } from './terms-of';

type Counting = Pick<Developer, 'timeZone' | 'country'>;

/** How far apart the steps of a plan lie. */
export interface Distances {
  /** The first day on which a formal notice delivered on this one opens its gate. */
  gateOn(deliveredOn: Day): Day;
  /** The day of the suspension when the restriction is on this one. */
  suspendsAfter(restrictsOn: Day): Day;
  /** The earliest base from which the step falls on this day or a later one. */
  baseFor(step: 'restrict' | 'suspend', stepOn: Day): Day;
  /** Everything after the due day, counted from a base. */
  ladder(baseOn: Day, from: Instant): Pick<PlanDates, 'rungs' | 'restrictsNotBeforeAt' | 'suspendsNotBeforeAt'>;
  /** Calendar days between the final notice and the suspension it announces. */
  finalNoticeBefore: number;
  /** What is left of a period on one day, in the days that count. */
  daysLeft(from: Day, until: Day): number;
}

/** The one place that knows which days count: calendar days for what a cycle asks, the developer's working days for a finding. */
export function distancesOf(
  plan: Pick<Plan, 'findingId' | 'termsId'>,
  developer: Counting,
  context: Context,
): Distances {
  return plan.findingId === null ? ofCycle(developer, termsOfPlan(context, plan)) : ofFinding(developer, context);
}

function ofCycle(developer: Counting, context: TermedContext): Distances {
  const { terms } = context;
  return {
    gateOn: (deliveredOn) => addDays(deliveredOn, daysIn(terms.formalNoticePeriod) + 1),
    suspendsAfter: (restrictsOn) => addDays(restrictsOn, terms.suspendAfter - terms.restrictAfter),
    baseFor: (step, stepOn) => addDays(stepOn, -(step === 'restrict' ? terms.restrictAfter : terms.suspendAfter)),
    ladder: (baseOn, from) => ladderFrom(baseOn, from, developer, context),
    finalNoticeBefore: terms.finalNoticeBeforeSuspension,
    daysLeft: daysBetween,
  };
}

function ofFinding(developer: Counting, context: Context): Distances {
  return {
    gateOn: (deliveredOn) => findingGateOn(deliveredOn, developer, context),
    suspendsAfter: (restrictsOn) => findingSuspendsAfter(restrictsOn, developer, context),
    baseFor: (step, stepOn) => {
      const stepFrom = step === 'restrict' ? findingRestrictsOn : findingSuspendsOn;
      let baseOn = addDays(stepOn, -1);
      while (stepFrom(addDays(baseOn, -1), developer, context) >= stepOn) baseOn = addDays(baseOn, -1);
      return baseOn;
    },
    ladder: (baseOn, from) => findingLadder(baseOn, from, developer, context),
    finalNoticeBefore: context.terms.findingFinalNoticeBefore,
    daysLeft: (from, until) => workingDaysLeft(from, until, developer, context),
  };
}
