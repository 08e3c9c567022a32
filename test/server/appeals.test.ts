import type { Database } from '../../db/database';
import { addDays } from '../../domain/calendar/zoned';
import type { PersonId } from '../../domain/ids';
import {
  type AttestedApp,
  attestationServer,
  checked,
  type Enrolled,
  enrol,
  fresh,
  type Session,
  submit,
  upload,
} from '../support/attestation';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let app: AttestedApp;
let manager: PersonId;
let session: Session;
let lead: Session;

const words = 'The vendor is named in the third paragraph.';

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = attestationServer(db);
  developer = await enrol(server, 'native');
  app = developer.apps[0] as AttestedApp;
  manager = await server.staff('am');
  await signIn();
});

async function signIn(): Promise<void> {
  session = await server.session(manager);
  lead = await server.session(await server.staff('lead'));
  developer = { ...developer, session: await server.session(developer.signatory) };
}

/** The first attestation, sent back by the account manager; returns the submission's id. */
async function returned(): Promise<string> {
  const { id } = await submit(server, developer, app);
  await checked(server, developer, id, 'amber');
  const items = Object.values(app.requirements).map((requirementId, index) =>
    index === 0
      ? { requirementId, outcome: 'return', reasonCode: 'other', reason: 'The vendor is not named.' }
      : { requirementId, outcome: 'accept' },
  );
  await ask(server).post(`/v1/reviews/${id}/decisions`).set(session).send({ items }).expect(200);
  return id;
}

/** Accepted once, then neglected for more than a year; returns the id of the suspension and of a live key. */
async function suspended(): Promise<{ suspensionId: string; keyId: string }> {
  const lived = livedDevelopers(db);
  lived.time.now = server.time.now;
  await lived.attest(developer.developerId, app.appId);
  const { body: key } = await ask(server)
    .post(`${developer.base}/apps/${app.appId}/keys`)
    .set(developer.session)
    .send({ name: 'production', environment: 'live' })
    .expect(201);
  await lived.liveUntil(developer.developerId, 'suspended');
  server.time.now = lived.time.now + 60_000;
  await signIn();
  const { id } = await db
    .selectFrom('suspensions')
    .select('id')
    .where('developerId', '=', developer.developerId)
    .executeTakeFirstOrThrow();
  return { suspensionId: id, keyId: key.id };
}

const file = (against: string, subject: string, as = developer.session, more: object = {}) =>
  ask(server)
    .post(`${developer.base}/appeals`)
    .set(as)
    .send({ against, subject, words, ...more });
const answer = (id: string, how: 'acknowledge' | 'decision' | 'withdraw', body: object | undefined, as: Session) =>
  ask(server).post(`/v1/appeals/${id}/${how}`).set(as).send(body);
const decide = (id: string, outcome: 'uphold' | 'dismiss', as = lead) =>
  answer(id, 'decision', { outcome, words: 'The page names the vendor.' }, as);
const appealable = async () =>
  (await ask(server).get(`${developer.base}/appealable`).set(developer.session).expect(200)).body.items;
const plan = () =>
  db
    .selectFrom('plans')
    .selectAll()
    .where('developerId', '=', developer.developerId)
    .orderBy('openedAt', 'desc')
    .executeTakeFirstOrThrow();
const keyState = async (keyId: string) =>
  (
    await db
      .selectFrom('keys')
      .select('state')
      .where('id', '=', keyId as never)
      .executeTakeFirstOrThrow()
  ).state;
const standing = async () =>
  (await db.selectFrom('apps').select('standing').where('id', '=', app.appId).executeTakeFirstOrThrow()).standing;

describe('filing an appeal', () => {
  it('stops the clock, and shows in both lists and by itself', async () => {
    const submissionId = await returned();
    expect(await appealable()).toMatchObject([
      {
        against: 'return',
        subject: submissionId,
        appId: app.appId,
        untilOn: addDays('2026-11-23', 30),
        appealId: null,
      },
    ]);
    const evidenceId = await upload(server, developer, app);
    const { body } = await file('return', submissionId, developer.session, { evidenceIds: [evidenceId] }).expect(201);
    expect(body).toMatchObject({
      against: 'return',
      subject: submissionId,
      words,
      evidenceIds: [evidenceId],
      filedBy: developer.signatory,
      state: 'open',
      isLate: false,
      // Monday in Taipei: two working days end on Wednesday, ten on Monday a fortnight later.
      firstAnswerDueAt: '2026-11-25T16:00:00.000Z',
      decisionDueAt: '2026-12-07T16:00:00.000Z',
      reason: null,
    });
    expect((await plan()).stoppedBy).toBe('appeal');
    expect((await appealable())[0].appealId).toBe(body.id);
    const mine = await ask(server).get(`${developer.base}/appeals`).set(developer.session).expect(200);
    expect(mine.body.items).toEqual([body]);
    const all = await ask(server)
      .get('/v1/appeals')
      .set(session)
      .query({ state: 'open', against: 'return' })
      .expect(200);
    expect(all.body.items).toContainEqual(body);
    expect((await ask(server).get(`/v1/appeals/${body.id}`).set(developer.session).expect(200)).body).toEqual(body);
    const tasks = await ask(server).get('/v1/tasks').set(session).query({ kind: 'appeal' }).expect(200);
    expect(tasks.body.items).toContainEqual(expect.objectContaining({ subject: body.id, assignee: 'am' }));
  });

  it('can be done once for a decision, also when two try at once', async () => {
    const submissionId = await returned();
    const answers = await Promise.all([file('return', submissionId), file('return', submissionId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { body } = await file('return', submissionId).expect(409);
    expect(body).toMatchObject({ code: 'appeal.already-filed', details: { state: 'open' } });
  });

  it('is too late on the thirty-first day', async () => {
    const submissionId = await returned();
    server.time.now += 31 * 86_400_000;
    await signIn();
    expect((await file('return', submissionId).expect(409)).body.code).toBe('appeal.too-late');
    expect(await appealable()).toEqual([]);
  });

  it('needs something that was decided, words, and files that are there', async () => {
    const submissionId = await returned();
    await file('suspension', submissionId).expect(404);
    await file('return', 'sub_0000000000').expect(404);
    await file('nonsense', submissionId).expect(400);
    await file('return', submissionId, developer.session, { words: ' ' }).expect(400);
    const missing = await file('return', submissionId, developer.session, { evidenceIds: [fresh('evd')] }).expect(422);
    expect(missing.body).toMatchObject({ code: 'evidence.missing', errors: [{ path: '/evidenceIds/0' }] });
    expect((await plan()).stoppedBy).toBeNull();
  });

  it('is for the developer’s own people, and its reading for nobody else’s', async () => {
    const submissionId = await returned();
    const stranger = (await enrol(server, 'native')).session;
    await file('return', submissionId, session).expect(403);
    await file('return', submissionId, stranger).expect(404);
    const { body } = await file('return', submissionId).expect(201);
    await ask(server).get(`/v1/appeals/${body.id}`).set(stranger).expect(404);
    await ask(server).get(`${developer.base}/appealable`).set(stranger).expect(404);
    await answer(body.id, 'withdraw', undefined, stranger).expect(404);
    await answer(body.id, 'withdraw', undefined, session).expect(403);
  });
});

describe('answering an appeal', () => {
  it('begins with a first answer in words, once', async () => {
    const { body: filed } = await file('return', await returned()).expect(201);
    const first = { words: 'Ann looks into it.' };
    const { body } = await answer(filed.id, 'acknowledge', first, session).expect(200);
    expect(body).toMatchObject({ state: 'open', firstAnswer: 'Ann looks into it.', firstAnsweredBy: manager });
    expect((await answer(filed.id, 'acknowledge', first, lead).expect(409)).body.code).toBe(
      'appeal.already-acknowledged',
    );
    await answer(filed.id, 'acknowledge', first, developer.session).expect(403);
    expect((await plan()).stoppedBy).toBe('appeal');
  });

  it('is not for who made the decision, and wants words', async () => {
    const { body: filed } = await file('return', await returned()).expect(201);
    expect((await decide(filed.id, 'uphold', session).expect(403)).body.code).toBe('appeal.same-person');
    await answer(filed.id, 'decision', { outcome: 'uphold', words: '' }, lead).expect(400);
    await decide(filed.id, 'uphold', developer.session).expect(403);
    await decide('apl_0000000000', 'uphold').expect(404);
  });

  it('dismisses it with a reason, and the clock runs on', async () => {
    const { body: filed } = await file('return', await returned()).expect(201);
    const { body } = await decide(filed.id, 'dismiss').expect(200);
    expect(body).toMatchObject({ state: 'dismissed', reason: 'The page names the vendor.' });
    expect((await plan()).stoppedBy).toBeNull();
    expect((await decide(filed.id, 'uphold').expect(409)).body.code).toBe('appeal.already-decided');
    expect((await file('return', filed.subject).expect(409)).body.code).toBe('appeal.already-filed');
  });

  it('has one winner when two answer at once', async () => {
    const { body: filed } = await file('return', await returned()).expect(201);
    const legal = await server.session(await server.staff('legal'));
    const answers = await Promise.all([decide(filed.id, 'uphold'), decide(filed.id, 'dismiss', legal)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is late when its terms are over, and the lead is told', async () => {
    const { body: filed } = await file('return', await returned()).expect(201);
    server.time.now += 3 * 86_400_000;
    await signIn();
    await server.deps.lifecycle.transact(developer.developerId, {
      id: fresh('evt'),
      type: 'clock.ticked',
      actor: { kind: 'clock', id: 'clock' },
    });
    const late = await ask(server).get('/v1/appeals').set(lead).query({ isLate: 'true' }).expect(200);
    expect(late.body.items).toContainEqual(expect.objectContaining({ id: filed.id, isLate: true }));
    const tasks = await ask(server).get('/v1/tasks').set(lead).query({ kind: 'appeal-late' }).expect(200);
    expect(tasks.body.items).toContainEqual(expect.objectContaining({ subject: filed.id, assignee: 'lead' }));
  });

  it('upholds one against a return: the items are accepted, in the name of who decided', async () => {
    const submissionId = await returned();
    const { body: filed } = await file('return', submissionId).expect(201);
    const { body } = await decide(filed.id, 'uphold').expect(200);
    expect(body.state).toBe('upheld');
    expect(await standing()).toBe('active');
    const { body: review } = await ask(server).get(`/v1/reviews/${submissionId}`).set(session).expect(200);
    expect(review.items.map((item: { state: string }) => item.state)).toEqual(Array(4).fill('accepted'));
  });

  it('upholds one against a suspension: keys work, the ladder starts over, the record is listed', async () => {
    const { suspensionId, keyId } = await suspended();
    expect(await keyState(keyId)).toBe('suspended');
    expect((await appealable()).map((one: { against: string }) => one.against).sort()).toEqual([
      'restriction',
      'suspension',
    ]);
    const { body: filed } = await file('suspension', suspensionId).expect(201);
    server.time.now += 86_400_000;
    await signIn();
    await decide(filed.id, 'uphold').expect(200);
    expect(await keyState(keyId)).toBe('active');
    expect(await standing()).toBe('grace');
    expect(await plan()).toMatchObject({ stoppedBy: null, restrictedAt: null });
    const { body } = await ask(server)
      .get('/v1/wrongful-enforcements')
      .set(lead)
      .query({ developerId: developer.developerId })
      .expect(200);
    const [record] = body.items;
    expect(record).toMatchObject({ appealId: filed.id, against: 'suspension', subject: suspensionId });
    expect(record.timeToRestoreMs).toBe(Date.parse(record.restoredAt) - Date.parse(record.enforcedAt));
    expect(record.timeToRestoreMs).toBeGreaterThanOrEqual(86_400_000);
    expect(body.totals).toEqual({
      count: 1,
      timeToRestoreMs: { sum: record.timeToRestoreMs, longest: record.timeToRestoreMs },
      byAgainst: { return: 0, finding: 0, restriction: 0, suspension: 1 },
    });
    await ask(server).get('/v1/wrongful-enforcements').set(session).expect(403);
    await expect(
      db.updateTable('wrongfulEnforcements').set({ subject: 'x' }).where('id', '=', record.id).execute(),
    ).rejects.toThrow('append-only');
  });

  it('answers one against a suspension that was cured before it was filed', async () => {
    const { suspensionId, keyId } = await suspended();
    await expect(
      db
        .updateTable('suspensions')
        .set({ liftedAt: new Date(server.time.now), liftedBy: 'appeal' })
        .where('id', '=', suspensionId as never)
        .execute(),
    ).rejects.toThrow('only when one was upheld');
    const lived = livedDevelopers(db);
    lived.time.now = server.time.now;
    await lived.attest(developer.developerId, app.appId);
    expect(await keyState(keyId)).toBe('active');
    const items = await appealable();
    expect(items).toMatchObject([{ against: 'suspension', subject: suspensionId }]);
    expect(items[0].endedAt).not.toBeNull();
    const { body: filed } = await file('suspension', suspensionId).expect(201);
    await decide(filed.id, 'uphold').expect(200);
    expect(await standing()).toBe('active');
    const { body } = await ask(server)
      .get('/v1/wrongful-enforcements')
      .set(lead)
      .query({ developerId: developer.developerId })
      .expect(200);
    expect(body.items).toMatchObject([{ restoredAt: items[0].endedAt }]);
  });
});

describe('taking it back', () => {
  it('lets the clock run on, and stays the one appeal', async () => {
    const submissionId = await returned();
    const { body: filed } = await file('return', submissionId).expect(201);
    const { body } = await answer(filed.id, 'withdraw', undefined, developer.session).expect(200);
    expect(body).toMatchObject({ state: 'withdrawn', decidedBy: null, reason: null });
    expect((await plan()).stoppedBy).toBeNull();
    expect((await file('return', submissionId).expect(409)).body.code).toBe('appeal.already-filed');
    expect((await decide(filed.id, 'uphold').expect(409)).body.code).toBe('appeal.already-decided');
  });
});
