import type { Database } from '../../db/database';
import { addDays } from '../../domain/calendar/zoned';
import { appealRequests, appealWords, type Dispute, dispute, returned, signedInAnew } from '../support/appeals';
import { enrol, fresh, upload } from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask } from '../support/server';

let db: Database;
let one: Dispute;
const { file, answer, decide, appealable } = appealRequests(() => one);

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  one = await dispute(db);
});

const plan = () =>
  db
    .selectFrom('plans')
    .selectAll()
    .where('developerId', '=', one.developer.developerId)
    .orderBy('openedAt', 'desc')
    .executeTakeFirstOrThrow();

describe('filing an appeal', () => {
  it('stops the clock, and shows in both lists and by itself', async () => {
    const submissionId = await returned(one);
    expect(await appealable()).toMatchObject([
      {
        against: 'return',
        subject: submissionId,
        appId: one.app.appId,
        untilOn: addDays('2026-11-23', 30),
        appealId: null,
      },
    ]);
    const evidenceId = await upload(one.server, one.developer, one.app);
    const { body } = await file('return', submissionId, one.developer.session, { evidenceIds: [evidenceId] }).expect(
      201,
    );
    expect(body).toMatchObject({
      against: 'return',
      subject: submissionId,
      words: appealWords,
      evidenceIds: [evidenceId],
      filedBy: one.developer.signatory,
      state: 'open',
      isLate: false,
      // Monday in Taipei: two working days end on Wednesday, ten on Monday a fortnight later.
      firstAnswerDueAt: '2026-11-25T16:00:00.000Z',
      decisionDueAt: '2026-12-07T16:00:00.000Z',
      reason: null,
    });
    expect((await plan()).stoppedBy).toBe('appeal');
    expect((await appealable())[0].appealId).toBe(body.id);
    const mine = await ask(one.server).get(`${one.developer.base}/appeals`).set(one.developer.session).expect(200);
    expect(mine.body.items).toEqual([body]);
    const all = await ask(one.server)
      .get('/v1/appeals')
      .set(one.session)
      .query({ state: 'open', against: 'return' })
      .expect(200);
    expect(all.body.items).toContainEqual(body);
    expect((await ask(one.server).get(`/v1/appeals/${body.id}`).set(one.developer.session).expect(200)).body).toEqual(
      body,
    );
    const tasks = await ask(one.server).get('/v1/tasks').set(one.session).query({ kind: 'appeal' }).expect(200);
    expect(tasks.body.items).toContainEqual(expect.objectContaining({ subject: body.id, assignee: 'am' }));
  });

  it('can be done once for a decision, also when two try at once', async () => {
    const submissionId = await returned(one);
    const answers = await Promise.all([file('return', submissionId), file('return', submissionId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { body } = await file('return', submissionId).expect(409);
    expect(body).toMatchObject({ code: 'appeal.already-filed', details: { state: 'open' } });
  });

  it('is too late on the thirty-first day', async () => {
    const submissionId = await returned(one);
    one.server.time.now += 31 * 86_400_000;
    one = await signedInAnew(one);
    expect((await file('return', submissionId).expect(409)).body.code).toBe('appeal.too-late');
    expect(await appealable()).toEqual([]);
  });

  it('needs something that was decided, words, and files that are there', async () => {
    const submissionId = await returned(one);
    await file('suspension', submissionId).expect(404);
    await file('return', 'sub_0000000000').expect(404);
    await file('nonsense', submissionId).expect(400);
    await file('return', submissionId, one.developer.session, { words: ' ' }).expect(400);
    const missing = await file('return', submissionId, one.developer.session, { evidenceIds: [fresh('evd')] }).expect(
      422,
    );
    expect(missing.body).toMatchObject({ code: 'evidence.missing', errors: [{ path: '/evidenceIds/0' }] });
    expect((await plan()).stoppedBy).toBeNull();
  });

  it('is for the developer’s own people, and its reading for nobody else’s', async () => {
    const submissionId = await returned(one);
    const stranger = (await enrol(one.server, 'native')).session;
    await file('return', submissionId, one.session).expect(403);
    await file('return', submissionId, stranger).expect(404);
    const { body } = await file('return', submissionId).expect(201);
    await ask(one.server).get(`/v1/appeals/${body.id}`).set(stranger).expect(404);
    await ask(one.server).get(`${one.developer.base}/appealable`).set(stranger).expect(404);
    await answer(body.id, 'withdraw', undefined, stranger).expect(404);
    await answer(body.id, 'withdraw', undefined, one.session).expect(403);
  });
});

describe('taking it back', () => {
  it('lets the clock run on, and stays the one appeal', async () => {
    const submissionId = await returned(one);
    const { body: filed } = await file('return', submissionId).expect(201);
    const { body } = await answer(filed.id, 'withdraw', undefined, one.developer.session).expect(200);
    expect(body).toMatchObject({ state: 'withdrawn', decidedBy: null, reason: null });
    expect((await plan()).stoppedBy).toBeNull();
    expect((await file('return', submissionId).expect(409)).body.code).toBe('appeal.already-filed');
    expect((await decide(filed.id, 'uphold').expect(409)).body.code).toBe('appeal.already-decided');
  });
});
