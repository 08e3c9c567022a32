import type { Database } from '../../db/database';
import type { PersonId } from '../../domain/ids';
import {
  type AttestedApp,
  attestationServer,
  checked,
  type Enrolled,
  enrol,
  type Session,
  submit,
} from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask as request, type TestServer } from '../support/server';

interface Item {
  requirementId: string;
  questions: { id: string; isOpen: boolean }[];
}

let db: Database;
let server: TestServer;
let developer: Enrolled;
let manager: PersonId;
let session: Session;
let submission: { id: string; items: Item[] };
let law: Item;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = attestationServer(db);
  developer = await enrol(server, 'native');
  manager = await server.staff('am');
  session = await server.session(manager);
  submission = await submit(server, developer, developer.apps[0] as AttestedApp);
  await checked(server, developer, submission.id, 'green');
  law = submission.items[0] as Item;
});

const words = 'Which page of the policy do you mean?';
const review = () => `/v1/reviews/${submission.id}`;
const ask = (body: object = {}, as = session) =>
  request(server)
    .post(`${review()}/questions`)
    .set(as)
    .send({ requirementId: law.requirementId, words, ...body });
const answer = (questionId: string, text = 'Section 4.2.', as = developer.session) =>
  request(server)
    .post(`${developer.base}/submissions/${submission.id}/questions/${questionId}/answer`)
    .set(as)
    .send({ answer: text });
const decide = (outcome: object, item = law) =>
  request(server)
    .post(`${review()}/decisions`)
    .set(session)
    .send({ items: [{ requirementId: item.requirementId, ...outcome }] })
    .expect(200);
const asReviewed = async () => (await request(server).get(review()).set(session).expect(200)).body;
const asSigned = async () =>
  (await request(server).get(`${developer.base}/submissions/${submission.id}`).set(developer.session).expect(200)).body;
const kept = async () =>
  db.selectFrom('reviewQuestions').selectAll().where('developerId', '=', developer.developerId).execute();
const notices = async () =>
  db
    .selectFrom('notices')
    .select(['audience', 'facts', 'planIds'])
    .where('developerId', '=', developer.developerId)
    .where('template', '=', 'review-question')
    .execute();

describe('a question about an item', () => {
  it('is mailed, stands beside the item for both, and its answer too', async () => {
    const asked = (await ask().expect(201)).body;
    expect(asked).toMatchObject({ words, answer: null, answeredAt: null, isOpen: true });
    expect(await notices()).toMatchObject([
      { audience: ['signatory', 'preparer'], facts: { question: { obligation: 'law', words } } },
    ]);
    expect((await asSigned()).items[0].questions).toEqual([asked]);
    expect((await asReviewed()).questions).toEqual({ open: 1, answered: 0 });

    server.time.now += 60_000;
    const answered = (await answer(asked.id).expect(200)).body;
    expect(answered).toMatchObject({ answer: 'Section 4.2.', isOpen: false, answeredAt: '2026-11-23T12:01:00.000Z' });
    const shown = await asReviewed();
    expect(shown.questions).toEqual({ open: 0, answered: 1 });
    expect(shown.items[0].questions).toEqual([
      {
        ...answered,
        askedBy: { personId: expect.any(String), name: 'Mei Lin' },
        answeredBy: { personId: developer.signatory, name: 'Mei Lin' },
      },
    ]);
    // The developer is not told who of the vendor asked.
    expect((await asSigned()).items[0].questions).toEqual([answered]);
  });

  it('decides nothing and moves no date', async () => {
    const rows = async () => ({
      plans: await db.selectFrom('plans').selectAll().where('developerId', '=', developer.developerId).execute(),
      items: await db.selectFrom('requirements').selectAll().where('developerId', '=', developer.developerId).execute(),
      submissions: await db
        .selectFrom('submissions')
        .selectAll()
        .where('developerId', '=', developer.developerId)
        .execute(),
    });
    const { next, state, isClockStopped } = await asSigned();
    const before = await rows();
    await ask().expect(201);
    expect(await rows()).toEqual(before);
    expect(await asSigned()).toMatchObject({ next, state, isClockStopped });
    expect(state).toBe('in-review');
  });

  it('is one at a time for each item, and another one after the answer', async () => {
    const first = (await ask().expect(201)).body;
    expect((await ask({ words: 'And why?' }).expect(409)).body.code).toBe('review.question-open');
    expect(await notices()).toHaveLength(1);
    await ask({ requirementId: submission.items[1]?.requirementId }).expect(201);
    await answer(first.id).expect(200);
    await ask({ words: 'And why?' }).expect(201);
    expect((await asReviewed()).items[0].questions).toHaveLength(2);
    expect((await asReviewed()).questions).toEqual({ open: 2, answered: 1 });
  });

  it('is marked on Today once it is answered, until the item is decided', async () => {
    await db
      .updateTable('developerProfiles')
      .set({ accountManagerId: manager })
      .where('developerId', '=', developer.developerId)
      .execute();
    const marks = async () => {
      const { body } = await request(server).get('/v1/desk/today').set(session).query({ scope: 'mine' }).expect(200);
      return body.reviews.items.map(({ hasAnswers }: { hasAnswers: boolean }) => hasAnswers);
    };
    const { id } = (await ask().expect(201)).body;
    expect(await marks()).toEqual([false]);
    await answer(id).expect(200);
    expect(await marks()).toEqual([true]);
    await decide({ outcome: 'accept' });
    expect(await marks()).toEqual([false]);
  });

  it('is told on Today once it is answered, to who asked and to who looks after the developer', async () => {
    const otherId = await server.staff('am');
    const other = await server.session(otherId);
    const told = async (headers: Session) => {
      const { body } = await request(server).get('/v1/desk/today').set(headers).query({ scope: 'mine' }).expect(200);
      return body.answers.items.map(({ questionId }: { questionId: string }) => questionId);
    };
    const first = (await ask().expect(201)).body;
    expect(await told(session)).toEqual([]);
    await answer(first.id).expect(200);
    expect([await told(session), await told(other)]).toEqual([[first.id], []]);
    await db
      .updateTable('developerProfiles')
      .set({ accountManagerId: otherId })
      .where('developerId', '=', developer.developerId)
      .execute();
    expect([await told(session), await told(other)]).toEqual([[first.id], [first.id]]);
    // Whoever asks again has read it. Later, so that it is the time that says which of them is the last and not their ids.
    server.time.now += 60_000;
    const second = (await ask({ words: 'And why?' }).expect(201)).body;
    expect(await told(session)).toEqual([]);
    await answer(second.id).expect(200);
    expect(await told(session)).toEqual([second.id]);
    await decide({ outcome: 'accept' });
    expect(await told(session)).toEqual([]);
  });

  it('is told at once to who looks at everybody’s, though nothing is decided by an answer', async () => {
    const told = async () => {
      const { body } = await request(server).get('/v1/desk/today').set(session).query({ scope: 'all' }).expect(200);
      return body.answers.items.map(({ questionId }: { questionId: string }) => questionId);
    };
    const { id } = (await ask().expect(201)).body;
    expect(await told()).not.toContain(id);
    await answer(id).expect(200);
    expect(await told()).toContain(id);
  });

  it('is asked once however often it is sent', async () => {
    const send = () => ask().set('Idempotency-Key', 'asked-once-00000001').expect(201);
    const [one, two] = [(await send()).body, (await send()).body];
    expect(two).toEqual(one);
    expect(await kept()).toHaveLength(1);
    expect(await notices()).toHaveLength(1);
  });

  it.each([{ outcome: 'accept' }, { outcome: 'return', reasonCode: 'sdk-not-named', reason: 'Name it.' }])(
    'closes when the item is decided: %j',
    async (outcome) => {
      const asked = (await ask().expect(201)).body;
      await decide(outcome);
      expect((await asSigned()).items[0].questions).toEqual([{ ...asked, isOpen: false }]);
      expect((await asReviewed()).questions).toEqual({ open: 0, answered: 0 });
      expect((await answer(asked.id).expect(409)).body.code).toBe('review.question-closed');
      expect((await ask().expect(409)).body).toMatchObject({
        code: 'requirement.already-decided',
        details: { decision: { by: { kind: 'staff', name: 'Mei Lin' } } },
      });
      expect(await kept()).toMatchObject([{ answer: null }]);
    },
  );

  it('is for items of this submission alone', async () => {
    const invented = 'req_00000000000000000000';
    expect((await ask({ requirementId: invented }).expect(409)).body).toMatchObject({
      code: 'requirement.not-submitted',
      errors: [{ path: '/requirementId' }],
    });
    await request(server)
      .post('/v1/reviews/sub_00000000000000000000/questions')
      .set(session)
      .send({ requirementId: law.requirementId, words })
      .expect(404);
    expect(await kept()).toEqual([]);
  });

  it.each([{ words: ' ' }, { words: 'x'.repeat(2001) }, { requirementId: 'law' }])('refuses %j', async (body) => {
    expect((await ask(body).expect(400)).body.code).toBe('request.invalid');
    expect(await notices()).toEqual([]);
  });

  it('is not asked by legal about what claims no exemption, nor by who belongs to the developer', async () => {
    const legal = await server.session(await server.staff('legal'));
    expect((await ask({}, legal).expect(403)).body.code).toBe('access.forbidden');
    const colleague = await server.staff('lead');
    await server.contact(developer.developerId, 'preparer', { personId: colleague });
    expect((await ask({}, await server.session(colleague)).expect(403)).body.code).toBe('review.own-submission');
    await ask({}, developer.session).expect(403);
    expect(await kept()).toEqual([]);
  });
});

describe('an answer', () => {
  it('is given by preparers too, and once', async () => {
    const { id } = (await ask().expect(201)).body;
    const preparer = await server.session(await server.contact(developer.developerId, 'preparer'));
    const first = (await answer(id, 'Section 4.2.', preparer).expect(200)).body;
    // The same again is the same; another one comes too late.
    expect((await answer(id, 'Section 4.2.', preparer).expect(200)).body).toEqual(first);
    expect((await answer(id, 'Section 5.').expect(409)).body.code).toBe('review.question-answered');
    expect(await kept()).toMatchObject([{ answer: 'Section 4.2.' }]);
  });

  it('is not for strangers, nor for the vendor, nor under another submission', async () => {
    const { id } = (await ask().expect(201)).body;
    const stranger = await enrol(server, 'native');
    await answer(id, 'Mine.', stranger.session).expect(404);
    await answer(id, 'Mine.', session).expect(403);
    const foreign = `${stranger.base}/submissions/${submission.id}/questions/${id}/answer`;
    await request(server).post(foreign).set(stranger.session).send({ answer: 'Mine.' }).expect(404);
    await answer('qst_00000000000000000000').expect(404);
    expect((await answer(id, ' ').expect(400)).body.code).toBe('request.invalid');
    expect(await kept()).toMatchObject([{ answer: null }]);
  });

  it('is never written over, by nobody', async () => {
    const { id } = (await ask().expect(201)).body;
    await answer(id).expect(200);
    const change = db.updateTable('reviewQuestions').set({ answer: 'Another.' }).where('id', '=', id).execute();
    await expect(change).rejects.toThrow('append-only');
    await expect(db.deleteFrom('reviewQuestions').where('id', '=', id).execute()).rejects.toThrow('append-only');
  });
});
