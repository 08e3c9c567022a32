import { connect } from 'node:net';
import type { Database } from '../../../db/database';
import { testDatabase } from '../../support/database';
import { KeyFollower } from '../../support/key-follower';
import { hashOf, type KeyedApp, keyedDevelopers } from '../../support/keyed-developers';
import { testServer } from '../../support/server';
import { until } from '../../support/until';
import { startVerifying, type Verifying } from '../../support/verifying';

let db: Database;
let developers: KeyedApp[];
let headers: Record<string, string>;
let one: Verifying;
let other: Verifying;

beforeAll(async () => {
  db = await testDatabase();
  developers = await keyedDevelopers(db, 6);
  const server = testServer(db);
  headers = { authorization: (await server.token('verify')).Authorization };
  one = await startVerifying(db);
  other = await startVerifying(db);
  await both();
});

const both = async () => {
  await one.follower.read();
  await other.follower.read();
};
const suspend = (app: KeyedApp) =>
  db
    .updateTable('keys')
    .set({ state: 'suspended' })
    .where('appId', '=', app.appId as never)
    .execute();
const reinstate = (app: KeyedApp) =>
  db
    .updateTable('keys')
    .set({ state: 'active' })
    .where('appId', '=', app.appId as never)
    .execute();
const codeOf = (reader: KeyFollower, app: KeyedApp) => reader.rows.get(hashOf(app.keys[0]?.secret ?? ''))?.[1];
const [first, second] = [0, 1];

describe('/v1/keys/changes', () => {
  it('begins with everything, then tells each change, with signs of life between', async () => {
    const reader = new KeyFollower(headers);
    await reader.connect(one.url);
    await until('ready', () => reader.isReady);
    expect(reader.rows.size).toBe(12);
    expect(reader.resets).toBe(1);
    const app = developers[first] as KeyedApp;
    const hash = hashOf(app.keys[0]?.secret ?? '');
    const row = [hash, 'VALID', app.keys[0]?.id, app.appId, app.developerId, 'native', 'live', 'active', null, null];
    expect(reader.rows.get(hash)).toEqual(row);
    await suspend(app);
    await one.follower.read();
    await until('suspended', () => codeOf(reader, app) === 'SUSPENDED_OTHER');
    expect(Number(reader.lastId)).toBe(one.follower.position);
    await until('beats', () => reader.beats.length > 2);
    expect(reader.beats.at(-1)).toMatchObject({ seq: one.follower.position, stale: expect.any(Boolean) });
    reader.disconnect();
  });

  it('goes on where it was, at another instance, with what happened meanwhile and nothing else', async () => {
    await both();
    const reader = new KeyFollower(headers);
    await reader.connect(one.url);
    await until('ready', () => reader.isReady);
    const app = developers[second] as KeyedApp;
    await suspend(app);
    await both();
    await until('suspended', () => codeOf(reader, app) === 'SUSPENDED_OTHER');
    reader.disconnect();
    await reinstate(app);
    await both();
    await reader.connect(other.url);
    await until('reinstated', () => codeOf(reader, app) === 'VALID');
    expect(reader.resets).toBe(1);
    reader.disconnect();
  });

  it('begins anew for whoever was away for longer than it remembers, and says no to one who knows more than it can', async () => {
    const long = new KeyFollower(headers);
    long.lastId = '5';
    await long.connect(one.url);
    await until('ready', () => long.isReady);
    expect(long.resets).toBe(1);
    long.disconnect();
    one.time.offset = 5_000;
    const ahead = new KeyFollower(headers);
    ahead.lastId = String(one.follower.position + 1_000_000);
    await ahead.connect(one.url);
    expect([ahead.status, ahead.resets]).toEqual([503, 0]);
    one.time.offset = 0;
    // Heard of it again, and still not: that was another history.
    const asked = ahead.connect(one.url);
    await until('anew', async () => {
      await one.follower.read();
      return ahead.resets === 1;
    });
    await asked;
    ahead.disconnect();
  });

  it('says in its beats that it has heard nothing for a second', async () => {
    const reader = new KeyFollower(headers);
    await one.follower.read();
    await reader.connect(one.url);
    await until('stale', () => reader.beats.some(({ stale }) => stale));
    await until('fresh again', async () => {
      await one.follower.read();
      return reader.beats.at(-1)?.stale === false;
    });
    reader.disconnect();
  });

  it('ends all streams when everything was read anew, and they come back', async () => {
    const reader = new KeyFollower(headers);
    await reader.connect(other.url);
    await until('ready', () => reader.isReady);
    other.follower.position += 1_000_000;
    await other.follower.read();
    await until('ended', () => !reader.isOpen);
    await reader.connect(other.url);
    reader.isReady = false;
    await until('ready again', () => reader.isReady);
    reader.disconnect();
  });

  it('leaves those who come and go with what the table says: random comings, goings and changes', async () => {
    await both();
    const readers = Array.from({ length: 5 }, () => new KeyFollower(headers));
    const instances = [one, other];
    let state = 7;
    const pick = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    for (let step = 0; step < 400; step += 1) {
      const reader = readers[pick(5)] as KeyFollower;
      const app = developers[pick(6)] as KeyedApp;
      const what = pick(6);
      if (what === 0 && !reader.isOpen)
        await reader.connect((instances[pick(2)] as Verifying).url).catch(() => undefined);
      else if (what === 1) reader.disconnect();
      else if (what === 2) await suspend(app);
      else if (what === 3) await reinstate(app);
      else await (instances[pick(2)] as Verifying).follower.read();
    }
    await both();
    const truth = new KeyFollower(headers);
    await truth.connect(one.url);
    await until('the truth', () => truth.isReady);
    for (const reader of readers) {
      if (!reader.isOpen) await reader.connect(other.url);
      await until('equal', () => reader.told().join() === truth.told().join());
      reader.disconnect();
    }
    truth.disconnect();
    expect(one.errors).toEqual([]);
  });

  it('drops who does not read, and nobody else', async () => {
    const many = await keyedDevelopers(db, 1, 6_000);
    await both();
    const deaf = connect(one.port, '127.0.0.1');
    deaf.on('error', () => undefined);
    deaf.pause();
    deaf.write(`GET /v1/keys/changes HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\n\r\n`);
    const reader = new KeyFollower(headers);
    await reader.connect(one.url);
    await until('ready', () => reader.isReady);
    const app = many[0] as KeyedApp;
    const fate = { isEnded: false };
    deaf.once('close', () => (fate.isEnded = true));
    for (let round = 0; round < 1_000 && !fate.isEnded; round += 1) {
      await (round % 2 === 0 ? suspend(app) : reinstate(app));
      await one.follower.read();
      deaf.write(' ');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await until('the deaf one is dropped', () => fate.isEnded);
    await reinstate(app);
    await one.follower.read();
    await until('the other still hears', () => reader.isOpen && codeOf(reader, app) === 'VALID');
    reader.disconnect();
  }, 240_000);

  it('is for tokens that may verify', async () => {
    const reader = new KeyFollower({});
    await reader.connect(one.url);
    expect(reader.status).toBe(401);
  });
});

describe('/v1/keys/snapshot', () => {
  it('has a line for every key, and is not sent twice', async () => {
    const answer = await fetch(`${one.url}/v1/keys/snapshot`, { headers });
    expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/);
    const [head, ...rows] = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(head).toEqual({ seq: one.follower.position, asOf: expect.any(String), count: rows.length });
    expect(rows.length).toBeGreaterThan(11);
    const tag = answer.headers.get('etag') ?? '';
    const again = await fetch(`${one.url}/v1/keys/snapshot`, { headers: { ...headers, 'if-none-match': tag } });
    expect(again.status).toBe(304);
    await suspend(developers[first] as KeyedApp);
    await reinstate(developers[first] as KeyedApp);
    await suspend(developers[second] as KeyedApp);
    await one.follower.read();
    const changed = await fetch(`${one.url}/v1/keys/snapshot`, { headers: { ...headers, 'if-none-match': tag } });
    expect(changed.status).toBe(200);
    await changed.body?.cancel();
  });
});
