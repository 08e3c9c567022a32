import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../db/database';
import { attestationServer, fresh } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type EnrolledDeveloper, enrolled, existingKey, type Headers } from '../support/enrolment';
import { work, workBeside } from '../support/little-worker';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let backend: Headers;
let manager: Headers;
let lead: Headers;
let legal: Headers;
let developer: EnrolledDeveloper;
let key: ReturnType<typeof existingKey>;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  const session = async (role: 'am' | 'lead' | 'legal') => server.session(await server.staff(role));
  [manager, lead, legal] = [await session('am'), await session('lead'), await session('legal')];
  backend = await server.token('verify');
});
beforeEach(async () => {
  key = existingKey();
  developer = await enrolled(server, manager, {
    apps: [{ name: 'Shop', sdkProduct: 'native', existingKeys: [key.told] }],
  });
  await work(server);
});

const reason = 'Three notices were not answered.';
const revocation = () => ({ kind: 'revocation', appId: developer.appId('Shop'), reason });
const announce = (body: object = revocation(), as = manager) =>
  ask(server).post(`${developer.base}/terminations`).set(as).send(body);
const decide = (id: string, verb: 'confirm' | 'withdraw', as = lead) =>
  ask(server).post(`/v1/terminations/${id}/${verb}`).set(as).send();
const list = async (path: string, as = developer.signatory, query: object = {}) =>
  (await ask(server).get(path).set(as).query(query).expect(200)).body.items;
const one = async (id: string, as = developer.signatory) =>
  (await ask(server).get(`/v1/terminations/${id}`).set(as).expect(200)).body;
const verdict = async () =>
  (await ask(server).get('/v1/verify').set(backend).set('X-SDK-Key', key.secret).expect(200)).body;
const advance = (howFar: string) =>
  workBeside(
    server,
    Promise.resolve(ask(server).post(`${developer.base}/clock`).set(manager).send({ advance: howFar }).expect(200)),
  );

async function announced(): Promise<string> {
  await advance('P11M');
  const { body } = await announce().expect(201);
  await work(server);
  return body.id;
}

describe('announcing the revocation of an app', () => {
  it('sends the notice, and counts from its delivery', async () => {
    await advance('P11M');
    const { body } = await announce().expect(201);
    expect(body).toMatchObject({
      state: 'announced',
      kind: 'revocation',
      reason,
      notBeforeAt: null,
      confirmedBy: null,
    });
    const [notice] = await list(`${developer.base}/notices`, manager, { template: 'termination-notice' });
    expect(notice).toMatchObject({ id: body.noticeId, state: 'queued', opensGate: true });
    await work(server);
    const { notBeforeAt, announcedAt, announcedBy } = await one(body.id);
    expect(Date.parse(notBeforeAt) - Date.parse(announcedAt)).toBeGreaterThan(30 * 86_400_000);
    expect(announcedBy).toBeNull();
    expect(await list(`${developer.base}/terminations`)).toEqual([{ ...body, announcedBy: null, notBeforeAt }]);
    expect(await list('/v1/terminations', lead, { state: 'announced' })).toContainEqual({ ...body, notBeforeAt });
  });

  it('is possible for a suspended app only, once, and the same when repeated', async () => {
    expect((await announce().expect(409)).body.code).toBe('termination.not-possible');
    await advance('P11M');
    const repeated = randomUUID();
    const first = await announce().set('Idempotency-Key', repeated).expect(201);
    await db.deleteFrom('idempotencyKeys').execute();
    expect((await announce().set('Idempotency-Key', repeated).expect(201)).body).toEqual(first.body);
    expect((await announce().expect(409)).body.code).toBe('termination.already-announced');
  });

  it('is for the vendor, names an app, and says why', async () => {
    await announce(revocation(), developer.signatory).expect(403);
    await announce({ ...revocation(), appId: fresh('app') }).expect(404);
    for (const body of [
      { kind: 'revocation', reason },
      { ...revocation(), reason: '' },
      { kind: 'other', reason },
    ])
      await announce(body).expect(400);
  });
});

describe('confirming a revocation', () => {
  it('is too early until the notice ran out, then ends the app for good', async () => {
    const id = await announced();
    const { notBeforeAt } = await one(id);
    const early = (await decide(id, 'confirm').expect(409)).body;
    expect(early).toMatchObject({ code: 'termination.too-early', details: { notBeforeAt } });
    await advance('P32D');
    const tasks = await list('/v1/tasks', lead, { developerId: developer.id, kind: 'termination' });
    expect(tasks).toMatchObject([{ subject: id, assignee: 'lead' }]);
    const another = await server.session(await server.staff('am'));
    await decide(id, 'confirm', another).expect(403);
    const { body } = await decide(id, 'confirm').expect(200);
    expect(body).toMatchObject({ state: 'executed', confirmedBy: expect.stringMatching(/^per_/) });
    expect(await verdict()).toMatchObject({ valid: false, code: 'REVOKED' });
    expect((await verdict()).reason).toMatch(/revoked/);
    expect(await list(`${developer.base}/apps`)).toMatchObject([{ standing: 'revoked', suspendedFor: [] }]);
    expect((await decide(id, 'confirm').expect(409)).body.code).toBe('termination.already-decided');
    expect((await decide(id, 'withdraw').expect(409)).body.code).toBe('termination.already-decided');
    await ask(server)
      .post(`${developer.base}/apps`)
      .set(developer.signatory)
      .send({ name: 'Again', sdkProduct: 'native' })
      .expect(201);
  });

  it('is not for who announced it', async () => {
    await advance('P11M');
    const { body } = await announce(revocation(), lead).expect(201);
    await work(server);
    await advance('P32D');
    expect((await decide(body.id, 'confirm', lead).expect(403)).body.code).toBe('termination.same-person');
    await decide(body.id, 'confirm', legal).expect(200);
  });

  it('has no effect once it was withdrawn', async () => {
    const id = await announced();
    expect((await decide(id, 'withdraw', manager).expect(200)).body).toMatchObject({
      state: 'withdrawn',
      notBeforeAt: null,
      cancelledAt: expect.any(String),
    });
    expect((await decide(id, 'confirm').expect(409)).body.code).toBe('termination.already-decided');
    const notices = await list(`${developer.base}/notices`, manager, { template: 'termination-cancelled' });
    expect(notices).toHaveLength(1);
  });
});

describe('offboarding by the vendor', () => {
  it('ends every app after its notice, by a second person', async () => {
    const { body } = await announce({ kind: 'offboarding', reason }).expect(201);
    await work(server);
    expect((await decide(body.id, 'confirm').expect(409)).body.code).toBe('termination.too-early');
    await advance('P32D');
    expect((await decide(body.id, 'confirm').expect(200)).body).toMatchObject({ state: 'executed', appId: null });
    expect(await verdict()).toMatchObject({ code: 'OFFBOARDED' });
    expect((await announce({ kind: 'offboarding', reason }).expect(409)).body.code).toBe('developer.offboarded');
  });
});

describe('a termination', () => {
  it('is no stranger’s to see or to touch', async () => {
    const { body } = await announce({ kind: 'offboarding', reason }).expect(201);
    const other = await enrolled(server, manager);
    for (const path of [`/v1/terminations/${body.id}`, `${developer.base}/terminations`])
      await ask(server).get(path).set(other.signatory).expect(404);
    await ask(server).get('/v1/terminations').set(developer.signatory).expect(403);
    await decide(body.id, 'withdraw', developer.signatory).expect(403);
    await ask(server)
      .get(`/v1/terminations/${fresh('trm')}`)
      .set(lead)
      .expect(404);
    await decide(fresh('trm'), 'confirm').expect(404);
  });

  it('is held by the database: no app is revoked without one, none is executed unheard or by one person', async () => {
    const revoke = sql`update apps set standing = 'revoked' where id = ${developer.appId('Shop')}`;
    await expect(revoke.execute(db)).rejects.toThrow('confirmed termination');
    const { body } = await announce({ kind: 'offboarding', reason }).expect(201);
    const execute = (by: string) =>
      sql`update terminations set state = 'executed', not_before_at = now(), executed_at = now() + interval '1 day',
        confirmed_by = ${by} where id = ${body.id}`.execute(db);
    await expect(execute(fresh('per'))).rejects.toThrow('delivered 30 days before');
    await expect(execute(body.announcedBy)).rejects.toThrow('check constraint');
  });
});
