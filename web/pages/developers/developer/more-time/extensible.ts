import type { listExtensions } from '../../../../../api/extensions';
import { addDays, daysIn } from '../../../../../domain/calendar/zoned';
import type { AnswerOf } from '../../../../client/asked';
import type { AppOwing, DeveloperShown } from '../actions';

export type Extension = AnswerOf<typeof listExtensions>['items'][number];

/** What more time could be asked for: the apps, and the days between which it lies. */
export interface Extensible {
  apps: { id: string; name: string; dueOn: string }[];
  /** The day asked for is later than this one. */
  after: string;
  latest: string;
  /** How many days after the due day that is: by the terms under which the cycle opened. */
  longestDays: number;
}

export type WhyNot = 'open' | 'used' | 'restricted' | 'withVendor' | 'noDay' | 'nothing';

/**
 * The cycle that an extension would be asked for, as the lifecycle chooses it: the one with the nearest day; or why there is none.
 * `today` is the day with the developer.
 */
export function extensibleOf(
  developer: DeveloperShown,
  items: readonly AppOwing[],
  extensions: readonly Extension[],
  today: string,
): Extensible | WhyNot {
  const mayAsk = (appId: string) =>
    items.some(
      ({ app, alternatives }) => app.id === appId && alternatives.some(({ instead }) => instead === 'ask-for-time'),
    );
  const [pressing] = developer.cycles
    .filter(({ id }) => !extensions.some(({ cycleId }) => cycleId === id))
    .map(({ plans, extensionLongest }) => ({
      longestDays: daysIn(extensionLongest),
      plans: plans
        .filter(({ appId, clock, restrictedAt }) => mayAsk(appId) && clock === 'running' && restrictedAt === null)
        .flatMap(({ appId, dueOn }) => (dueOn === null ? [] : [{ appId, dueOn }]))
        .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)),
    }))
    .filter(({ plans }) => plans.length > 0)
    .sort((one, other) => (one.plans[0]?.dueOn ?? '').localeCompare(other.plans[0]?.dueOn ?? ''));
  const dueOn = pressing?.plans[0]?.dueOn;
  if (!pressing || dueOn === undefined) return whyNot(developer, items, extensions);
  const nameOf = (appId: string) => developer.apps.find(({ id }) => id === appId)?.name ?? appId;
  return {
    apps: pressing.plans.map((plan) => ({ id: plan.appId, name: nameOf(plan.appId), dueOn: plan.dueOn })),
    after: dueOn > today ? dueOn : today,
    latest: addDays(dueOn, pressing.longestDays),
    longestDays: pressing.longestDays,
  };
}

function whyNot(developer: DeveloperShown, items: readonly AppOwing[], extensions: readonly Extension[]): WhyNot {
  if (extensions.some(({ state }) => state === 'open')) return 'open';
  const owing = items.filter(({ currentlyDue, pastDue }) => currentlyDue.length + pastDue.length > 0);
  if (owing.length === 0) return items.some(({ pendingReview }) => pendingReview.length > 0) ? 'withVendor' : 'nothing';
  const plans = developer.cycles.flatMap((cycle) => cycle.plans);
  if (plans.some(({ restrictedAt }) => restrictedAt !== null) || owing.some(({ app }) => app.standing === 'suspended'))
    return 'restricted';
  if (developer.cycles.some(({ id }) => extensions.some(({ cycleId }) => cycleId === id))) return 'used';
  return plans.every(({ dueOn }) => dueOn === null) ? 'noDay' : 'withVendor';
}
