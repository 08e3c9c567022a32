import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { Tables } from '../tables';

/** Since when a plan waits, by the record. */
const since = sql<Instant>`(select max(audit_entries.at) from audit_entries
  where audit_entries.developer_id = plans.developer_id and audit_entries.subject = plans.id
    and audit_entries.decision = 'plan.blocked')`;

/** Gated steps that wait, and for what, for `paged`. While the vendor owes an answer the clock stands, and no step waits. */
export function blockedQuery(db: Kysely<Tables>) {
  return db
    .selectFrom('plans')
    .innerJoin('developerProfiles', 'developerProfiles.developerId', 'plans.developerId')
    .innerJoin('appProfiles', 'appProfiles.appId', 'plans.appId')
    .where('plans.closedAt', 'is', null)
    .where('plans.stoppedAt', 'is', null)
    .where('plans.blockedBy', 'in', ['budget', 'hold'])
    .select([
      'plans.id as planId',
      'plans.developerId',
      'developerProfiles.legalName as developerName',
      'plans.appId',
      'appProfiles.name as appName',
      sql<'budget' | 'hold'>`plans.blocked_by`.as('blockedBy'),
      sql<'restrict' | 'suspend'>`case when plans.restricted_at is null then 'restrict' else 'suspend' end`.as('step'),
      since.as('since'),
    ]);
}

export const blockedSorts = { since: { by: since, kind: 'instant' } } as const;

/** How many steps wait for a release, and since when the leads know. */
export async function waitingForRelease(db: Kysely<Tables>): Promise<{ waiting: number; alertedAt: Instant | null }> {
  const { waiting } = await db
    .selectFrom('plans')
    .select((row) => row.fn.countAll<number>().as('waiting'))
    .where('blockedBy', '=', 'budget')
    .where('closedAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .executeTakeFirstOrThrow();
  const alert = await db
    .selectFrom('enforcementAlerts')
    .select('openedAt')
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  return { waiting, alertedAt: alert?.openedAt ?? null };
}
