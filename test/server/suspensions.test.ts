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
let admin: Headers;
let developer: EnrolledDeveloper;
let key: ReturnType<typeof existingKey>;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  backend = await server.token('verify');
});
beforeEach(async () => {
  // Each test has the whole hour's budget.
  server.time.now += 2 * 3_600_000;
  const session = async (role: 'am' | 'lead' | 'legal' | 'admin') => server.session(await server.staff(role));
  [manager, lead, legal, admin] = [
    await session('am'),
    await session('lead'),
    await session('legal'),
    await session('admin'),
  ];
  key = existingKey();
  developer = await enrolled(server, manager, {
    apps: [{ name: 'Shop', sdkProduct: 'native', existingKeys: [key.told] }],
  });
  await work(server);
});

const reason = 'The SDK was found in an app that nobody registered.';
const clause = 'Special Instructions 2.1';
const request = (as = manager, given: object = {}) =>
  ask(server)
    .post(`${developer.base}/suspension-requests`)
    .set(as)
    .send({ appId: developer.appId('Shop'), class: 'account-manager', reason, clause, ...given });
const decide = (id: string, verb: string, as = lead, body?: object) =>
  ask(server).post(`/v1/suspension-requests/${id}/${verb}`).set(as).send(body);
const lift = (id: string, as = manager) =>
  ask(server).post(`/v1/suspensions/${id}/lift`).set(as).send({ reason: 'It is explained.' });
const verdict = async () =>
  (await ask(server).get('/v1/verify').set(backend).set('X-SDK-Key', key.secret).expect(200)).body;
const list = async (path: string, as = developer.signatory, query: object = {}) =>
  (await ask(server).get(path).set(as).query(query).expect(200)).body.items;
const standing = async () => (await list(`${developer.base}/apps`))[0].standing;

async function suspended(class_: 'account-manager' | 'legal' = 'account-manager'): Promise<string> {
  const [first, second] = class_ === 'legal' ? [legal, admin] : [manager, lead];
  const { body } = await request(first, { class: class_ }).expect(201);
  await decide(body.id, 'confirm', second).expect(200);
  const open = await list(`${developer.base}/suspensions`, developer.signatory, { isOpen: 'true' });
  return open.find((row: { class: string }) => row.class === class_).id;
}

describe('asking for a suspension', () => {
  it('changes nothing yet, and is for the vendor to see', async () => {
    const { body } = await request().expect(201);
    expect(body).toMatchObject({ state: 'open', class: 'account-manager', reason, clause, decidedBy: null });
    expect(await standing()).toBe('due');
    expect(await list('/v1/suspension-requests', lead, { state: 'open' })).toContainEqual(body);
    expect(await list(`${developer.base}/suspension-requests`, lead)).toEqual([body]);
    expect(await list(`${developer.base}/suspension-requests`)).toEqual([]);
    const told = (await list(`${developer.base}/timeline`)).map((row: { decision: string }) => row.decision);
    expect(told).not.toContain('suspension.requested');
  });

  it('gives the same answer when it is repeated with its key', async () => {
    const repeated = randomUUID();
    const first = await request().set('Idempotency-Key', repeated).expect(201);
    await db.deleteFrom('idempotencyKeys').execute();
    expect((await request().set('Idempotency-Key', repeated).expect(201)).body).toEqual(first.body);
  });

  it('is refused a second time, for another class of person, for strangers and for nonsense', async () => {
    await request().expect(201);
    expect((await request(lead).expect(409)).body.code).toBe('suspension.already-open');
    expect((await request(legal).expect(403)).body.code).toBe('access.forbidden');
    expect((await request(manager, { class: 'legal' }).expect(403)).body.code).toBe('access.forbidden');
    await request(developer.signatory).expect(403);
    await request(manager, { appId: fresh('app') }).expect(404);
    for (const given of [{ class: 'finding' }, { reason: ' ' }, { clause: '' }, { extra: 1 }])
      await request(manager, given).expect(400);
  });

  it('is not possible for an app without live keys', async () => {
    const other = await enrolled(server, manager, { apps: [{ name: 'New', sdkProduct: 'native' }] });
    const { body } = await ask(server)
      .post(`${other.base}/suspension-requests`)
      .set(manager)
      .send({ appId: other.appId('New'), class: 'account-manager', reason, clause })
      .expect(409);
    expect(body.code).toBe('suspension.not-possible');
  });
});

describe('a second person', () => {
  it('suspends the app at once, with the reasons for the developer and names for the vendor', async () => {
    const { body: asked } = await request().expect(201);
    const { body } = await decide(asked.id, 'confirm').expect(200);
    expect(body).toMatchObject({ state: 'confirmed', requestedBy: expect.stringMatching(/^per_/) });
    expect(body.decidedBy).not.toBe(body.requestedBy);
    expect(await standing()).toBe('suspended');
    expect(await verdict()).toMatchObject({ valid: false, code: 'SUSPENDED_OTHER' });
    const [seen] = await list(`${developer.base}/suspension-requests`);
    expect(seen).toMatchObject({ state: 'confirmed', reason, requestedBy: null, decidedBy: null });
    const [suspension] = await list(`${developer.base}/suspensions`);
    expect(suspension).toMatchObject({ class: 'account-manager', reason, clause, liftedAt: null, requestId: asked.id });
    const notices = await list(`${developer.base}/notices`, manager, { template: 'suspended-by-decision' });
    expect(notices).toMatchObject([{ state: 'queued', opensGate: false }]);
  });

  it('is not who asked, and decides once', async () => {
    const { body: asked } = await request().expect(201);
    expect((await decide(asked.id, 'confirm', manager).expect(403)).body.code).toBe('suspension.same-person');
    expect((await decide(asked.id, 'refuse', manager, { reason: 'No.' }).expect(403)).body.code).toBe(
      'suspension.same-person',
    );
    expect((await decide(asked.id, 'confirm', legal).expect(403)).body.code).toBe('access.forbidden');
    const answers = await Promise.all([
      decide(asked.id, 'confirm', lead),
      decide(asked.id, 'refuse', admin, { reason: 'Call them first.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('suspension.already-decided');
  });

  it('refuses with a reason for the vendor’s people, and the app goes on', async () => {
    const { body: asked } = await request().expect(201);
    const { body } = await decide(asked.id, 'refuse', lead, { reason: 'Call them first.' }).expect(200);
    expect(body).toMatchObject({ state: 'refused', decisionReason: 'Call them first.' });
    expect(await standing()).toBe('due');
    await request().expect(201);
  });

  it('is held up by the budget, with nothing half done', async () => {
    const { body: asked } = await request().expect(201);
    const spends = await db
      .selectFrom('enforcementSpends')
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const rows = Array.from({ length: 10 }, () => ({
      developerId: developer.id,
      appId: developer.appId('Shop'),
      step: 'restrict' as const,
      eventId: fresh('evt'),
      at: new Date(server.time.now),
    }));
    await db.insertInto('enforcementSpends').values(rows).execute();
    expect((await decide(asked.id, 'confirm').expect(409)).body.code).toBe('enforcement.over-budget');
    expect(await standing()).toBe('due');
    expect(await list(`${developer.base}/suspension-requests`, lead)).toMatchObject([{ state: 'open' }]);
    server.time.now += 3_600_001;
    await decide(asked.id, 'confirm').expect(200);
    const after = await db
      .selectFrom('enforcementSpends')
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(after.count).toBe(spends.count + 11);
  });

  it('finds nothing under an id that is nobody’s', async () => {
    for (const verb of ['confirm', 'withdraw']) await decide(fresh('srq'), verb).expect(404);
    await decide(fresh('srq'), 'refuse', lead, { reason: 'No.' }).expect(404);
    await lift(fresh('sus')).expect(404);
  });
});

describe('taking a request back', () => {
  it('is for who asked', async () => {
    const { body: asked } = await request().expect(201);
    expect((await decide(asked.id, 'withdraw', lead).expect(403)).body.code).toBe('access.forbidden');
    expect((await decide(asked.id, 'withdraw', manager).expect(200)).body.state).toBe('withdrawn');
    expect((await decide(asked.id, 'confirm').expect(409)).body.code).toBe('suspension.already-decided');
  });
});

describe('lifting', () => {
  it('gives the keys back, with the reason for the developer', async () => {
    const id = await suspended();
    const { body } = await lift(id).expect(200);
    expect(body).toMatchObject({ liftedBy: 'account-manager', liftReason: 'It is explained.' });
    expect(await verdict()).toMatchObject({ valid: true });
    expect(await list(`${developer.base}/suspensions`)).toEqual([body]);
    expect(await list(`${developer.base}/suspensions`, developer.signatory, { isOpen: 'true' })).toEqual([]);
    expect((await lift(id).expect(409)).body.code).toBe('suspension.already-lifted');
  });

  it('of one for legal reasons is for legal', async () => {
    const id = await suspended('legal');
    await lift(id, manager).expect(403);
    await lift(id, admin).expect(403);
    expect((await lift(id, legal).expect(200)).body.liftedBy).toBe('legal');
  });

  it('leaves the keys off while another suspension covers the app', async () => {
    const first = await suspended();
    const second = await suspended('legal');
    expect(second).not.toBe(first);
    await lift(first).expect(200);
    expect(await verdict()).toMatchObject({ code: 'SUSPENDED_OTHER' });
  });

  it('of one for an obligation is for legal, and starts the ladder over', async () => {
    await workBeside(
      server,
      Promise.resolve(ask(server).post(`${developer.base}/clock`).set(manager).send({ advance: 'P11M' }).expect(200)),
    );
    expect(await verdict()).toMatchObject({ code: 'SUSPENDED_OBLIGATION' });
    const [{ id }] = await list(`${developer.base}/suspensions`, lead, { isOpen: 'true' });
    expect((await lift(id, lead).expect(403)).body.code).toBe('access.forbidden');
    expect((await lift(id, legal).expect(200)).body).toMatchObject({ class: 'obligation', liftedBy: 'legal' });
    expect(await standing()).toBe('grace');
    expect(await verdict()).toMatchObject({ valid: true });
  });

  it('is for the vendor, and shows no stranger anything', async () => {
    const id = await suspended();
    await lift(id, developer.signatory).expect(403);
    const other = await enrolled(server, manager);
    await ask(server).get(`${developer.base}/suspensions`).set(other.signatory).expect(404);
    await ask(server).get(`${developer.base}/suspension-requests`).set(other.signatory).expect(404);
    await ask(server).get('/v1/suspension-requests').set(developer.signatory).expect(403);
  });
});

describe('the database', () => {
  it('holds that a suspension by people has its request, its second person and its statement of reasons', async () => {
    const { body: asked } = await request().expect(201);
    const row = {
      id: fresh('sus'),
      developerId: developer.id,
      appId: developer.appId('Shop'),
      class: 'account-manager' as const,
      planId: null,
      formalNoticeId: null,
      finalNoticeId: null,
      openedAt: new Date(server.time.now),
      liftedAt: null,
      liftedBy: null,
    };
    const insert = (requestId: string | null) =>
      db
        .insertInto('suspensions')
        .values({ ...row, requestId: requestId as never })
        .execute();
    await expect(insert(null)).rejects.toThrow('suspensions_of_people');
    await expect(insert(asked.id)).rejects.toThrow('statement of reasons');
    const confirmAlone = sql`update suspension_requests set state = 'confirmed', decided_by = requested_by, decided_at = now()
      where id = ${asked.id}`;
    await expect(confirmAlone.execute(db)).rejects.toThrow('check constraint');
  });
});
