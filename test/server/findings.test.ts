import type { Database } from '../../db/database';
import type { PersonId } from '../../domain/ids';
import { attestationServer, fresh, png } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type EnrolledDeveloper, enrolled, existingKey, type Headers } from '../support/enrolment';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let staffId: PersonId;
let manager: Headers;
let signatory: Headers;
let developer: EnrolledDeveloper;
let key: ReturnType<typeof existingKey>;
let path: string;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = attestationServer(db);
  staffId = await server.staff('am');
  manager = await server.session(staffId);
  key = existingKey();
  developer = await enrolled(server, manager, {
    apps: [
      { name: 'Old', sdkProduct: 'native', existingKeys: [key.told] },
      { name: 'New', sdkProduct: 'native' },
    ],
  });
  ({ signatory } = developer);
  path = `/v1/developers/${developer.id}/findings`;
});

const told = (changes: object = {}) => ({
  appId: developer.appId('Old'),
  obligation: 'notice',
  clause: '3.2',
  facts: 'The privacy policy names no vendor.',
  evidence: ['https://studio.example/privacy'],
  ...changes,
});
const raise = (changes: object = {}, as = manager) => ask(server).post(path).set(as).send(told(changes));
const answer = (id: string, body: object = { answer: 'It does now.' }, as = signatory) =>
  ask(server).post(`/v1/findings/${id}/answer`).set(as).send(body);
const decide = (id: string, body: object, as = manager) =>
  ask(server).post(`/v1/findings/${id}/decision`).set(as).send(body);
const withdraw = (id: string, as = manager) =>
  ask(server).post(`/v1/findings/${id}/withdraw`).set(as).send({ reason: 'It was another app.' });
const verified = async () =>
  (
    await ask(server)
      .get('/v1/verify')
      .set({ ...(await server.token('verify')), 'X-SDK-Key': key.secret })
      .expect(200)
  ).body;
const standing = async () =>
  (
    await db
      .selectFrom('apps')
      .select('standing')
      .where('id', '=', developer.appId('Old') as never)
      .executeTakeFirstOrThrow()
  ).standing;

/** Takes every wake-up on the way, with all mail delivered, until the app stands there. */
async function liveUntil(wanted: string): Promise<void> {
  const { transact } = server.deps.lifecycle;
  const developerId = developer.id;
  for (let steps = 0; steps < 60 && (await standing()) !== wanted; steps += 1) {
    const queued = await db
      .selectFrom('notices')
      .select('id')
      .where('developerId', '=', developerId)
      .where('state', '=', 'queued')
      .execute();
    const mail = { actor: { kind: 'system', id: 'mail' }, acceptedAt: server.time.now } as const;
    for (const { id } of queued)
      await transact(developerId, { id: fresh('evt'), type: 'notice.accepted', noticeId: id, ...mail });
    const { nextWakeAt } = await db
      .selectFrom('developers')
      .select('nextWakeAt')
      .where('id', '=', developerId)
      .executeTakeFirstOrThrow();
    server.time.now = Math.max(server.time.now, nextWakeAt ?? 0);
    await transact(developerId, {
      id: fresh('evt'),
      type: 'clock.ticked',
      actor: { kind: 'clock', id: 'clock' },
    });
  }
  // Sessions are of wall time, and it has moved by weeks.
  manager = await server.session(staffId);
  signatory = await server.session(developer.signatoryId);
}

describe('raising', () => {
  it('gives five working days, sends the formal notice, and shows in both lists', async () => {
    const { body } = await raise().expect(201);
    expect(body).toMatchObject({
      state: 'open',
      obligation: 'notice',
      clause: '3.2',
      facts: 'The privacy policy names no vendor.',
      evidence: ['https://studio.example/privacy'],
      raisedBy: { kind: 'staff', role: 'am' },
      appName: 'Old',
      dueOn: '2026-11-30',
      clock: 'running',
      outcome: null,
      suspendedAt: null,
    });
    expect(await standing()).toBe('grace');
    const mine = await ask(server).get(path).set(signatory).query({ state: 'open' }).expect(200);
    expect(mine.body.items).toEqual([body]);
    const desk = await ask(server).get('/v1/findings').set(manager).query({ developerId: developer.id }).expect(200);
    expect(desk.body.items).toEqual([body]);
    const none = await ask(server).get(path).set(signatory).query({ state: 'cured' }).expect(200);
    expect(none.body.items).toEqual([]);
    const one = await ask(server).get(`/v1/findings/${body.id}`).set(signatory).expect(200);
    expect(one.body).toEqual(body);
    const { body: notices } = await ask(server).get(`/v1/developers/${developer.id}/notices`).set(manager).expect(200);
    expect(notices.items.map((one: { template: string }) => one.template)).toContain('finding-notice');
  });

  it('tells of it with what is owed, in the forecast and with the verify answer', async () => {
    const { body } = await raise().expect(201);
    const { body: owed } = await ask(server)
      .get(`/v1/developers/${developer.id}/requirements`)
      .set(signatory)
      .query({ appId: developer.appId('Old') })
      .expect(200);
    expect(owed.items[0]).toMatchObject({
      findings: [{ findingId: body.id, clause: '3.2', state: 'open', dueOn: '2026-11-30' }],
      dueOn: null,
      disabledReason: null,
    });
    const { body: ahead } = await ask(server)
      .get(`/v1/developers/${developer.id}/forecast`)
      .set(signatory)
      .query({ ahead: 'P60D', appId: developer.appId('Old') })
      .expect(200);
    const steps = ahead.items.map((item: { what: string }) => item.what);
    expect(steps).toEqual(expect.arrayContaining(['finding.lapsed', 'app.restricted', 'suspension.opened']));
    expect(await verified()).toMatchObject({
      valid: true,
      attestation: { state: 'grace', dueOn: null },
      reason: expect.stringMatching(/^A finding about the app is open.* 2026-11-30/),
    });
  });

  it.each([
    [{ clause: '3.4' }, 422, 'finding.clause-unknown'],
    [{ evidence: ['evd_0000000000000000000'] }, 422, 'evidence.missing'],
    [{ evidence: [] }, 400, 'request.invalid'],
    [{ facts: ' ' }, 400, 'request.invalid'],
    [{ appId: 'app_0000000000000000000' }, 404, 'resource.not-found'],
  ])('refuses %j', async (changes, status, code) => {
    expect((await raise(changes).expect(status)).body.code).toBe(code);
  });

  it('is refused for what was never attested, and after the app has ended', async () => {
    expect((await raise({ appId: developer.appId('New') }).expect(409)).body.code).toBe('finding.not-possible');
    const retire = `/v1/developers/${developer.id}/apps/${developer.appId('Old')}/retire`;
    await raise().expect(201);
    await ask(server).post(retire).set(signatory).send({ reason: 'Not shipped any more.' }).expect(200);
    const { body } = await ask(server).get(path).set(signatory).expect(200);
    expect(body.items).toMatchObject([{ state: 'superseded', clock: 'ended' }]);
    expect((await raise()).status).toBeGreaterThanOrEqual(404);
  });

  it('is for the vendor’s people; a stranger finds nothing', async () => {
    await raise({}, signatory).expect(403);
    await raise({}, await server.session(await server.staff('legal'))).expect(201);
    const { body } = await raise().expect(201);
    const other = await enrolled(server, manager, { apps: [{ name: 'Else', sdkProduct: 'native' }] });
    const stranger = other.signatory;
    await ask(server).get(path).set(stranger).expect(404);
    await ask(server).get(`/v1/findings/${body.id}`).set(stranger).expect(404);
    await answer(body.id, { answer: 'Mine.' }, stranger).expect(404);
    await ask(server).get('/v1/findings').set(signatory).expect(403);
    await ask(server).get('/v1/findings/fnd_0000000000').set(manager).expect(404);
  });
});

describe('answering', () => {
  it('stops the clock, with a file of the developer as evidence, and waits on the desk', async () => {
    const { body: raised } = await raise().expect(201);
    const { body: file } = await ask(server)
      .post(`${developer.base}/apps/${developer.appId('Old')}/evidence`)
      .set(signatory)
      .set('Content-Type', 'image/png')
      .set('Content-Disposition', 'attachment; filename="policy.png"')
      .send(png)
      .expect(201);
    const evidence = [file.id];
    const { body } = await answer(raised.id, { answer: 'It names you now.', evidence }).expect(200);
    expect(body).toMatchObject({
      state: 'answered',
      answer: 'It names you now.',
      answerEvidence: evidence,
      clock: 'stopped',
    });
    const tasks = await ask(server).get('/v1/tasks').set(manager).query({ developerId: developer.id }).expect(200);
    expect(tasks.body.items).toContainEqual(expect.objectContaining({ kind: 'finding-answer', subject: raised.id }));
    expect((await answer(raised.id).expect(409)).body.code).toBe('finding.already-answered');
    await answer(raised.id, { answer: 'x', evidence: ['evd_0000000000000000000'] }).expect(422);
  });
});

describe('deciding', () => {
  it('needs an answer, a reason where it is not cured, and another person', async () => {
    const { body: raised } = await raise().expect(201);
    expect((await decide(raised.id, { outcome: 'cured' }).expect(409)).body.code).toBe('finding.not-answered');
    await answer(raised.id).expect(200);
    expect((await decide(raised.id, { outcome: 'not-cured' })).body.code).toBe('review.reason-missing');
    await decide(raised.id, { outcome: 'cured' }, signatory).expect(403);
    const { body } = await decide(raised.id, { outcome: 'not-cured', reason: 'It still does not.' }).expect(200);
    expect(body).toMatchObject({ state: 'open', outcome: 'not-cured', reason: 'It still does not.', clock: 'running' });
    await answer(raised.id, { answer: 'Look again.' }).expect(200);
    const cured = await decide(raised.id, { outcome: 'cured' }).expect(200);
    expect(cured.body).toMatchObject({ state: 'cured', outcome: 'cured', clock: 'ended' });
    expect((await decide(raised.id, { outcome: 'cured' }).expect(409)).body.code).toBe('finding.already-decided');
    expect(await standing()).toBe('due');
  });

  it('has one winner when two decide at once', async () => {
    const { body: raised } = await raise().expect(201);
    await answer(raised.id).expect(200);
    const answers = await Promise.all([
      decide(raised.id, { outcome: 'cured' }),
      decide(raised.id, { outcome: 'cured' }, await server.session(await server.staff('lead'))),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('lifts the suspension that it led to, and the keys work at once', async () => {
    const { body: raised } = await raise().expect(201);
    const { body: second } = await raise({ obligation: 'rights', clause: '3.4' }).expect(201);
    await liveUntil('suspended');
    expect(await verified()).toMatchObject({ valid: false, code: 'SUSPENDED_FINDING' });
    const rows = await db
      .selectFrom('suspensions')
      .select(['class', 'liftedAt'])
      .where('developerId', '=', developer.id)
      .execute();
    expect(rows).toEqual([
      { class: 'finding', liftedAt: null },
      { class: 'finding', liftedAt: null },
    ]);
    const owed = await ask(server).get(`/v1/developers/${developer.id}/requirements`).set(signatory).expect(200);
    expect(owed.body.items).toContainEqual(expect.objectContaining({ disabledReason: 'suspended-finding' }));
    await answer(raised.id).expect(200);
    await decide(raised.id, { outcome: 'cured' }).expect(200);
    expect(await verified()).toMatchObject({ valid: false, code: 'SUSPENDED_FINDING' });
    await withdraw(second.id).expect(200);
    expect(await verified()).toMatchObject({ valid: true, code: 'VALID' });
    expect(await standing()).toBe('due');
  });
});

describe('taking it back', () => {
  it('ends it, and is for the vendor’s people', async () => {
    const { body: raised } = await raise().expect(201);
    await withdraw(raised.id, signatory).expect(403);
    const { body } = await withdraw(raised.id).expect(200);
    expect(body).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn', reason: 'It was another app.' });
    expect(await standing()).toBe('due');
    expect((await answer(raised.id).expect(409)).body.code).toBe('finding.already-decided');
  });
});

describe('the record', () => {
  it('refuses a suspension for a finding that was not announced, or of another class than its plan', async () => {
    await raise().expect(201);
    await liveUntil('suspended');
    const { id: _id, ...row } = await db
      .selectFrom('suspensions')
      .selectAll()
      .where('developerId', '=', developer.id)
      .executeTakeFirstOrThrow();
    const insert = (changes: object) =>
      db
        .insertInto('suspensions')
        .values({ ...row, id: fresh('sus'), openedAt: new Date(row.openedAt), liftedAt: null, ...changes } as never)
        .execute();
    await expect(insert({ class: 'obligation' })).rejects.toThrow(/delivered formal and final notice/);
    await expect(insert({ formalNoticeId: row.finalNoticeId })).rejects.toThrow(/delivered formal and final notice/);
    await expect(insert({ openedAt: new Date(row.openedAt - 10 * 86_400_000) })).rejects.toThrow(/notice/);
    await expect(insert({ finalNoticeId: null })).rejects.toThrow(/notice|suspensions_of_findings_check/);
  });
});
