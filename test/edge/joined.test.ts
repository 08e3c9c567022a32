import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../db/database';
import { formatKey } from '../../domain/keys/key-text';
import { createStatusListVerifier, createVerifier, type Verifier } from '../../edge';
import { testDatabase } from '../support/database';
import { type KeyedApp, keyedDevelopers } from '../support/keyed-developers';
import { testServer } from '../support/server';
import { until } from '../support/until';
import { startVerifying, type Verifying } from '../support/verifying';

let db: Database;
let avow: Verifying;
let app: KeyedApp;
let secret: string;
let token: string;
let verifier: Verifier;
let reading = new AbortController();

beforeAll(async () => {
  db = await testDatabase();
  const developers = await keyedDevelopers(db, 6);
  app = developers[0] as KeyedApp;
  secret = app.keys[0]?.secret ?? '';
  token = (await testServer(db).token('verify')).Authorization.replace('Bearer ', '');
  await start();
});

async function start(): Promise<void> {
  reading.abort();
  avow = await startVerifying(db);
  await avow.follower.read();
  reading = new AbortController();
  void keepReading(avow, reading.signal);
}

/** One reading after the other: one that begins while another is under way has that given up. */
async function keepReading({ follower }: Verifying, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    await follower.read().catch(() => undefined);
    await sleep(100);
  }
}

afterEach(() => verifier.close());
afterAll(() => reading.abort());

const become = (state: 'active' | 'suspended') =>
  db
    .updateTable('keys')
    .set({ state })
    .where('appId', '=', app.appId as never)
    .execute();

/** The lists lie at Avow's public address, which these tests have at another. */
const local = ((input: string, init?: RequestInit) =>
  fetch(input.replace('https://avow.example', avow.url), init)) as typeof fetch;

describe('the package and Avow itself', () => {
  it('agree on every key, and on each change', async () => {
    const problems: unknown[] = [];
    verifier = createVerifier({
      url: avow.url,
      token,
      onUnknown: 'ask',
      askTimeoutMs: 20_000,
      hooks: { problem: (...one) => problems.push(one) },
    });
    expect(await verifier.ready()).toBe(true);
    await until('fresh', () => !verifier.stale);
    expect(verifier.size).toBe(12);
    expect(verifier.check(secret)).toMatchObject({ valid: true, appId: app.appId, developerId: app.developerId });
    await become('suspended');
    await until('suspended', () => verifier.check(secret).code === 'SUSPENDED_OTHER');
    await become('active');
    await until('lifted', () => verifier.check(secret).valid);
    expect(await verifier.verify(formatKey('live', randomBytes(24)))).toMatchObject({
      valid: false,
      code: 'NOT_FOUND',
    });
    expect(problems).toEqual([]);
  });

  it('go on from the last change, at another instance', async () => {
    const replaced: number[] = [];
    verifier = createVerifier({
      url: 'https://avow.example',
      token,
      fetch: local,
      hooks: { replaced: (count) => replaced.push(count) },
    });
    await verifier.ready();
    await until('fresh', () => !verifier.stale);
    await avow.stop();
    await until('stale', () => verifier.stale);
    expect(verifier.check(secret).valid).toBe(true);
    await become('suspended');
    await start();
    await until('what was missed', () => verifier.check(secret).code === 'SUSPENDED_OTHER');
    await until('fresh again', () => !verifier.stale);
    await become('active');
    await until('lifted', () => verifier.check(secret).valid);
    expect(verifier.size).toBe(12);
  });

  it('agree on the signed status list', async () => {
    verifier = createStatusListVerifier({ url: 'https://avow.example', token, fetch: local, askTimeoutMs: 20_000 });
    expect(await verifier.verify(secret)).toMatchObject({ valid: true, appId: app.appId });
    await until('the list', () => verifier.check(secret).known && !verifier.check(secret).stale);
    expect(verifier.check(secret)).toMatchObject({ valid: true, code: 'VALID', stale: false });
  });
});
