import type { Database } from '../../db/database';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type EnrolledDeveloper, enrolled, existingKey, type Headers } from '../support/enrolment';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let manager: Headers;
let developer: EnrolledDeveloper;
let registered: string;
let imported: string;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  manager = await server.session(await server.staff('am'));
});
beforeEach(async () => {
  developer = await enrolled(server, manager, {
    apps: [
      { name: 'New', sdkProduct: 'native' },
      { name: 'Old', sdkProduct: 'native', existingKeys: [existingKey().told] },
    ],
  });
  [registered, imported] = [developer.appId('New'), developer.appId('Old')];
});

const issue = (appId: string, body: object, headers: Headers = developer.signatory) =>
  ask(server).post(`${developer.base}/apps/${appId}/keys`).set(headers).send(body);
const keys = async (query: Record<string, string> = {}) =>
  (await ask(server).get(`${developer.base}/keys`).set(developer.preparer).query(query).expect(200)).body.items;
const codeOf = async (secret: string) => {
  const backend = await server.token('verify');
  return (await ask(server).get('/v1/verify').set(backend).set('X-SDK-Key', secret).expect(200)).body.code;
};
const live = { name: 'production', environment: 'live' };
const test = { name: 'ci', environment: 'test' };

describe('issuing a key', () => {
  it('shows the secret once and keeps its hash only', async () => {
    const { body } = await issue(imported, live).expect(201);
    expect(body.secret).toMatch(/^avow_live_[0-9A-Za-z]{39}$/);
    expect(body.lastFour).toBe(body.secret.slice(-4));
    const { secret, ...view } = body;
    const again = await ask(server).get(`${developer.base}/keys/${body.id}`).set(developer.signatory).expect(200);
    expect(again.body).toEqual(view);
    expect(await codeOf(secret)).toBe('VALID');
    expect(server.logged.join('')).not.toContain(secret);
    const stored = await db.selectFrom('keySecrets').selectAll().where('keyId', '=', body.id).execute();
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('for tests comes from the first day, live only once attested', async () => {
    await issue(registered, test).expect(201);
    expect((await issue(registered, live).expect(409)).body.code).toBe('app.not-attested');
    await issue(registered, test, developer.preparer).expect(403);
  });

  it('once for an Idempotency-Key; after a crash the repetition’s secret is the one that works', async () => {
    const once = (key: string) => issue(imported, live).set('Idempotency-Key', key.repeat(20));
    const first = await once('a').expect(201);
    expect((await once('a').expect(201)).body).toEqual(first.body);

    const { transact } = server.deps.lifecycle;
    server.deps.lifecycle.transact = async (...call) => {
      await transact(...call);
      throw new Error('killed after the commit');
    };
    await once('b').expect(500);
    server.deps.lifecycle.transact = transact;
    const count = (await keys()).length;
    const { body } = await once('b').expect(201);
    expect(await keys()).toHaveLength(count);
    expect(await codeOf(body.secret)).toBe('VALID');
    const told = await db.selectFrom('keyChanges').select('seq').where('keyId', '=', body.id).execute();
    expect(told).toHaveLength(2);
  });

  it.each([{ name: 'x' }, { name: 'x', environment: 'prod' }, { ...live, appId: 'app_1' }])(
    'refuses %j',
    async (body) => {
      await issue(imported, body).expect(400);
    },
  );
});

describe('rolling a key', () => {
  const roll = (id: string, body: object, headers: Headers = developer.signatory) =>
    ask(server).post(`${developer.base}/keys/${id}/roll`).set(headers).send(body);

  it('gives a new one at once; the old one works on through the overlap that was said', async () => {
    const { body: old } = await issue(imported, live).expect(201);
    const { body: fresh } = await roll(old.id, { overlap: 'P7D' }).expect(201);
    expect(fresh).toMatchObject({ name: 'production', state: 'active', environment: 'live' });
    expect(fresh.secret).not.toBe(old.secret);
    const [row] = (await keys()).filter(({ id }: { id: string }) => id === old.id);
    expect(row).toMatchObject({ state: 'active', replacedBy: fresh.id, expiresAt: '2026-11-30T12:00:00.000Z' });
    expect((await roll(old.id, { overlap: 'P7D' }).expect(409)).body.code).toBe('key.already-rolled');
  });

  it('has no default: how long has to be said, and not too long', async () => {
    const { body: key } = await issue(registered, test).expect(201);
    expect((await roll(key.id, {}).expect(400)).body.errors[0].path).toBe('/overlap');
    for (const overlap of ['', 'P0D', '7 days', '-P1D', 'PT', 'P99999999D', 7])
      expect((await roll(key.id, { overlap }).expect(400)).body.errors[0].path).toBe('/overlap');
    expect((await roll(key.id, { overlap: 'P31D' }).expect(422)).body.code).toBe('key.overlap-too-long');
    await roll(key.id, { overlap: null, name: 'next' }).expect(201);
  });

  it('is for its holder: the vendor does not end a key', async () => {
    const { body: key } = await issue(registered, test).expect(201);
    for (const verb of ['roll', 'revoke'])
      await ask(server)
        .post(`${developer.base}/keys/${key.id}/${verb}`)
        .set(manager)
        .send({ overlap: null })
        .expect(403);
  });
});

describe('revoking a key', () => {
  it('ends it for good', async () => {
    const { body: key } = await issue(imported, live).expect(201);
    const revoke = () =>
      ask(server).post(`${developer.base}/keys/${key.id}/revoke`).set(developer.signatory).send({ reason: 'Leaked.' });
    expect((await revoke().expect(200)).body.state).toBe('revoked');
    expect((await revoke().expect(409)).body.code).toBe('key.revoked');
    const other = await enrolled(server, manager);
    await ask(server).get(`${other.base}/keys/${key.id}`).set(other.signatory).expect(404);
  });
});

describe('the list of keys', () => {
  it('can be filtered and comes in pages', async () => {
    await issue(registered, test).expect(201);
    await issue(imported, live).expect(201);
    expect(await keys({ environment: 'test' })).toHaveLength(1);
    expect(await keys({ appId: imported })).toHaveLength(2);
    expect(await keys({ state: 'revoked' })).toEqual([]);
    const first = await ask(server).get(`${developer.base}/keys`).set(manager).query({ limit: '2', sort: 'name' });
    const second = await ask(server)
      .get(`${developer.base}/keys`)
      .set(manager)
      .query({ limit: '2', sort: 'name', cursor: first.body.nextCursor });
    const names = [...first.body.items, ...second.body.items].map(({ name }: { name: string }) => name);
    expect(names).toEqual(['ci', 'production', 'production']);
  });
});
