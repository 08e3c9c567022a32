import { sql } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import type { DeveloperId, PersonId } from '../../domain/ids';
import type { Standing } from '../../domain/lifecycle/state';
import type { Database } from '../database';
import { moment } from '../instants';

interface Owned {
  developerId: DeveloperId;
  legalName: string;
}

export interface DigestRows {
  reviews: (Owned & { appName: string; signedAt: Instant; reviewDueAt: Instant | null; offsetMs: number })[];
  extensions: (Owned & { requestedAt: Instant; untilOn: Day })[];
  bounced: (Owned & { template: string; bouncedAt: Instant })[];
  notStarted: (Owned & { dueOn: Day; apps: number })[];
  suspensions: (Owned & { appName: string; notBeforeAt: Instant; liveKeys: number })[];
  standings: Partial<Record<Standing, number>>;
}

const longestSuspensionMs = 14 * 86_400_000;

/** What waits for one account manager's developers, or for everybody's when none is named. `now` is wall time. */
export async function loadDigest(db: Database, accountManagerId: PersonId | null, now: Instant): Promise<DigestRows> {
  const owned = <Table extends 'submissions' | 'extensions' | 'notices' | 'tasks' | 'plans' | 'apps'>(table: Table) => {
    const query = db
      .selectFrom(table as 'apps')
      .innerJoin('developerProfiles as profile', 'profile.developerId', `${table as 'apps'}.developerId`)
      .leftJoin('developerOffsets as moved', 'moved.developerId', `${table as 'apps'}.developerId`);
    return accountManagerId === null ? query : query.where('profile.accountManagerId', '=', accountManagerId);
  };
  const named = ['profile.developerId', 'profile.legalName'] as const;
  const offset = sql<number>`coalesce(moved.offset_ms, 0)::float8`;
  const reviews = await owned('submissions')
    .innerJoin('appProfiles', 'appProfiles.appId', sql.ref('submissions.app_id') as never)
    .select([...named, 'appProfiles.name as appName', offset.as('offsetMs')])
    .select([
      sql<Instant>`submissions.signed_at`.as('signedAt'),
      sql<Instant | null>`submissions.review_due_at`.as('reviewDueAt'),
    ])
    .where(sql<boolean>`submissions.answered_at is null and submissions.needs_review`)
    .execute();
  const extensions = await owned('extensions')
    .select([
      ...named,
      sql<Instant>`extensions.requested_at`.as('requestedAt'),
      sql<Day>`extensions.until_on`.as('untilOn'),
    ])
    .where(sql<boolean>`extensions.state = 'open'`)
    .execute();
  const bounced = await owned('notices')
    .select([...named, sql<string>`notices.template`.as('template'), sql<Instant>`notices.bounced_at`.as('bouncedAt')])
    .where(sql<boolean>`notices.state = 'bounced'`)
    .execute();
  const notStarted = await owned('tasks')
    .innerJoin('cycles', 'cycles.id', sql.ref('tasks.subject') as never)
    .select([
      ...named,
      'cycles.dueOn',
      sql<number>`(select count(*)::int from plans where plans.cycle_id = cycles.id and plans.closed_at is null)`.as(
        'apps',
      ),
    ])
    .where(sql<boolean>`tasks.kind = 'not-started' and tasks.closed_at is null`)
    .execute();
  const suspensions = await owned('plans')
    .innerJoin('appProfiles', 'appProfiles.appId', sql.ref('plans.app_id') as never)
    .select([...named, 'appProfiles.name as appName', sql<Instant>`plans.suspends_not_before_at`.as('notBeforeAt')])
    .select(
      sql<number>`(select count(*)::int from keys where keys.app_id = plans.app_id and keys.environment = 'live' and keys.state = 'active')`.as(
        'liveKeys',
      ),
    )
    .where(
      sql<boolean>`plans.closed_at is null and plans.stopped_at is null and plans.passed_provisionally_at is null and plans.lapsed_at is not null`,
    )
    .where(
      sql<boolean>`plans.suspends_not_before_at < ${moment(now + longestSuspensionMs)} + make_interval(secs => ${offset} / 1000.0)`,
    )
    .where(
      sql<boolean>`not exists (select from suspensions where suspensions.plan_id = plans.id and suspensions.lifted_at is null)`,
    )
    .execute();
  const counts = await owned('apps')
    .select(['apps.standing', (row) => row.fn.countAll<number>().as('count')])
    .groupBy('apps.standing')
    .execute();
  return {
    reviews: reviews,
    extensions,
    bounced,
    notStarted: notStarted.flatMap((row) => (row.dueOn === null ? [] : [{ ...row, dueOn: row.dueOn }])),
    suspensions,
    standings: Object.fromEntries(counts.map((row) => [row.standing, row.count])),
  };
}
