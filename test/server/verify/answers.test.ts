import { randomBytes } from 'node:crypto';
import { verification } from '../../../api/verify';
import type { Database } from '../../../db/database';
import { idFrom } from '../../../domain/ids';
import { formatKey } from '../../../domain/keys/key-text';
import { testDatabase } from '../../support/database';
import { type KeyedApp, keyedDevelopers } from '../../support/keyed-developers';
import { testServer } from '../../support/server';
import { unguarded } from '../../support/unguarded';
import { startVerifying, type Verifying } from '../../support/verifying';

let db: Database;
let apps: KeyedApp[];
let verifier: Verifying;
let authorization: string;
let wrongScope: string;

beforeAll(async () => {
  db = await unguarded(await testDatabase());
  apps = await keyedDevelopers(db, 8);
  const server = testServer(db);
  authorization = (await server.token('verify')).Authorization;
  wrongScope = (await server.token('developers:read')).Authorization;
  verifier = await startVerifying(db);
  verifier.time.standsAt = Date.now();
  await verifier.follower.read();
});

const jsonOf = async (answer: Response) => (await answer.json()) as { code: string; errors: { path: string }[] };
const secretOf = (app: KeyedApp | undefined) => app?.keys[0]?.secret ?? '';
const ask = (path: string, headers: Record<string, string>) =>
  fetch(`${verifier.url}${path}`, { headers: { authorization, ...headers } });
const stand = async (app: KeyedApp | undefined, standing: string) => {
  await db
    .updateTable('apps')
    .set({ standing: standing as never })
    .where('id', '=', app?.appId as never)
    .execute();
};
const suspend = async (app: KeyedApp | undefined, type: string) => {
  const row = { id: idFrom('sus', randomBytes(20)), developerId: app?.developerId, appId: app?.appId, class: type };
  await db
    .insertInto('suspensions')
    .values({ ...row, openedAt: new Date() } as never)
    .execute();
};

/** What brings each code about. */
const outcomes: [code: string, gateway: number, bring: (app: KeyedApp | undefined) => Promise<unknown>][] = [
  ['VALID', 204, async () => undefined],
  ['NOT_YET_ATTESTED', 403, (app) => stand(app, 'onboarding')],
  ['SUSPENDED_FINDING', 403, (app) => suspend(app, 'finding')],
  ['SUSPENDED_OTHER', 403, (app) => suspend(app, 'legal')],
  ['REVOKED', 403, (app) => stand(app, 'revoked')],
  ['OFFBOARDED', 403, (app) => stand(app, 'offboarded')],
];

describe.each(outcomes)('a key that is %s', (code, status, bring) => {
  const place = outcomes.findIndex(([name]) => name === code);

  it('is told so, in the shape that is promised, alone, in a batch and at the gateway', async () => {
    await bring(apps[place]);
    await verifier.follower.read();
    const headers = { 'x-sdk-key': secretOf(apps[place]) };
    const answer = await ask('/v1/verify', headers);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const body = verification.parse(await answer.json());
    expect(body).toMatchObject({ valid: code === 'VALID', code, app: { id: apps[place]?.appId, name: 'Store' } });
    expect(body.statusList).toMatchObject({ uri: 'https://avow.example/v1/keys/status-list' });
    expect(body.reason === null).toBe(code === 'VALID');
    const batch = await fetch(`${verifier.url}/v1/verify`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ keys: [secretOf(apps[place])] }),
    });
    expect(await jsonOf(batch)).toEqual({ items: [{ ...body, asOf: expect.any(String) }] });
    const gateway = await ask('/v1/verify/gateway?anything=goes', headers);
    expect([gateway.status, await gateway.text()]).toEqual([status, '']);
    expect(gateway.headers.get('x-avow-code')).toBe(code);
    expect(gateway.headers.get('x-avow-app')).toBe(apps[place]?.appId);
    expect(gateway.headers.get('x-avow-developer')).toBe(apps[place]?.developerId);
    expect(decodeURIComponent(gateway.headers.get('x-avow-reason') ?? '')).toBe(body.reason ?? '');
    const fixUrl = code === 'VALID' ? null : `https://avow.example/developers/${apps[place]?.developerId}/status`;
    expect(gateway.headers.get('x-avow-fix-url')).toBe(fixUrl);
    expect(gateway.headers.get('x-avow-stale')).toBe('false');
  });
});

describe('at the gateway', () => {
  it.each([
    ['no key', {}],
    ['an unknown key', { 'x-sdk-key': formatKey('live', randomBytes(24)) }],
    ['garbage', { 'x-sdk-key': 'avow_live_garbage' }],
  ])('%s is 401', async (_name, headers) => {
    const answer = await ask('/v1/verify/gateway', headers);
    expect([answer.status, answer.headers.get('x-avow-code')]).toEqual([401, 'NOT_FOUND']);
    expect(decodeURIComponent(answer.headers.get('x-avow-reason') ?? '')).toMatch(/not known/);
  });

  it('speaks Chinese in a header', async () => {
    const answer = await ask('/v1/verify/gateway', { 'accept-language': 'zh-CN' });
    expect(decodeURIComponent(answer.headers.get('x-avow-reason') ?? '')).toMatch(/\p{Script=Han}/u);
  });

  it('a refused token is the gateway’s own fault, never the client’s', async () => {
    for (const token of ['', 'Bearer avow_token_no', wrongScope]) {
      const answer = await ask('/v1/verify/gateway', { authorization: token, 'x-sdk-key': secretOf(apps[0]) });
      expect([answer.status, (await jsonOf(answer)).code]).toEqual([502, 'gateway.token-refused']);
    }
  });
});

describe('who asks', () => {
  it('needs a token in force, with the scope', async () => {
    const headers = { 'x-sdk-key': secretOf(apps[0]) };
    for (const wrong of [
      '',
      'Bearer nothing',
      'Basic YTpi',
      `Bearer avow_token_${'0'.repeat(49)}`,
      `Bearer ${'x'.repeat(300)}`,
    ]) {
      const answer = await ask('/v1/verify', { ...headers, authorization: wrong });
      expect([answer.status, (await jsonOf(answer)).code]).toEqual([401, 'access.unauthenticated']);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    const answer = await ask('/v1/verify', { ...headers, authorization: wrongScope });
    expect([answer.status, (await jsonOf(answer)).code]).toEqual([403, 'access.scope-missing']);
  });

  it('is told the method and the address that are wrong', async () => {
    const put = await fetch(`${verifier.url}/v1/verify`, { method: 'PUT', headers: { authorization } });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    const query = await ask('/v1/verify?key=avow_live_x', { 'x-sdk-key': 'x' });
    expect((await jsonOf(query)).errors[0]?.path).toBe('/query/key');
    const media = await fetch(`${verifier.url}/v1/verify`, { method: 'POST', headers: { authorization }, body: 'x' });
    expect(media.status).toBe(415);
  });

  it('has a limit: of keys for a token, of guesses for an address', async () => {
    const limited = await startVerifying(db, {
      keysPerToken: { limit: 10, windowMs: 60_000 },
      perCaller: { limit: 3, windowMs: 60_000 },
    });
    limited.time.standsAt = Date.now();
    await limited.follower.read();
    const post = (keys: number) =>
      fetch(`${limited.url}/v1/verify`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ keys: Array.from({ length: keys }, () => 'x') }),
      });
    expect((await post(9)).status).toBe(200);
    const over = await post(2);
    expect([over.status, (await jsonOf(over)).code]).toEqual([429, 'request.rate-limited']);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    const guess = (from: string) => fetch(`${limited.url}/v1/verify`, { headers: { 'x-forwarded-for': from } });
    for (let count = 0; count < 3; count += 1) expect((await guess('192.0.2.1')).status).toBe(401);
    expect((await guess('192.0.2.1')).status).toBe(429);
    expect((await guess('192.0.2.2')).status).toBe(401);
    limited.time.offset = 61_000;
    expect((await guess('192.0.2.1')).status).toBe(401);
    expect((await post(9)).status).toBe(200);
  });

  it('is answered when nothing was heard for a while, and told so', async () => {
    await verifier.follower.read();
    verifier.time.offset = 86_400_000;
    const body = verification.parse(await (await ask('/v1/verify', { 'x-sdk-key': secretOf(apps[0]) })).json());
    expect(body).toMatchObject({ valid: true, stale: true });
    const gateway = await ask('/v1/verify/gateway', { 'x-sdk-key': secretOf(apps[3]) });
    expect([gateway.status, gateway.headers.get('x-avow-stale')]).toEqual([403, 'true']);
    verifier.time.offset = 0;
    await verifier.follower.read();
  });

  it('waits while nothing is loaded yet', async () => {
    const empty = await startVerifying(db);
    const answer = await fetch(`${empty.url}/v1/verify`, { headers: { authorization, 'x-sdk-key': 'x' } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  });
});

describe('the same secret', () => {
  it('never verifies for two apps', async () => {
    const [one, other] = apps;
    await expect(
      db
        .updateTable('keySecrets')
        .set((row) => ({
          hash: row
            .selectFrom('keySecrets')
            .select('hash')
            .where('keyId', '=', one?.keys[0]?.id as never),
        }))
        .where('keyId', '=', other?.keys[0]?.id as never)
        .execute(),
    ).rejects.toThrow(/unique/);
  });
});

describe('/metrics', () => {
  it('counts checks by code, and tells age, size and position', async () => {
    const text = await (await ask('/metrics', {})).text();
    expect(Number(/checks_total\{code="VALID"\} (\d+)/.exec(text)?.[1])).toBeGreaterThan(2);
    expect(text).toMatch(/\navow_verifier_keys 16\n/);
    for (const name of ['knowledge_age_seconds', 'feed_lag_seconds', 'feed_position', 'stale', 'stream_readers'])
      expect(text).toMatch(new RegExp(`\\navow_verifier_${name} [\\d.]+\\n`));
  });

  it('is for this machine and for tokens', async () => {
    expect((await fetch(`${verifier.url}/metrics`)).status).toBe(200);
    const proxied = { 'x-forwarded-for': '192.0.2.9' };
    expect((await fetch(`${verifier.url}/metrics`, { headers: proxied })).status).toBe(401);
    expect((await ask('/metrics', proxied)).status).toBe(200);
  });
});
