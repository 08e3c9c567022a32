import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../db/database';
import { idFrom } from '../../domain/ids';
import { formatKey } from '../../domain/keys/key-text';
import type { Follower } from '../../server/verify/follower';

const fresh = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const at = new Date('2026-11-23T12:00:00Z');

export interface KeyedApp {
  developerId: string;
  appId: string;
  keys: { id: string; secret: string }[];
}

/** Developers with an app and keys each, written as they stand: for tests of what is read, not of what is decided. */
export async function keyedDevelopers(db: Database, count: number, keysEach = 2): Promise<KeyedApp[]> {
  const made = Array.from({ length: count }, () => ({
    developerId: fresh('dev'),
    appId: fresh('app'),
    keys: Array.from({ length: keysEach }, () => ({ id: fresh('key'), secret: formatKey('live', randomBytes(24)) })),
  }));
  for (const { developerId, appId, keys } of made) {
    await sql`insert into developers (id, time_zone, country, language, enrolled_at, last_decision_at)
      values (${developerId}, 'Asia/Shanghai', 'CN', 'en', ${at}, ${at})`.execute(db);
    await sql`insert into apps (id, developer_id, sdk_product, entry, standing, standing_changed_at, registered_at, risk_flags)
      values (${appId}, ${developerId}, 'native', 'imported', 'active', ${at}, ${at}, '[]')`.execute(db);
    await sql`insert into app_profiles values (${appId}, ${developerId}, 'Store', ${at})`.execute(db);
    await addKeys(db, { developerId, appId, keys });
  }
  return made;
}

/** All at once: thousands one by one take a busy machine minutes. */
async function addKeys(db: Database, { developerId, appId, keys }: KeyedApp): Promise<void> {
  await sql`insert into keys (id, developer_id, app_id, environment, state, issued_at)
    select id, ${developerId}, ${appId}, 'live', 'active', ${at} from unnest(${keys.map(({ id }) => id)}::text[]) as made (id)`.execute(
    db,
  );
  const rows = keys.map(({ id, secret }) => ({ id, hash: hashOf(secret), lastFour: secret.slice(-4) }));
  await sql`insert into key_secrets (key_id, app_id, hash, name, prefix, last_four)
    select made ->> 'id', ${appId}, made ->> 'hash', 'production', 'avow_live_', made ->> 'lastFour'
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as made`.execute(db);
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Everything that answers depend on, a line a key, in one order whoever knows it. */
export function toldBy({ knowledge }: Follower): string[] {
  const { keys, apps } = knowledge;
  const lines: string[] = [];
  for (let entry = 0; entry < keys.size; entry += 1) {
    if (keys.isGone(entry)) continue;
    const app = keys.app(entry);
    lines.push(
      JSON.stringify([
        keys.hash(entry),
        keys.id(entry),
        keys.statusIndex(entry),
        apps.id(app),
        apps.developerId(app),
        apps.names.get(app),
        apps.sdkProduct(app),
        apps.offsetMs(app),
        knowledge.facts(entry),
      ]),
    );
  }
  return lines.sort();
}
