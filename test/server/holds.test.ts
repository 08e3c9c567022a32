import type { Database } from '../../db/database';
import type { Transact } from '../../db/lifecycle/transact';
import { addDays, dayOf } from '../../domain/calendar/zoned';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import type { Headers } from '../support/enrolment';
import { type Lapsing, lapsing, tick } from '../support/lapsing';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let manager: Headers;
let lead: Headers;
let legal: Headers;
let developer: Lapsing;
let transact: Transact;

const holds = '/v1/enforcement/holds';
const days = '/v1/enforcement/freeze-days';
const reason = 'The import of last week set wrong dates.';

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  transact = server.deps.lifecycle.transact as Transact;
});
beforeEach(async () => {
  manager = await server.session(await server.staff('am'));
  developer = await lapsing(server, manager, 'suspend');
  // Sessions are wall time, and months have passed.
  manager = await server.session(await server.staff('am'));
  lead = await server.session(await server.staff('lead'));
  legal = await server.session(await server.staff('legal'));
});

const standing = async () =>
  (await db.selectFrom('apps').select('standing').where('id', '=', developer.appId).executeTakeFirstOrThrow()).standing;
const plan = () => db.selectFrom('plans').selectAll().where('id', '=', developer.planId).executeTakeFirstOrThrow();
const place = (as: Headers, body: object) => ask(server).post(holds).set(as).send(body);
const lift = (as: Headers, id: string) =>
  ask(server).post(`${holds}/${id}/lift`).set(as).send({ reason: 'It was not so.' });
const wakes = () =>
  db.selectFrom('outbox').select('subject').where('kind', '=', 'wake-held').where('deliveredAt', 'is', null).execute();

describe('a hold', () => {
  it('of one developer keeps the step, says so, and lets it come when it is lifted', async () => {
    const { body: hold } = await place(manager, { developerId: developer.developerId, reason }).expect(201);
    expect(hold).toMatchObject({ developerId: developer.developerId, reason, liftedAt: null });
    await tick(transact, developer.developerId);
    expect(await standing()).toBe('restricted');
    expect(await plan()).toMatchObject({ blockedBy: 'hold' });
    const { body: waiting } = await ask(server)
      .get('/v1/enforcement/blocked')
      .set(legal)
      .query({ developerId: developer.developerId })
      .expect(200);
    expect(waiting.items).toEqual([
      expect.objectContaining({ planId: developer.planId, step: 'suspend', blockedBy: 'hold' }),
    ]);
    const { body: lifted } = await lift(lead, hold.id).expect(200);
    expect(lifted).toMatchObject({ liftReason: 'It was not so.' });
    expect(await wakes()).toContainEqual({ subject: developer.developerId });
    await tick(transact, developer.developerId);
    expect(await standing()).toBe('suspended');
  });

  it('of everybody is for leads and admins, and holds everybody', async () => {
    expect((await place(manager, { developerId: null, reason }).expect(403)).body.code).toBe('access.forbidden');
    const { body: hold } = await place(lead, { developerId: null, reason }).expect(201);
    await tick(transact, developer.developerId);
    expect(await standing()).toBe('restricted');
    const { body } = await ask(server)
      .get(holds)
      .set(manager)
      .query({ developerId: developer.developerId })
      .expect(200);
    expect(body.items).toEqual([expect.objectContaining({ id: hold.id, developerId: null, developerName: null })]);
    await lift(lead, hold.id).expect(200);
    const { body: ended } = await ask(server).get(holds).set(manager).query({ isLifted: true }).expect(200);
    expect(ended.items.map((one: { id: string }) => one.id)).toContain(hold.id);
  });

  it('of two that cover a developer counts until the last is lifted', async () => {
    const { body: first } = await place(lead, { developerId: null, reason }).expect(201);
    const { body: second } = await place(lead, { developerId: developer.developerId, reason }).expect(201);
    await tick(transact, developer.developerId);
    await lift(lead, first.id).expect(200);
    expect(await wakes()).not.toContainEqual({ subject: developer.developerId });
    await tick(transact, developer.developerId);
    expect(await plan()).toMatchObject({ blockedBy: 'hold' });
    await lift(lead, second.id).expect(200);
    expect(await wakes()).toContainEqual({ subject: developer.developerId });
  });

  it('is lifted once, not by an account manager, and never rewritten', async () => {
    const { body: hold } = await place(lead, { developerId: developer.developerId, reason }).expect(201);
    await lift(manager, hold.id).expect(403);
    await lift(lead, hold.id).expect(200);
    const other = await server.session(await server.staff('admin'));
    expect((await lift(other, hold.id).expect(409)).body.code).toBe('hold.already-lifted');
    await lift(lead, 'hld_0000000000').expect(404);
    await expect(db.updateTable('holds').set({ reason: 'x' }).where('id', '=', hold.id).execute()).rejects.toThrow(
      /append-only/,
    );
    await expect(db.deleteFrom('holds').where('id', '=', hold.id).execute()).rejects.toThrow(/append-only/);
  });

  it('needs a reason and a developer who exists, and is not for legal or developers', async () => {
    await place(lead, { developerId: null }).expect(400);
    await place(lead, { developerId: null, reason: '  ' }).expect(400);
    await place(lead, { developerId: 'dev_0000000000', reason }).expect(404);
    await place(legal, { developerId: null, reason }).expect(403);
    await ask(server).get(holds).expect(401);
  });
});

describe('a frozen day', () => {
  const today = () => dayOf(server.time.now, 'Asia/Taipei');
  const freeze = (as: Headers, body: object) => ask(server).post(days).set(as).send(body);
  const give = (as: Headers, id: string) => ask(server).delete(`${days}/${id}`).set(as).send({ reason: 'Not needed.' });

  it('has no suspension; the next slot is moved, and moved back when a day is given back', async () => {
    const { body: now } = await freeze(manager, { developerId: developer.developerId, day: today(), reason }).expect(
      201,
    );
    expect(now).toMatchObject({ day: today(), removedAt: null });
    await tick(transact, developer.developerId);
    expect(await standing()).toBe('restricted');
    const next = async () =>
      (await db
        .selectFrom('developers')
        .select(['nextWakeAt', 'nextWakeFor'])
        .where('id', '=', developer.developerId)
        .executeTakeFirstOrThrow()) as { nextWakeAt: number; nextWakeFor: string };
    const first = await next();
    expect(first.nextWakeFor).toBe('suspend');
    expect(dayOf(first.nextWakeAt, 'Asia/Taipei') > today()).toBe(true);
    const { body: later } = await freeze(lead, {
      developerId: null,
      day: dayOf(first.nextWakeAt, 'Asia/Taipei'),
      reason,
    }).expect(201);
    await tick(transact, developer.developerId);
    expect((await next()).nextWakeAt).toBeGreaterThan(first.nextWakeAt);
    await give(lead, later.id).expect(200);
    expect(await wakes()).toContainEqual({ subject: developer.developerId });
    await tick(transact, developer.developerId);
    expect(await next()).toEqual(first);
    server.time.now = first.nextWakeAt;
    await tick(transact, developer.developerId);
    expect(await standing()).toBe('suspended');
  });

  it('is frozen once, not in the past, and for everybody by a lead', async () => {
    const body = { developerId: developer.developerId, day: addDays(today(), 3), reason };
    await freeze(manager, body).expect(201);
    expect((await freeze(lead, body).expect(409)).body.code).toBe('freeze-day.exists');
    expect((await freeze(lead, { ...body, day: addDays(today(), -1) }).expect(409)).body.code).toBe('freeze-day.past');
    expect((await freeze(manager, { ...body, developerId: null }).expect(403)).body.code).toBe('access.forbidden');
    await freeze(lead, { ...body, developerId: 'dev_0000000000' }).expect(404);
    await freeze(lead, { ...body, reason: '' }).expect(400);
  });

  it('stays frozen once it has begun, and is given back by a lead', async () => {
    const { body: begun } = await freeze(lead, { developerId: developer.developerId, day: today(), reason }).expect(
      201,
    );
    expect((await give(lead, begun.id).expect(409)).body.code).toBe('freeze-day.past');
    const { body: ahead } = await freeze(lead, {
      developerId: developer.developerId,
      day: addDays(today(), 1),
      reason,
    }).expect(201);
    await give(manager, ahead.id).expect(403);
    expect((await give(lead, ahead.id).expect(200)).body).toMatchObject({ removalReason: 'Not needed.' });
    await give(lead, ahead.id).expect(404);
    const { body: listed } = await ask(server)
      .get(days)
      .set(legal)
      .query({ developerId: developer.developerId, from: today() })
      .expect(200);
    expect(listed.items.map((one: { id: string }) => one.id)).toContain(begun.id);
  });
});
