import { recipientsOf } from '../../activities/recipients';
import type { Database } from '../../db/database';
import type { DeveloperId, PersonId } from '../../domain/ids';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { enrolled } from '../support/enrolment';
import { ask } from '../support/server';

type Headers = Record<string, string>;

let db: Database;
let server: ReturnType<typeof attestationServer>;
let ada: PersonId;
let ben: PersonId;
let lead: Headers;
let adaSession: Headers;
let benSession: Headers;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  [ada, ben] = [await server.staff('am'), await server.staff('am')];
  lead = await server.session(await server.staff('lead'));
  [adaSession, benSession] = [await server.session(ada), await server.session(ben)];
});

async function developerOf(manager: PersonId): Promise<DeveloperId> {
  const { id } = await enrolled(server, lead, {
    accountManagerId: manager,
    apps: [{ name: 'One', sdkProduct: 'native' }],
  });
  return id;
}
const managerOf = async (developerId: DeveloperId) =>
  (await ask(server).get(`/v1/developers/${developerId}`).set(lead).expect(200)).body.accountManagerId;
const mailsGoTo = async (developerId: DeveloperId, today: string) =>
  (await recipientsOf(db, developerId, { template: 'task', audience: ['am'] }, 'first', today)).map(
    ({ personId }) => personId,
  );
const developersOn = async (session: Headers) =>
  (await ask(server).get('/v1/desk/portfolio').set(session).query({ scope: 'mine' }).expect(200)).body.developerCount;

describe('a leave', () => {
  it('gives the developers of who is away to the stand-in, pages and mails, until it ends', async () => {
    const developerId = await developerOf(ada);
    const own = await developersOn(benSession);
    const leave = { fromOn: '2026-11-23', untilOn: '2026-11-27', standInId: ben };
    const { body } = await ask(server).post(`/v1/staff/${ada}/leaves`).set(lead).send(leave).expect(201);
    expect(body).toMatchObject({ personId: ada, ...leave, endedAt: null });
    expect(await developersOn(benSession)).toBe(own + 1);
    expect(await mailsGoTo(developerId, '2026-11-27')).toEqual([ben]);
    expect(await mailsGoTo(developerId, '2026-11-28')).toEqual([ada]);
    expect(await managerOf(developerId)).toBe(ada);
    const listed = await ask(server).get('/v1/staff-leaves').set(adaSession).query({ personId: ada }).expect(200);
    expect(listed.body.items).toEqual([body]);
    const again = await ask(server).post(`/v1/staff/${ada}/leaves`).set(lead).send(leave).expect(409);
    expect(again.body.code).toBe('leave.overlaps');

    const ended = await ask(server).post(`/v1/staff-leaves/${body.id}/end`).set(lead).expect(200);
    expect(ended.body.endedAt).not.toBeNull();
    expect(await developersOn(benSession)).toBe(own);
    expect(await mailsGoTo(developerId, '2026-11-27')).toEqual([ada]);
    await ask(server).post(`/v1/staff-leaves/${body.id}/end`).set(lead).expect(404);
    const over = await ask(server).get('/v1/staff-leaves').set(lead).query({ isOver: 'true' }).expect(200);
    expect(over.body.items).toHaveLength(1);
  });

  it('brings the developers of who is away into the stand-in’s own list, its count and its file', async () => {
    const [developerId, own] = [await developerOf(ada), await developerOf(ben)];
    const asked = (path: string, headers: Headers, query = {}) =>
      ask(server)
        .get(path)
        .set(headers)
        .query({ mine: 'true', ...query });
    const listed = async (headers: Headers, query = {}) =>
      (await asked('/v1/developers', headers, query).expect(200)).body.items.map((one: { id: string }) => one.id);
    expect(await listed(benSession)).toEqual([own]);
    expect(await listed(benSession, { mine: 'false' })).toContain(developerId);
    const leave = { fromOn: '2026-11-23', untilOn: '2026-11-27', standInId: ben };
    const { body } = await ask(server).post(`/v1/staff/${ada}/leaves`).set(lead).send(leave).expect(201);
    const both = await listed(benSession);
    expect(both).toEqual(expect.arrayContaining([own, developerId]));
    expect(await listed(benSession, { mine: 'false' })).toEqual([]);
    expect(await listed(benSession, { accountManagerId: ada })).not.toContain(own);
    expect((await asked('/v1/desk/developers/count', benSession).expect(200)).body.count).toBe(both.length);
    expect((await asked('/v1/desk/developers/export', benSession).expect(200)).text).toContain(developerId);
    await ask(server).post(`/v1/staff-leaves/${body.id}/end`).set(lead).expect(200);
    expect(await listed(benSession)).toEqual([own]);
  });

  it('gives a backend no developers of its own: asking for them is refused', async () => {
    const refused = await ask(server)
      .get('/v1/developers')
      .set(await server.token('developers:read'))
      .query({ mine: 'true' })
      .expect(403);
    expect(refused.body.errors).toEqual([{ path: '/query/mine', message: 'is for the vendor only' }]);
  });

  it('is refused for nobody, by nobody and without somebody who can stand in', async () => {
    const legal = await server.staff('legal');
    const leave = { fromOn: '2026-11-23', untilOn: '2026-11-27' };
    const enter = (who: string, standInId: PersonId, as = lead) =>
      ask(server)
        .post(`/v1/staff/${who}/leaves`)
        .set(as)
        .send({ ...leave, standInId });
    await enter('per_00000000000000000000', ben).expect(404);
    expect((await enter(ada, legal).expect(400)).body.errors[0].path).toBe('/standInId');
    expect((await enter(ada, ada).expect(400)).body.errors[0].path).toBe('/standInId');
    expect((await enter(ada, ben, benSession).expect(403)).body.code).toBe('access.forbidden');
    await enter(ada, ben, await server.session(legal)).expect(403);
  });

  it('is entered and ended by an account manager for oneself, and for nobody else', async () => {
    const leave = { fromOn: '2026-11-23', untilOn: '2026-11-27', standInId: ben };
    const { body } = await ask(server).post(`/v1/staff/${ada}/leaves`).set(adaSession).send(leave).expect(201);
    expect(body).toMatchObject({ personId: ada, enteredBy: ada });
    const end = (as: Headers) => ask(server).post(`/v1/staff-leaves/${body.id}/end`).set(as);
    expect((await end(benSession).expect(403)).body.code).toBe('access.forbidden');
    expect((await end(adaSession).expect(200)).body.endedAt).not.toBeNull();
  });
});

describe('somebody new', () => {
  it('is invited by mail, once, with who added them', async () => {
    const adminId = await server.staff('admin');
    const add = async () =>
      ask(server)
        .post('/v1/staff')
        .set({ ...(await server.session(adminId)), 'Idempotency-Key': 'added-once-00000001' })
        .send({ name: 'Dao Dai', email: 'dao@vendor.example', role: 'am', language: 'zh-CN' })
        .expect(201);
    const { personId } = (await add()).body;
    await add();
    const rows = await db.selectFrom('outbox').selectAll().where('kind', '=', 'send-staff-invitation').execute();
    expect(rows).toMatchObject([{ subject: personId, payload: { personId, by: adminId } }]);
  });
});

describe('a hand-over', () => {
  it('says first what it would move, then moves it, each developer by a decision', async () => {
    const [from, to] = [await server.staff('am'), await server.staff('am')];
    const developerIds = [await developerOf(from), await developerOf(from), await developerOf(from)];
    const preview = () => ask(server).get(`/v1/staff/${from}/portfolio`).set(lead).expect(200);
    expect((await preview()).body).toMatchObject({ developers: 3, apps: 3, reviews: 0, tasks: [] });
    const { body } = await ask(server)
      .post(`/v1/staff/${from}/hand-over`)
      .set(lead)
      .send({ toPersonId: to })
      .expect(200);
    expect(body).toEqual({ moved: 3, left: 0 });
    for (const developerId of developerIds) {
      expect(await managerOf(developerId)).toBe(to);
      const timeline = await ask(server).get(`/v1/developers/${developerId}/timeline`).set(lead).expect(200);
      expect(timeline.body.items.map((one: { decision: string }) => one.decision)).toContain('developer.changed');
    }
    expect((await preview()).body).toMatchObject({ developers: 0 });
    const noted = await db.selectFrom('staffChanges').selectAll().where('personId', '=', from).execute();
    expect(noted).toMatchObject([{ change: 'handed-over', data: { to, developers: 3 } }]);
  });

  it('is noted with the last developer, so that a process which dies behind it leaves no gap', async () => {
    const [from, to] = [await server.staff('am'), await server.staff('am')];
    const [, second] = [await developerOf(from), await developerOf(from)].sort();
    const { transact } = server.deps.lifecycle;
    server.deps.lifecycle.transact = async (developerId, ...given) => {
      await transact(developerId, ...given);
      if (developerId === second) throw new Error('the process died');
    };
    const give = () => ask(server).post(`/v1/staff/${from}/hand-over`).set(lead).send({ toPersonId: to });
    await give().expect(500);
    server.deps.lifecycle.transact = transact;
    expect((await give().expect(200)).body).toEqual({ moved: 0, left: 0 });
    const noted = await db.selectFrom('staffChanges').selectAll().where('personId', '=', from).execute();
    expect(noted).toMatchObject([{ change: 'handed-over', data: { to, developers: 2 } }]);
  });

  it('is refused to nobody in particular, to oneself and to legal', async () => {
    const give = (who: string, toPersonId: string) =>
      ask(server).post(`/v1/staff/${who}/hand-over`).set(lead).send({ toPersonId });
    await give('per_00000000000000000000', ben).expect(404);
    await give(ada, ada).expect(400);
    await give(ada, await server.staff('legal')).expect(400);
    await ask(server).get('/v1/staff/per_00000000000000000000/portfolio').set(lead).expect(404);
  });
});

describe('who belongs to which team', () => {
  it('is said when somebody is added and changed later, and written down', async () => {
    const admin = await server.session(await server.staff('admin'));
    const given = { name: 'Dora Diaz', email: 'dora@vendor.example', role: 'am', language: 'en', team: 'Games' };
    const added = await ask(server).post('/v1/staff').set(admin).send(given).expect(201);
    expect(added.body).toMatchObject({ team: 'Games', role: 'am' });
    const { personId } = added.body;
    const changed = await ask(server).patch(`/v1/staff/${personId}`).set(admin).send({ team: null }).expect(200);
    expect(changed.body.team).toBeNull();
    const noted = await db.selectFrom('staffChanges').select('change').where('personId', '=', personId).execute();
    expect(noted).toEqual([{ change: 'added' }, { change: 'changed' }]);
  });
});
