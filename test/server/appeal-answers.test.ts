import type { Database } from '../../db/database';
import { appealRequests, type Dispute, dispute, returned, signedInAnew, suspended } from '../support/appeals';
import { fresh } from '../support/attestation';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';
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
const keyState = async (keyId: string) =>
  (
    await db
      .selectFrom('keys')
      .select('state')
      .where('id', '=', keyId as never)
      .executeTakeFirstOrThrow()
  ).state;
const standing = async () =>
  (await db.selectFrom('apps').select('standing').where('id', '=', one.app.appId).executeTakeFirstOrThrow()).standing;

describe('answering an appeal', () => {
  it('begins with a first answer in words, once', async () => {
    const { body: filed } = await file('return', await returned(one)).expect(201);
    const first = { words: 'Ann looks into it.' };
    const { body } = await answer(filed.id, 'acknowledge', first, one.session).expect(200);
    expect(body).toMatchObject({ state: 'open', firstAnswer: 'Ann looks into it.', firstAnsweredBy: one.manager });
    expect((await answer(filed.id, 'acknowledge', first, one.lead).expect(409)).body.code).toBe(
      'appeal.already-acknowledged',
    );
    await answer(filed.id, 'acknowledge', first, one.developer.session).expect(403);
    expect((await plan()).stoppedBy).toBe('appeal');
  });

  it('is not for who made the decision, and wants words', async () => {
    const { body: filed } = await file('return', await returned(one)).expect(201);
    expect((await decide(filed.id, 'uphold', one.session).expect(403)).body.code).toBe('appeal.same-person');
    await answer(filed.id, 'decision', { outcome: 'uphold', words: '' }, one.lead).expect(400);
    await decide(filed.id, 'uphold', one.developer.session).expect(403);
    await decide('apl_0000000000', 'uphold').expect(404);
  });

  it('dismisses it with a reason, and the clock runs on', async () => {
    const { body: filed } = await file('return', await returned(one)).expect(201);
    const { body } = await decide(filed.id, 'dismiss').expect(200);
    expect(body).toMatchObject({ state: 'dismissed', reason: 'The page names the vendor.' });
    expect((await plan()).stoppedBy).toBeNull();
    expect((await decide(filed.id, 'uphold').expect(409)).body.code).toBe('appeal.already-decided');
    expect((await file('return', filed.subject).expect(409)).body.code).toBe('appeal.already-filed');
  });

  it('has one winner when two answer at once', async () => {
    const { body: filed } = await file('return', await returned(one)).expect(201);
    const legal = await one.server.session(await one.server.staff('legal'));
    const answers = await Promise.all([decide(filed.id, 'uphold'), decide(filed.id, 'dismiss', legal)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is late when its terms are over, and the lead is told', async () => {
    const { body: filed } = await file('return', await returned(one)).expect(201);
    one.server.time.now += 3 * 86_400_000;
    one = await signedInAnew(one);
    await one.server.deps.lifecycle.transact(one.developer.developerId, {
      id: fresh('evt'),
      type: 'clock.ticked',
      actor: { kind: 'clock', id: 'clock' },
    });
    const late = await ask(one.server).get('/v1/appeals').set(one.lead).query({ isLate: 'true' }).expect(200);
    expect(late.body.items).toContainEqual(expect.objectContaining({ id: filed.id, isLate: true }));
    const tasks = await ask(one.server).get('/v1/tasks').set(one.lead).query({ kind: 'appeal-late' }).expect(200);
    expect(tasks.body.items).toContainEqual(expect.objectContaining({ subject: filed.id, assignee: 'lead' }));
  });

  it('upholds one against a return: the items are accepted, in the name of who decided', async () => {
    const submissionId = await returned(one);
    const { body: filed } = await file('return', submissionId).expect(201);
    const { body } = await decide(filed.id, 'uphold').expect(200);
    expect(body.state).toBe('upheld');
    expect(await standing()).toBe('active');
    const { body: review } = await ask(one.server).get(`/v1/reviews/${submissionId}`).set(one.session).expect(200);
    expect(review.items.map((item: { state: string }) => item.state)).toEqual(Array(4).fill('accepted'));
    const deciders = review.items.map((item: { decision: { by: { personId: string } } }) => item.decision.by.personId);
    expect(deciders.filter((id: string) => id === one.manager)).toHaveLength(3);
    expect(deciders).toContain(body.decidedBy);
  });

  it('upholds one against a suspension: keys work, the ladder starts over, the record is listed', async () => {
    const { suspensionId, keyId, dispute: later } = await suspended(db, one);
    one = later;
    expect(await keyState(keyId)).toBe('suspended');
    expect((await appealable()).map((one: { against: string }) => one.against).sort()).toEqual([
      'restriction',
      'suspension',
    ]);
    const { body: filed } = await file('suspension', suspensionId).expect(201);
    one.server.time.now += 86_400_000;
    one = await signedInAnew(one);
    await decide(filed.id, 'uphold').expect(200);
    expect(await keyState(keyId)).toBe('active');
    expect(await standing()).toBe('grace');
    expect(await plan()).toMatchObject({ stoppedBy: null, restrictedAt: null });
    const { body } = await ask(one.server)
      .get('/v1/wrongful-enforcements')
      .set(one.lead)
      .query({ developerId: one.developer.developerId })
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
    await ask(one.server).get('/v1/wrongful-enforcements').set(one.session).expect(403);
    await expect(
      db.updateTable('wrongfulEnforcements').set({ subject: 'x' }).where('id', '=', record.id).execute(),
    ).rejects.toThrow('append-only');
  });

  it('answers one against a suspension that was cured before it was filed', async () => {
    const { suspensionId, keyId, dispute: later } = await suspended(db, one);
    one = later;
    await expect(
      db
        .updateTable('suspensions')
        .set({ liftedAt: new Date(one.server.time.now), liftedBy: 'appeal' })
        .where('id', '=', suspensionId as never)
        .execute(),
    ).rejects.toThrow('only when one was upheld');
    const lived = livedDevelopers(db);
    lived.time.now = one.server.time.now;
    await lived.attest(one.developer.developerId, one.app.appId);
    expect(await keyState(keyId)).toBe('active');
    const items = await appealable();
    expect(items).toMatchObject([{ against: 'suspension', subject: suspensionId }]);
    expect(items[0].endedAt).not.toBeNull();
    const { body: filed } = await file('suspension', suspensionId).expect(201);
    await decide(filed.id, 'uphold').expect(200);
    expect(await standing()).toBe('active');
    const { body } = await ask(one.server)
      .get('/v1/wrongful-enforcements')
      .set(one.lead)
      .query({ developerId: one.developer.developerId })
      .expect(200);
    expect(body.items).toMatchObject([{ restoredAt: items[0].endedAt }]);
  });
});
