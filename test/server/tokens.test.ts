import type { Database } from '../../db/database';
import { isToken, newToken } from '../../db/workspace/tokens';
import { testDatabase } from '../support/database';
import { ask, type TestServer, testServer } from '../support/server';

let db: Database;
let server: TestServer;
let admin: { Authorization: string };

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = testServer(db);
  admin = await server.session(await server.staff('admin'));
});

const create = (given: object) =>
  ask(server)
    .post('/v1/tokens')
    .set(admin)
    .send({ name: 'gateway', scopes: ['developers:read'], expiresAt: null, ...given })
    .expect(201);
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

describe('an API token', () => {
  it('is shown once, works for its scope, and is known by hash and last four', async () => {
    const { body } = await create({});
    expect(isToken(body.token)).toBe(true);
    const { body: page } = await ask(server).get('/v1/tokens').set(admin).expect(200);
    const listed = page.items.find(({ id }: { id: string }) => id === body.id);
    expect(listed).toMatchObject({ name: 'gateway', lastFour: body.token.slice(-4), lastUsedAt: null });
    expect(JSON.stringify(page)).not.toContain(body.token);
    expect(JSON.stringify(await db.selectFrom('apiTokens').selectAll().execute())).not.toContain(body.token);

    const developerId = await server.developer();
    await ask(server).get(`/v1/developers/${developerId}/contacts`).set(bearer(body.token)).expect(200);
    const { body: after } = await ask(server).get('/v1/tokens').set(admin).expect(200);
    expect(after.items.find(({ id }: { id: string }) => id === body.id).lastUsedAt).not.toBeNull();
  });

  it('ends when it is revoked, and at its expiry', async () => {
    const developerId = await server.developer();
    const read = (token: string) => ask(server).get(`/v1/developers/${developerId}/contacts`).set(bearer(token));
    const revoked = (await create({})).body;
    const expiring = (await create({ expiresAt: new Date(server.time.now + 1000).toISOString() })).body;
    await read(expiring.token).expect(200);
    await ask(server).delete(`/v1/tokens/${revoked.id}`).set(admin).expect(204);
    await ask(server).delete(`/v1/tokens/${revoked.id}`).set(admin).expect(404);
    server.time.now += 1000;
    await read(revoked.token).expect(401);
    await read(expiring.token).expect(401);
  });

  it('that is mistyped or cut off is told from a real one by its tail', () => {
    const token = newToken();
    const other = token.at(20) === 'a' ? 'b' : 'a';
    expect(isToken(token)).toBe(true);
    expect(isToken(token.slice(0, -1))).toBe(false);
    expect(isToken(`${token.slice(0, 20)}${other}${token.slice(21)}`)).toBe(false);
  });
});

describe('rate limits', () => {
  it('count each caller alone, and say what is left and when to come back', async () => {
    const limited = testServer(db, {
      settings: { rateLimits: { ...server.deps.settings.rateLimits, perCaller: { limit: 2, windowMs: 60_000 } } },
    });
    const busy = await limited.session(await limited.staff('am'));
    const calm = await limited.session(await limited.staff('am'));
    const first = await ask(limited).get('/v1/session').set(busy).expect(200);
    expect(first.headers.ratelimit).toMatch(/r=1/);
    expect(first.headers['ratelimit-policy']).toMatch(/q=2/);
    await ask(limited).get('/v1/session').set(busy).expect(200);
    const refused = await ask(limited).get('/v1/session').set(busy).expect(429);
    expect(refused.body.code).toBe('request.rate-limited');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await ask(limited).get('/v1/session').set(calm).expect(200);
  });

  it('count guesses of credentials for the address they come from', async () => {
    const limited = testServer(db, {
      settings: { rateLimits: { ...server.deps.settings.rateLimits, perCaller: { limit: 2, windowMs: 60_000 } } },
    });
    const guess = () =>
      ask(limited)
        .get('/v1/session')
        .set(bearer('A'.repeat(43)));
    await guess().expect(401);
    await guess().expect(401);
    await guess().expect(429);
  });
});
