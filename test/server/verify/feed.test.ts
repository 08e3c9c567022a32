import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type Database, openDatabase } from '../../../db/database';
import { createToken, newToken, revokeToken } from '../../../db/workspace/tokens';
import { idFrom } from '../../../domain/ids';
import { formatKey } from '../../../domain/keys/key-text';
import { Follower } from '../../../server/verify/follower';
import { testDatabase, testDatabaseUrl } from '../../support/database';
import { hashOf, type KeyedApp, keyedDevelopers, toldBy } from '../../support/keyed-developers';
import { unguarded } from '../../support/unguarded';

const schedules = Number(process.env.AVOW_SCHEDULES ?? 250);
const writers = 4;
const fresh = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));

let db: Database;
let developers: KeyedApp[];
const connections: Client[] = [];
const follower = () => new Follower({ db, clock: { now: () => Date.now() }, isEmbedded: true });

beforeAll(async () => {
  db = await unguarded(await testDatabase());
  developers = await keyedDevelopers(db, writers * 2);
  for (let writer = 0; writer < writers; writer += 1) {
    const connection = new Client({ connectionString: testDatabaseUrl(db) });
    // The database is dropped under it in the end.
    connection.on('error', () => undefined);
    await connection.connect();
    connections.push(connection);
  }
});

afterAll(async () => {
  for (const connection of connections) await connection.end();
});

/** A generator of small whole numbers that gives the same again for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

const standings = ['active', 'due', 'grace', 'restricted', 'suspended'];

async function write(connection: Client, { developerId, appId, keys }: KeyedApp, pick: (below: number) => number) {
  const now = new Date();
  const key = keys[pick(keys.length)];
  const writings: (() => Promise<unknown>)[] = [
    () => connection.query('update apps set standing = $2 where id = $1', [appId, standings[pick(standings.length)]]),
    () => connection.query("update keys set state = 'suspended' where id = $1 and state = 'active'", [key?.id]),
    () => connection.query("update keys set state = 'active' where id = $1 and state = 'suspended'", [key?.id]),
    () => connection.query('update keys set expires_at = $2 where id = $1', [key?.id, now]),
    () => connection.query('update app_profiles set name = $2 where app_id = $1', [appId, `Name ${pick(1000)}`]),
    () =>
      connection.query(
        "insert into suspensions (id, developer_id, app_id, class, opened_at) values ($1, $2, $3, 'legal', $4)",
        [fresh('sus'), developerId, appId, now],
      ),
    () =>
      connection.query("update suspensions set lifted_at = opened_at, lifted_by = 'legal' where app_id = $1", [appId]),
    () =>
      connection.query(
        'insert into developer_offsets values ($1, $2) on conflict (developer_id) do update set offset_ms = excluded.offset_ms',
        [developerId, pick(100_000)],
      ),
    () =>
      connection.query('update developers set next_due_on = $2, next_opens_at = $3 where id = $1', [
        developerId,
        '2027-03-01',
        now,
      ]),
    () => connection.query('update key_secrets set hash = $2 where key_id = $1', [key?.id, hashOf(`${pick(1e9)}`)]),
    async () => {
      const id = fresh('key');
      await connection.query(
        "insert into keys (id, developer_id, app_id, environment, state, issued_at) values ($1, $2, $3, 'test', 'active', $4)",
        [id, developerId, appId, now],
      );
      await connection.query(
        "insert into key_secrets (key_id, app_id, hash, name, prefix, last_four) values ($1, $2, $3, 'x', 'p', 'last')",
        [id, appId, hashOf(formatKey('test', randomBytes(24)))],
      );
    },
  ];
  await writings[pick(writings.length)]?.();
}

describe('the feed', () => {
  it(`passes over nothing, whoever commits late or not at all: ${schedules} random schedules end as the tables stand`, async () => {
    const reader = follower();
    await reader.read();
    let lateRows = 0;
    for (let seed = 1; seed <= schedules; seed += 1) {
      const pick = chance(seed);
      const isOpen = connections.map(() => false);
      for (let step = 0; step < 24; step += 1) {
        const writer = pick(writers);
        const connection = connections[writer] as Client;
        const what = pick(8);
        if (what === 0) {
          await reader.read();
          if (isOpen.includes(true)) lateRows += 1;
        } else if (isOpen[writer] && what < 3) {
          await connection.query(what === 1 ? 'commit' : 'rollback');
          isOpen[writer] = false;
        } else {
          if (!isOpen[writer] && pick(3) > 0) {
            await connection.query('begin');
            isOpen[writer] = true;
          }
          await write(connection, developers[writer * 2 + pick(2)] as KeyedApp, pick);
        }
      }
      for (const [writer, connection] of connections.entries())
        if (isOpen[writer]) await connection.query(pick(3) === 0 ? 'rollback' : 'commit');
      await reader.read();
      if (seed % 10 === 0 || seed === schedules) {
        const afresh = follower();
        await afresh.read();
        if (toldBy(reader).join() !== toldBy(afresh).join()) throw new Error(`schedule ${seed} ends otherwise`);
      }
    }
    // It did read while others had not committed.
    expect(lateRows).toBeGreaterThan(schedules / 4);
  }, 600_000);

  it('tells a commit at once, also while an older transaction is still running', async () => {
    const [slow, quick] = connections as [Client, Client];
    const [first, , , second] = developers as [KeyedApp, KeyedApp, KeyedApp, KeyedApp];
    const reader = follower();
    await reader.read();
    const codeOf = (app: KeyedApp) => {
      const entry = reader.knowledge.keys.findHex(hashOf(app.keys[0]?.secret ?? ''));
      return entry < 0 ? undefined : reader.knowledge.facts(entry).standing;
    };
    for (const app of [first, second])
      await quick.query('update key_secrets set hash = $2 where key_id = $1', [
        app.keys[0]?.id,
        hashOf(app.keys[0]?.secret ?? ''),
      ]);
    await slow.query('begin');
    await slow.query("update apps set standing = 'revoked' where id = $1", [first.appId]);
    await quick.query("update apps set standing = 'offboarded' where id = $1", [second.appId]);
    await reader.read();
    expect(codeOf(second)).toBe('offboarded');
    expect(codeOf(first)).not.toBe('revoked');
    await slow.query('commit');
    await reader.read();
    expect(codeOf(first)).toBe('revoked');
  });

  it('brings tokens and takes them away', async () => {
    const reader = follower();
    await reader.read();
    const token = newToken();
    const now = Date.now();
    const given = { token, name: 'gateway', scopes: ['verify' as const], expiresAt: null };
    const id = fresh('tok');
    const createdBy = fresh('per');
    await db
      .insertInto('people')
      .values({
        id: createdBy,
        name: 'A',
        email: 'a@x.example',
        emailNormalised: 'a@x.example',
        createdAt: new Date(now),
        erasedAt: null,
      })
      .execute();
    await createToken(db, { id, createdBy, ...given }, now);
    expect(reader.tokens.find(token, now)).toBeUndefined();
    await reader.read();
    expect(reader.tokens.find(token, now)?.scopes).toEqual(['verify']);
    await revokeToken(db, id, now);
    await reader.read();
    expect(reader.tokens.find(token, now)).toBeUndefined();
  });

  it('reads all anew when the numbers it goes by are of another history', async () => {
    const reader = follower();
    await reader.read();
    const replaced: number[] = [];
    reader.hearers.push({ replaced: () => void replaced.push(reader.position) });
    await reader.read(db, { asksHistory: true });
    expect(replaced).toHaveLength(0);
    // A backup that was taken before: transactions are numbered from an earlier one again.
    reader.position += 1_000_000;
    await reader.read();
    expect(replaced).toHaveLength(1);
    // Another server.
    const other = openDatabase(testDatabaseUrl(await testDatabase()), { poolSize: 1 });
    await reader.read(other, { asksHistory: true });
    await other.destroy();
    expect(replaced).toHaveLength(2);
    expect(toldBy(reader)).toEqual([]);
  });
});
