import { type Kysely, sql, type Transaction } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import type { AppId, DeveloperId, KeyId, TokenId } from '../../domain/ids';
import type { SuspensionClass } from '../../domain/lifecycle/state';
import type { TokenScope } from '../../domain/permissions';
import type { Database } from '../database';
import type { Tables } from '../tables';
import { openSuspensions } from './apps';

/** What a verdict on an app's keys is made from. */
export interface AppFacts {
  appId: AppId;
  developerId: DeveloperId;
  name: string;
  timeZone: string;
  /** Moved time of the developer; 0 outside the embedded mode. */
  offsetMs: number;
  standing: Tables['apps']['standing'];
  sdkProduct: Tables['apps']['sdkProduct'];
  suspensions: SuspensionClass[];
  /** The binding day of the app's open plan, else of the next cycle. */
  dueOn: Day | null;
  /** The last day to cure the most pressing open finding; null when none is open. */
  findingDueOn: Day | null;
}

export interface KeyFactsRow {
  /** SHA-256 of the key's text, hex. */
  hash: string;
  keyId: KeyId;
  appId: AppId;
  environment: 'test' | 'live';
  state: Tables['keys']['state'];
  expiresAt: Instant | null;
  statusIndex: number;
}

export interface TokenFacts {
  tokenId: TokenId;
  tokenHash: string;
  scopes: TokenScope[];
  expiresAt: Instant | null;
}

/** Runs reads that must agree with each other: all of them see the record at one moment. */
export function atOneMoment<Result>(
  db: Database,
  read: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

/** Whose facts are asked for: these apps, and all apps of these developers. */
export interface Whose {
  appIds: readonly AppId[];
  developerIds: readonly DeveloperId[];
}

/** Apps: these, or all. */
export async function readApps(db: Kysely<Tables>, whose?: Whose): Promise<AppFacts[]> {
  let query = db
    .selectFrom('apps')
    .innerJoin('appProfiles', 'appProfiles.appId', 'apps.id')
    .innerJoin('developers', 'developers.id', 'apps.developerId')
    .leftJoin('developerOffsets', 'developerOffsets.developerId', 'apps.developerId')
    .select([
      'apps.id as appId',
      'apps.developerId',
      'appProfiles.name',
      'developers.timeZone',
      sql<number>`coalesce(developer_offsets.offset_ms, 0)`.as('offsetMs'),
      'apps.standing',
      'apps.sdkProduct',
      openSuspensions('apps.id').as('suspensions'),
      sql<Day | null>`coalesce((
        select min(plans.due_on) from plans where plans.app_id = apps.id and plans.cycle_id is not null and plans.closed_at is null),
        developers.next_due_on)`.as('dueOn'),
      sql<Day | null>`(
        select min(plans.due_on) from plans where plans.app_id = apps.id and plans.finding_id is not null and plans.closed_at is null)`.as(
        'findingDueOn',
      ),
    ]);
  if (whose) {
    query = query.where(({ or, eb }) =>
      or([
        eb('apps.id', '=', sql<AppId>`any(${[...whose.appIds]})`),
        eb('apps.developerId', '=', sql<DeveloperId>`any(${[...whose.developerIds]})`),
      ]),
    );
  }
  return query.execute();
}

/** All keys of these apps. */
export async function readKeys(db: Kysely<Tables>, appIds: readonly AppId[]): Promise<KeyFactsRow[]> {
  return db
    .selectFrom('keySecrets')
    .innerJoin('keys', 'keys.id', 'keySecrets.keyId')
    .where('keys.appId', '=', sql<AppId>`any(${[...appIds]})`)
    .select([
      'keySecrets.hash',
      'keySecrets.keyId',
      'keySecrets.statusIndex',
      'keys.appId',
      'keys.environment',
      'keys.state',
      'keys.expiresAt',
    ])
    .execute();
}

/** Every token that may still let somebody in. */
export async function readTokens(db: Kysely<Tables>): Promise<TokenFacts[]> {
  return db
    .selectFrom('apiTokens')
    .where('revokedAt', 'is', null)
    .select(['id as tokenId', 'tokenHash', 'scopes', 'expiresAt'])
    .execute();
}

/** How many keys there are, and the highest place in the status list; -1 for none. */
export async function countKeys(db: Kysely<Tables>): Promise<{ count: number; last: number }> {
  return db
    .selectFrom('keySecrets')
    .select([sql<number>`count(*)`.as('count'), sql<number>`coalesce(max(status_index), -1)`.as('last')])
    .executeTakeFirstOrThrow();
}

/**
 * The keys in places `from` to `to` of the status list, `to` left out: a line each, `hash,keyId,appId,environment,state,expiresAt,place`.
 * One text for many thousand keys: reading a million rows one by one takes longer than a start may.
 */
export async function readKeyLines(db: Kysely<Tables>, from: number, to: number): Promise<string> {
  const { rows } = await sql<{ lines: string | null }>`
    select string_agg(concat_ws(',', s.hash, k.id, k.app_id, k.environment, k.state,
      coalesce(floor(extract(epoch from k.expires_at) * 1000)::bigint::text, '-'), s.status_index), chr(10)) as lines
    from key_secrets s join keys k on k.id = s.key_id
    where s.status_index >= ${from} and s.status_index < ${to}`.execute(db);
  return rows[0]?.lines ?? '';
}
