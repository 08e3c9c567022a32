import { type Kysely, sql } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import type { SuspensionClass } from '../../domain/lifecycle/state';
import type { Tables } from '../tables';
import { openSuspensions } from './apps';

/** What a verdict on keys is made from, by the hash of each that is known. One question to the database, however many keys. */
export async function loadKeyFacts(db: Kysely<Tables>, hashes: readonly string[]): Promise<Map<string, KnownKey>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('keySecrets')
    .innerJoin('keys', 'keys.id', 'keySecrets.keyId')
    .innerJoin('apps', 'apps.id', 'keys.appId')
    .innerJoin('appProfiles', 'appProfiles.appId', 'apps.id')
    .innerJoin('developers', 'developers.id', 'keys.developerId')
    .leftJoin('developerOffsets', 'developerOffsets.developerId', 'keys.developerId')
    .where('keySecrets.hash', 'in', [...new Set(hashes)])
    .select([
      'keySecrets.hash',
      'keys.id as keyId',
      'keys.environment',
      'keys.state',
      'keys.expiresAt',
      'apps.id as appId',
      'apps.standing',
      'apps.sdkProduct',
      'appProfiles.name as appName',
      'developers.id as developerId',
      'developers.timeZone',
      'developers.lastDecisionAt',
      openSuspensions('apps.id').as('suspensions'),
      sql<Day | null>`coalesce((
        select min(plans.due_on) from plans where plans.app_id = apps.id and plans.cycle_id is not null and plans.closed_at is null),
        developers.next_due_on)`.as('dueOn'),
      sql<Day | null>`(
        select min(plans.due_on) from plans where plans.app_id = apps.id and plans.finding_id is not null and plans.closed_at is null)`.as(
        'findingDueOn',
      ),
      sql<number>`coalesce(developer_offsets.offset_ms, 0)`.as('offsetMs'),
    ])
    .execute();
  return new Map(rows.map((row) => [row.hash, row]));
}

export interface KnownKey {
  hash: string;
  keyId: Tables['keySecrets']['keyId'];
  environment: 'test' | 'live';
  state: Tables['keys']['state'];
  expiresAt: Instant | null;
  appId: Tables['keySecrets']['appId'];
  standing: Tables['apps']['standing'];
  sdkProduct: Tables['apps']['sdkProduct'];
  appName: string;
  developerId: Tables['developerProfiles']['developerId'];
  timeZone: string;
  /** The developer's time never runs behind it. */
  lastDecisionAt: Instant;
  suspensions: SuspensionClass[];
  dueOn: Day | null;
  /** The last day to cure the most pressing open finding; null when none is open. */
  findingDueOn: Day | null;
  offsetMs: number;
}
