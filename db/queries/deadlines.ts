import type { Kysely } from 'kysely';
import type { Day } from '../../domain/calendar/instant';
import { dayOf } from '../../domain/calendar/zoned';
import type { AppId, DeveloperId } from '../../domain/ids';
import type { Tables } from '../tables';

/** A day on which something is due about an app, or from which on something can happen to it. */
export interface Deadline {
  kind: 'due' | 'next' | 'cure' | 'restriction' | 'suspension';
  /** Names the same matter also when its day moves. */
  stem: string;
  appName: string;
  on: Day;
}

/**
 * Every day ahead of a developer's apps: what is due, or, once that has passed, the days before which nothing happens; findings to cure;
 * and the next attestation of apps of which nothing is asked now. Nearest first.
 */
export async function deadlinesOf(
  db: Kysely<Tables>,
  developerId: DeveloperId,
  today: Day,
  appId?: AppId,
): Promise<Deadline[]> {
  const { timeZone, nextDueOn } = await db
    .selectFrom('developers')
    .select(['timeZone', 'nextDueOn'])
    .where('id', '=', developerId)
    .executeTakeFirstOrThrow();
  let apps = db
    .selectFrom('apps')
    .innerJoin('appProfiles', 'appProfiles.appId', 'apps.id')
    .select(['apps.id', 'appProfiles.name'])
    .where('apps.developerId', '=', developerId)
    .where('apps.retiredAt', 'is', null)
    .where('apps.standing', 'not in', ['revoked', 'offboarded']);
  if (appId !== undefined) apps = apps.where('apps.id', '=', appId);
  const plans = await openPlans(db, developerId);
  const deadlines = (await apps.execute()).flatMap(({ id, name }): Deadline[] => {
    const own = plans.filter((plan) => plan.appId === id);
    const ahead = own.flatMap((plan) => ofPlan(plan, today, (at) => dayOf(at, timeZone)));
    const isAsked = own.some((plan) => plan.cycleId !== null && plan.passedProvisionallyAt === null);
    if (!isAsked && nextDueOn !== null)
      ahead.push({ kind: 'next', stem: stemOf('periodic', '', id, nextDueOn), on: nextDueOn });
    return ahead.map((one) => ({ ...one, appName: name }));
  });
  return deadlines
    .filter(({ on }) => on >= today)
    .sort((one, other) => one.on.localeCompare(other.on) || one.appName.localeCompare(other.appName));
}

async function openPlans(db: Kysely<Tables>, developerId: DeveloperId) {
  return db
    .selectFrom('plans')
    .leftJoin('cycles', 'cycles.id', 'plans.cycleId')
    .where('plans.developerId', '=', developerId)
    .where('plans.closedAt', 'is', null)
    .select([
      'plans.id',
      'plans.appId',
      'plans.cycleId',
      'plans.findingId',
      'plans.dueOn',
      'plans.restrictedAt',
      'plans.restrictsNotBeforeAt',
      'plans.suspendsNotBeforeAt',
      'plans.passedProvisionallyAt',
      'cycles.kind',
      'cycles.campaign',
      'cycles.dueOn as cycleDueOn',
    ])
    .execute();
}

type OpenPlan = Awaited<ReturnType<typeof openPlans>>[number];

function ofPlan(plan: OpenPlan, today: Day, dayAt: (at: number) => Day): Omit<Deadline, 'appName'>[] {
  const { id, appId, cycleId, findingId, dueOn, kind, campaign, cycleDueOn, restrictedAt } = plan;
  if (dueOn === null || plan.passedProvisionallyAt !== null) return [];
  if (dueOn >= today)
    return findingId === null
      ? [{ kind: 'due', stem: stemOf(kind ?? '', campaign ?? '', appId, cycleDueOn ?? cycleId ?? ''), on: dueOn }]
      : [{ kind: 'cure', stem: findingId, on: dueOn }];
  const { restrictsNotBeforeAt: restricts, suspendsNotBeforeAt: suspends } = plan;
  return [
    ...(restricts !== null && restrictedAt === null
      ? [{ kind: 'restriction' as const, stem: id, on: dayAt(restricts) }]
      : []),
    ...(suspends !== null ? [{ kind: 'suspension' as const, stem: id, on: dayAt(suspends) }] : []),
  ];
}

/** The same for the next cycle and for the cycle that it becomes, and whatever moves its day. */
function stemOf(kind: string, campaign: string, appId: AppId, anchor: string): string {
  return [kind, campaign, appId, anchor].filter((part) => part !== '').join('-');
}
