import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/database';
import { addDays } from '../../domain/calendar/zoned';
import type { PersonId } from '../../domain/ids';
import {
  type AttestedApp,
  attestationServer,
  type Enrolled,
  enrol,
  type Session,
  submit,
} from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let manager: PersonId;
let session: Session;
let dueOn: string;
let path: string;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = attestationServer(db);
  developer = await enrol(server, 'native');
  manager = await server.staff('am');
  session = await server.session(manager);
  path = `${developer.base}/extensions`;
  const cycle = await db
    .selectFrom('cycles')
    .select('dueOn')
    .where('developerId', '=', developer.developerId)
    .executeTakeFirstOrThrow();
  dueOn = cycle.dueOn as string;
});

const plan = 'The consent screen ships with release 5.3 in two weeks.';
const request = (days: number, as = developer.session) =>
  ask(server)
    .post(path)
    .set(as)
    .send({ untilOn: addDays(dueOn, days), plan });
const decide = (id: string, body: object, as = session) =>
  ask(server).post(`/v1/extensions/${id}/decision`).set(as).send(body);
const planDue = async () =>
  db
    .selectFrom('plans')
    .select(['dueOn', 'stoppedBy'])
    .where('developerId', '=', developer.developerId)
    .executeTakeFirstOrThrow();

describe('asking for time', () => {
  it('stops the clock until it is answered, and shows in both lists', async () => {
    const { body } = await request(14).expect(201);
    expect(body).toMatchObject({
      state: 'open',
      untilOn: addDays(dueOn, 14),
      dueOn,
      plan,
      requestedBy: developer.signatory,
      developerName: 'Harbour Light Retail Ltd.',
      decidedAt: null,
    });
    expect(await planDue()).toEqual({ dueOn, stoppedBy: 'extension' });
    const mine = await ask(server).get(path).set(developer.session).expect(200);
    expect(mine.body.items).toEqual([body]);
    const queue = await ask(server).get('/v1/extensions').set(session).query({ state: 'open' }).expect(200);
    expect(queue.body.items).toContainEqual(body);
  });

  it('works for a preparer, and once for the same key', async () => {
    const preparer = await server.session(await server.contact(developer.developerId, 'preparer'));
    const key = randomUUID();
    const first = await request(14, preparer).set('Idempotency-Key', key).expect(201);
    await db.deleteFrom('idempotencyKeys').execute();
    const again = await request(14, preparer).set('Idempotency-Key', key).expect(201);
    expect(again.body).toEqual(first.body);
  });

  it('can be done once in a cycle', async () => {
    const { body } = await request(14).expect(201);
    expect((await request(14).expect(409)).body.code).toMatch(/^extension\.(already-used|not-possible)$/);
    await ask(server).post(`/v1/extensions/${body.id}/withdraw`).set(developer.session).expect(200);
    expect((await request(14).expect(409)).body.code).toBe('extension.already-used');
  });

  it('has one winner when two ask at once', async () => {
    const answers = await Promise.all([request(7), request(8)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    [31, 'extension.too-long'],
    [0, 'extension.not-later'],
    [-5, 'extension.not-later'],
  ])('refuses %s days after due', async (days, code) => {
    const { body } = await request(days).expect(422);
    expect(body).toMatchObject({ code, errors: [{ path: '/untilOn' }] });
    expect(await planDue()).toEqual({ dueOn, stoppedBy: null });
  });

  it('is not possible while everything is under review', async () => {
    await submit(server, developer, developer.apps[0] as AttestedApp);
    expect((await request(14).expect(409)).body.code).toBe('extension.not-possible');
  });

  it.each([
    { untilOn: '2026-02-30', plan },
    { untilOn: 'P14D', plan },
    { untilOn: '2027-01-01', plan: '  ' },
    { untilOn: '2027-01-01' },
  ])('refuses the body %j', async (body) => {
    await ask(server).post(path).set(developer.session).send(body).expect(400);
  });

  it('is for the developer’s own people', async () => {
    await request(14, session).expect(403);
    await request(14, (await enrol(server, 'native')).session).expect(404);
  });
});

describe('answering', () => {
  it('grants another day than was asked for', async () => {
    const { body: asked } = await request(14).expect(201);
    const untilOn = addDays(dueOn, 10);
    const { body } = await decide(asked.id, { outcome: 'grant', untilOn, reason: 'Ten days will do.' }).expect(200);
    expect(body).toMatchObject({
      state: 'granted',
      grantedUntilOn: untilOn,
      decidedBy: manager,
      reason: 'Ten days will do.',
    });
    expect(await planDue()).toEqual({ dueOn: untilOn, stoppedBy: null });
  });

  it('refuses with a reason, and the clock runs on', async () => {
    const { body: asked } = await request(14).expect(201);
    const { body } = await decide(asked.id, { outcome: 'refuse', reason: 'There is no plan in it.' }).expect(200);
    expect(body).toMatchObject({ state: 'refused', grantedUntilOn: null });
    expect(await planDue()).toEqual({ dueOn, stoppedBy: null });
  });

  it('has one winner when two answer at once', async () => {
    const { body: asked } = await request(14).expect(201);
    const answers = await Promise.all([
      decide(asked.id, { outcome: 'grant', reason: 'Yes.' }),
      decide(asked.id, { outcome: 'refuse', reason: 'No.' }, await server.session(await server.staff('lead'))),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('extension.already-decided');
  });

  it('refuses a day that is too late or too early', async () => {
    const { body: asked } = await request(14).expect(201);
    for (const [days, code] of [
      [31, 'extension.too-long'],
      [0, 'extension.not-later'],
    ] as const) {
      const answer = await decide(asked.id, { outcome: 'grant', untilOn: addDays(dueOn, days), reason: 'So be it.' });
      expect(answer.body.code).toBe(code);
    }
    expect((await planDue()).stoppedBy).toBe('extension');
  });

  it('is not for the asker, legal or developers, and wants a reason', async () => {
    const { body: asked } = await request(14).expect(201);
    const row = { role: 'am', language: 'en', isActive: true, addedAt: new Date(server.time.now) } as const;
    await db
      .insertInto('staff')
      .values({ personId: developer.signatory, ...row })
      .execute();
    const grant = { outcome: 'grant', reason: 'To myself.' };
    const own = await decide(asked.id, grant, await server.session(developer.signatory)).expect(403);
    expect(own.body.code).toBe('extension.same-person');
    await decide(asked.id, grant, await server.session(await server.staff('legal'))).expect(403);
    await decide(asked.id, grant, (await enrol(server, 'native')).session).expect(403);
    await decide(asked.id, { outcome: 'grant' }).expect(400);
    await decide('ext_0000000000', grant).expect(404);
    expect((await planDue()).stoppedBy).toBe('extension');
  });
});

describe('taking it back', () => {
  it('lets the clock run on', async () => {
    const { body: asked } = await request(14).expect(201);
    const { body } = await ask(server).post(`/v1/extensions/${asked.id}/withdraw`).set(developer.session).expect(200);
    expect(body.state).toBe('withdrawn');
    expect(await planDue()).toEqual({ dueOn, stoppedBy: null });
    const late = await decide(asked.id, { outcome: 'grant', reason: 'Too late.' }).expect(409);
    expect(late.body.code).toBe('extension.already-decided');
  });

  it('is for the developer’s own people', async () => {
    const { body: asked } = await request(14).expect(201);
    const there = `/v1/extensions/${asked.id}/withdraw`;
    await ask(server)
      .post(there)
      .set((await enrol(server, 'native')).session)
      .expect(404);
    await ask(server).post(there).set(session).expect(403);
  });
});
