import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/database';
import { beginOnce } from '../../db/workspace/idempotency';
import { findToken } from '../../db/workspace/tokens';
import { testDatabase } from '../support/database';
import { ask, type TestServer, testServer } from '../support/server';

let db: Database;
let server: TestServer;
let session: { Authorization: string };

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = testServer(db);
  session = await server.session(await server.staff('admin'));
});

const token = { name: 'gateway', scopes: ['verify'], expiresAt: null };
const create = (key: string, body: object = token) =>
  ask(server).post('/v1/tokens').set(session).set('Idempotency-Key', key).send(body);
const tokens = () => db.selectFrom('apiTokens').select('id').execute();

describe('a POST with an Idempotency-Key', () => {
  it('gives the first answer again, secret and all, and does nothing twice', async () => {
    const key = randomUUID();
    const before = (await tokens()).length;
    const first = await create(key).expect(201);
    const second = await create(key).expect(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(await tokens()).toHaveLength(before + 1);
  });

  it('happens once when ten arrive at the same moment; the others hear so', async () => {
    const key = randomUUID();
    const before = (await tokens()).length;
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(key)));
    expect(await tokens()).toHaveLength(before + 1);
    const taken = answers.filter(({ status }) => status === 201);
    const waiting = answers.filter(({ status }) => status === 409);
    expect(taken.length).toBeGreaterThanOrEqual(1);
    expect(taken.length + waiting.length).toBe(10);
    expect(new Set(taken.map(({ body }) => body.token)).size).toBe(1);
    for (const { body } of waiting) expect(body.code).toBe('request.in-progress');
  });

  it('refuses the key with another body', async () => {
    const key = randomUUID();
    await create(key).expect(201);
    const other = await create(key, { ...token, name: 'other' }).expect(422);
    expect(other.body.code).toBe('request.idempotency-mismatch');
  });

  it('keeps callers apart: the same key of somebody else is another key', async () => {
    const key = randomUUID();
    const first = await create(key).expect(201);
    session = await server.session(await server.staff('admin'));
    const second = await create(key).expect(201);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('says in-progress while the first is at work, and takes over when it died', async () => {
    const admin = await server.staff('admin');
    session = await server.session(admin);
    const key = randomUUID();
    // Another process claimed the key for this very request and was killed.
    const first = await create(key).expect(201);
    await db
      .updateTable('idempotencyKeys')
      .set({ answer: null, answeredAt: null })
      .where('caller', '=', admin)
      .execute();
    const before = (await tokens()).length;
    const waiting = await create(key).expect(409);
    expect(waiting.body.code).toBe('request.in-progress');
    server.time.now += 61_000;
    // The same ids are made again, so that what the dead process did write is recognised instead of doubled.
    const again = await create(key).expect(201);
    expect(again.body.id).toBe(first.body.id);
    expect(await tokens()).toHaveLength(before);
    expect(await findToken(db, again.body.token, server.time.now)).toMatchObject({ tokenId: first.body.id });
  });

  it('forgets after 24 hours', async () => {
    const claim = { caller: 'per_x', key: randomUUID(), requestHash: 'a', now: server.time.now };
    await beginOnce(db, claim);
    await expect(beginOnce(db, { ...claim, requestHash: 'b', now: claim.now + 86_399_000 })).rejects.toMatchObject({
      code: 'request.idempotency-mismatch',
    });
    expect(await beginOnce(db, { ...claim, requestHash: 'b', now: claim.now + 86_400_000 })).toMatchObject({
      state: 'begun',
    });
  });

  it('does not keep a refusal: nothing was done, so it may be tried again', async () => {
    const key = randomUUID();
    await create(key, { ...token, expiresAt: '2020-01-01T00:00:00Z' }).expect(400);
    await create(key).expect(201);
  });

  it('stores no secret that a reader of the table could use', async () => {
    const { body } = await create(randomUUID()).expect(201);
    expect(JSON.stringify(await db.selectFrom('idempotencyKeys').selectAll().execute())).not.toContain(body.token);
  });

  it('refuses a key that could be guessed', async () => {
    const { body } = await create('1').expect(400);
    expect(body.errors[0].path).toBe('/headers/idempotency-key');
  });
});
