import type { Day, Instant, TimeZone } from '../calendar/instant';
import { addDays, dayOf, endOf } from '../calendar/zoned';
import type { EventId, PlanId } from '../ids';
import { campaignDueOn } from '../lifecycle/campaign';
import { passedOver, reachOf } from '../lifecycle/campaign-reach';
import type { PassedOver } from '../lifecycle/campaigns';
import type { Context } from '../lifecycle/context';
import { decide } from '../lifecycle/decide';
import type { Decision } from '../lifecycle/decisions';
import type { EventOf } from '../lifecycle/events';
import { current } from '../lifecycle/evolve';
import { letTimePass, type Passing } from '../lifecycle/forecast';
import { isMailToDeveloper } from '../lifecycle/notice';
import type { LifecycleState } from '../lifecycle/state';
import { signAndCheck } from './as-signed';

/** What comes of one developer in one way of behaving; days are the developer's. */
export interface Course {
  /** One for each notice to the developer that speaks of the campaign. */
  mailsOn: Day[];
  /** When it is signed; null where it never is. */
  signedOn: Day | null;
  /** Apps whose submission a person of the vendor must look at. */
  reviews: number;
  lapsedOn: Day | null;
  restrictedOn: Day | null;
  suspendedOn: Day | null;
}

/** What a campaign would do to one developer. */
export interface WhatIf {
  /** Why nothing is asked; null where something is. */
  passedOver: PassedOver | null;
  /** The due day of the campaign's own cycle; null where only unmet requirements take the new words. */
  dueOn: Day | null;
  /** The developer does nothing at all. */
  notAtAll: Course;
  /** The developer signs as long before or after the due day as the last time; like nothing at all where there was none. */
  asLastTime: Course;
}

/** How long the ladder of a campaign is followed beyond its due day. */
const daysBeyondDue = 60;

/**
 * What would happen if the campaign asked this developer now: decided by the decider itself on the state as it is, nothing written.
 * `signedAfterDueMs` is how long after (before, when negative) the end of the due day they signed last; null when they never did.
 */
export function whatIf(
  state: LifecycleState,
  event: EventOf<'campaign.asked'>,
  context: Context,
  now: Instant,
  signedAfterDueMs: number | null,
): WhatIf {
  const { timeZone, offboardedAt } = state.developer;
  if (offboardedAt !== null) return untouched('offboarded');
  const dueOn = campaignDueOn(state.developer, event.campaignId, event.dates, now);
  const because = passedOver(reachOf(state, event.scope, dueOn));
  if (because !== null) return untouched(because);
  const asked = decide(state, event, context, now);
  const plans = new Set(plansAsked(asked.state, event.campaignId));
  const first = { at: now, decisions: asked.decisions, state: current(asked.state) };
  const until = endOf(addDays(dueOn, daysBeyondDue), timeZone);
  const idle = [first, ...letTimePass(first.state, context, now, until)];
  const signsAt = signedAfterDueMs === null ? null : Math.max(now, endOf(dueOn, timeZone) + signedAfterDueMs);
  const notAtAll = told(idle, plans, timeZone);
  return {
    passedOver: null,
    dueOn: plans.size > 0 ? dueOn : null,
    notAtAll,
    asLastTime: signsAt === null || plans.size === 0 ? notAtAll : signing(idle, signsAt, plans, context, timeZone),
  };
}

const nothing: Course = {
  mailsOn: [],
  signedOn: null,
  reviews: 0,
  lapsedOn: null,
  restrictedOn: null,
  suspendedOn: null,
};

function untouched(because: PassedOver): WhatIf {
  return { passedOver: because, dueOn: null, notAtAll: nothing, asLastTime: nothing };
}

/** The plans of the campaign's own cycle: those in which something was asked before would go their way without it. */
function plansAsked(state: LifecycleState, campaign: string): PlanId[] {
  const cycles = state.cycles.filter((cycle) => cycle.campaign === campaign).map(({ id }) => id as string);
  return state.plans.filter(({ cycleId }) => cycleId !== null && cycles.includes(cycleId)).map(({ id }) => id);
}

/** Until they sign it goes as if they never did. */
function signing(
  idle: readonly Passing[],
  signsAt: Instant,
  plans: ReadonlySet<PlanId>,
  context: Context,
  timeZone: TimeZone,
): Course {
  const before = idle.filter(({ at }, place) => place === 0 || at < signsAt);
  const last = before.at(-1);
  if (!last) return nothing;
  const signed = signAndCheck(last.state, plans, context, signsAt);
  const course = told([...before, { ...last, at: signsAt, decisions: signed.decisions }], plans, timeZone);
  return { ...course, signedOn: dayOf(signsAt, timeZone), reviews: signed.reviews };
}

/** What of it people plan by. */
function told(passings: readonly Passing[], plans: ReadonlySet<PlanId>, timeZone: TimeZone): Course {
  const course: Course = { ...nothing, mailsOn: [] };
  for (const { at, decisions } of passings) {
    const on = dayOf(at, timeZone);
    for (const decision of decisions) {
      if (speaksOf(decision, plans)) course.mailsOn.push(on);
      if (decision.type === 'cycle.lapsed' && plans.has(decision.subject as PlanId)) course.lapsedOn ??= on;
      if (!plans.has(decision.data['planId'] as PlanId)) continue;
      if (decision.type === 'app.restricted') course.restrictedOn ??= on;
      if (decision.type === 'suspension.opened') course.suspendedOn ??= on;
    }
  }
  return course;
}

/** A notice to the developer in which one of the plans is spoken of. */
function speaksOf(decision: Decision, plans: ReadonlySet<PlanId>): boolean {
  const { changes, data } = decision;
  if (!isMailToDeveloper(decision)) return false;
  if (data['template'] === 'policy-changed') return true;
  return changes.some(({ collection, row }) => collection === 'notices' && row.planIds.some((id) => plans.has(id)));
}

/** The event by which a what-if asks: never written, so any id will do. */
export const whatIfEventId = 'evt_whatif' as EventId;
