import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../db/database';
import type { AppFacts, KeyFactsRow } from '../../db/queries/verify';
import type { AppId, DeveloperId, KeyId } from '../../domain/ids';
import { formatKey } from '../../domain/keys/key-text';

const keysOfApp = 4;
const appsOfDeveloper = 4;

/** The text of the key with this number: everybody can make it, and nobody else has made one like it. */
export function secretOf(number: number): string {
  return formatKey('live', createHash('sha256').update(`bench ${number}`).digest());
}

const named = (prefix: string, number: number) => `${prefix}_${number.toString().padStart(20, '0')}`;

/**
 * The facts of keys by number, as the record would give them: for measures that need no database. Every `each`-th has the text that
 * `secretOf` gives; to make a million texts would take longer than what is measured.
 */
export function factsOf(from: number, to: number, each: number): { apps: AppFacts[]; keys: KeyFactsRow[] } {
  const keys = Array.from({ length: to - from }, (_, place): KeyFactsRow => {
    const number = from + place;
    return {
      hash: createHash('sha256')
        .update(number % each === 0 ? secretOf(number) : String(number))
        .digest('hex'),
      keyId: named('key', number) as KeyId,
      appId: named('app', Math.floor(number / keysOfApp)) as AppId,
      environment: 'live',
      state: 'active',
      expiresAt: null,
      statusIndex: number,
    };
  });
  const apps = [...new Set(keys.map((key) => key.appId))].map((appId): AppFacts => {
    const number = Number(appId.slice(4));
    return {
      appId,
      developerId: named('dev', Math.floor(number / appsOfDeveloper)) as DeveloperId,
      name: `App ${number}`,
      timeZone: 'Asia/Shanghai',
      offsetMs: 0,
      standing: 'active',
      sdkProduct: 'native',
      suspensions: [],
      dueOn: '2028-03-01',
      findingDueOn: null,
    };
  });
  return { apps, keys };
}

/**
 * So many keys in the record, four to an app and four apps to a developer. Their hashes are of random texts, but for the first
 * `known`, whose texts `secretOf` gives.
 */
export async function populate(db: Database, count: number, known: number): Promise<void> {
  const apps = Math.ceil(count / keysOfApp);
  await db.connection().execute(async (one) => {
    // Neither foreign keys nor the feed: this is the past.
    await sql`set session_replication_role = replica`.execute(one);
    await sql`truncate developers restart identity cascade`.execute(one);
    await sql`insert into developers (id, time_zone, country, language, enrolled_at, last_decision_at, next_due_on, next_opens_at)
      select 'dev_' || lpad(n::text, 20, '0'), 'Asia/Shanghai', 'CN', 'en', 'epoch', 'epoch', '2028-03-01', '2028-01-01'
      from generate_series(0, ${sql.lit(Math.ceil(apps / appsOfDeveloper))}) n`.execute(one);
    await sql`insert into apps (id, developer_id, sdk_product, entry, standing, standing_changed_at, registered_at, risk_flags)
      select 'app_' || lpad(n::text, 20, '0'), 'dev_' || lpad((n / ${sql.lit(appsOfDeveloper)})::text, 20, '0'), 'native', 'imported',
        'active', 'epoch', 'epoch', '[]' from generate_series(0, ${sql.lit(apps)}) n`.execute(one);
    await sql`insert into app_profiles select id, developer_id, 'App ' || right(id, 6), 'epoch' from apps`.execute(one);
    await sql`insert into keys (id, developer_id, app_id, environment, state, issued_at)
      select 'key_' || lpad(n::text, 20, '0'), a.developer_id, a.id, 'live', 'active', 'epoch'
      from generate_series(0, ${sql.lit(count - 1)}) n
      join apps a on a.id = 'app_' || lpad((n / ${sql.lit(keysOfApp)})::text, 20, '0')`.execute(one);
    await sql`insert into key_secrets (key_id, app_id, hash, name, prefix, last_four)
      select id, app_id, encode(sha256(id::bytea), 'hex'), 'production', 'avow_live_', 'last' from keys order by id`.execute(
      one,
    );
    for (let number = 0; number < known; number += 1) {
      const hash = createHash('sha256').update(secretOf(number)).digest('hex');
      await sql`update key_secrets set hash = ${hash} where key_id = ${named('key', number)}`.execute(one);
    }
    await sql`set session_replication_role = origin`.execute(one);
    await sql`analyze`.execute(one);
  });
}
