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
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let app: AttestedApp;
let manager: PersonId;
let session: Session;
let submission: { id: string; items: { requirementId: string; obligation: string; statementId: string }[] };
let path: string;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = attestationServer(db);
  developer = await enrol(server, 'native');
  app = developer.apps[0] as AttestedApp;
  manager = await server.staff('am');
  session = await server.session(manager);
  submission = await submit(server, developer, app);
  await checked(server, developer, submission.id, 'green');
  path = `/v1/reviews/${submission.id}`;
});

const accept = () => submission.items.map(({ requirementId }) => ({ requirementId, outcome: 'accept' }));
const decide = (items: unknown, as = session) => ask(server).post(`${path}/decisions`).set(as).send({ items });
const states = async () =>
  (await db.selectFrom('requirements').select('state').where('appId', '=', app.appId).execute()).map(
    ({ state }) => state,
  );
const standing = async () =>
  (await db.selectFrom('apps').select('standing').where('id', '=', app.appId).executeTakeFirstOrThrow()).standing;

describe('the queue', () => {
  const queue = async (query: object, as = session) =>
    (await ask(server).get('/v1/reviews').set(as).query(query).expect(200)).body.items.filter(
      (item: { submissionId: string }) => item.submissionId === submission.id,
    );

  it('shows who waits for what, why and until when', async () => {
    expect(await queue({})).toMatchObject([
      {
        developer: { id: developer.developerId, legalName: 'Harbour Light Retail Ltd.', accountManagerId: null },
        app: { id: app.appId, name: 'Shop native', sdkProduct: 'native' },
        checks: 'green',
        needsReview: true,
        why: 'it is the first attestation',
        isOverdue: false,
        itemsWaiting: 4,
        // Monday plus five working days, to the end of the day in the vendor's zone.
        reviewDueAt: '2026-11-30T16:00:00.000Z',
      },
    ]);
  });

  it('can be narrowed', async () => {
    expect(await queue({ mine: 'true' })).toHaveLength(0);
    await db
      .updateTable('developerProfiles')
      .set({ accountManagerId: manager })
      .where('developerId', '=', developer.developerId)
      .execute();
    expect(await queue({ mine: 'true' })).toHaveLength(1);
    expect(await queue({ accountManagerId: manager })).toHaveLength(1);
    expect(await queue({ sdkProduct: 'wechat-mini' })).toHaveLength(0);
    expect(await queue({ needsReview: 'false' })).toHaveLength(0);
    expect(await queue({ isOverdue: 'true' })).toHaveLength(0);
    expect(await queue({ signedBefore: '2026-11-23T12:00:00Z' })).toHaveLength(0);
    expect(await queue({ signedBefore: '2026-11-23T12:00:01Z' })).toHaveLength(1);
    server.time.now = Date.parse('2026-11-30T16:00:00Z');
    expect(await queue({ isOverdue: 'true' }, await server.session(manager))).toHaveLength(1);
  });

  it('counts the moved time of each developer', async () => {
    await db
      .insertInto('developerOffsets')
      .values({ developerId: developer.developerId, offsetMs: 8 * 86_400_000 })
      .execute();
    expect(await queue({ isOverdue: 'true' })).toHaveLength(1);
  });

  it('turns pages without a gap', async () => {
    const mine = [submission.id];
    for (let count = 0; count < 2; count += 1) {
      const other = await enrol(server, 'native');
      mine.push((await submit(server, other, other.apps[0] as AttestedApp)).id);
    }
    for (const sort of ['signedAt', '-signedAt', 'reviewDueAt', '-reviewDueAt']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const { body }: { body: { items: { submissionId: string }[]; nextCursor: string | null } } = await ask(server)
          .get('/v1/reviews')
          .set(session)
          .query({ limit: 1, sort, ...(cursor === null ? {} : { cursor }) })
          .expect(200);
        seen.push(...body.items.map((item) => item.submissionId));
        cursor = body.nextCursor;
      } while (cursor !== null);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(expect.arrayContaining(mine));
    }
  });

  it('is not for developers', async () => {
    for (const there of ['/v1/reviews', path, '/v1/review-reasons'])
      await ask(server).get(there).set(developer.session).expect(403);
  });
});

describe('a review', () => {
  it('shows each item with its statement, answers, evidence and checks', async () => {
    const legal = await server.session(await server.staff('legal'));
    const { body } = await ask(server).get(path).set(legal).expect(200);
    expect(body).toMatchObject({ submissionId: submission.id, signedBy: developer.signatory, language: 'en' });
    expect(body.items.map(({ obligation }: { obligation: string }) => obligation)).toEqual([
      'law',
      'notice',
      'consent',
      'rights',
    ]);
    expect(body.items[2]).toMatchObject({
      clauses: ['3.2', '3.3'],
      statement: expect.stringMatching(/^We have obtained/),
      answers: { basis: 'consent' },
      lastCycle: null,
      evidence: [{ fileName: 'consent.png', mediaType: 'image/png' }],
      decision: null,
    });
    await ask(server).get('/v1/reviews/sub_0000000000').set(legal).expect(404);
  });

  it('lists the reasons for a return in both languages', async () => {
    const { body } = await ask(server).get('/v1/review-reasons').set(session).expect(200);
    expect(body.items).toContainEqual({
      code: 'evidence-unreadable',
      text: { en: expect.any(String), 'zh-CN': expect.stringMatching(/文件/) },
    });
  });
});

describe('deciding', () => {
  it('accepts all items, and the app is attested', async () => {
    const { body } = await decide(accept()).expect(200);
    expect(body).toMatchObject({ itemsWaiting: 0, answeredAt: expect.any(String) });
    expect(body.items[0]).toMatchObject({
      state: 'accepted',
      decision: { by: { kind: 'staff', personId: manager, name: 'Mei Lin' } },
    });
    expect(await standing()).toBe('active');
    const mine = await ask(server)
      .get(`${developer.base}/submissions/${submission.id}`)
      .set(developer.session)
      .expect(200);
    expect(mine.body).toMatchObject({ state: 'accepted', next: { who: 'nobody', by: null }, isClockStopped: false });
  });

  it('returns one item with a reason, and the developer reads it', async () => {
    const [law, ...others] = accept();
    const returned = {
      ...law,
      outcome: 'return',
      reasonCode: 'assessment-missing',
      reason: 'Name the assessment of 2026.',
    };
    await decide([returned, ...others]).expect(200);
    expect((await states()).sort()).toEqual(['accepted', 'accepted', 'accepted', 'returned']);
    const mine = await ask(server)
      .get(`${developer.base}/submissions/${submission.id}`)
      .set(developer.session)
      .expect(200);
    expect(mine.body).toMatchObject({ state: 'returned', next: { who: 'developer' } });
    expect(mine.body.items[0]).toMatchObject({
      reasonCode: 'assessment-missing',
      reason: 'Name the assessment of 2026.',
      reasonText: { en: expect.any(String) },
    });
  });

  it('takes its time: some items now, the others later', async () => {
    const [first, ...others] = accept();
    const { body } = await decide([first]).expect(200);
    expect(body.itemsWaiting).toBe(3);
    expect(await standing()).toBe('onboarding');
    await decide(others).expect(200);
    expect(await standing()).toBe('active');
  });

  it('has one winner when two decide at once, and tells the other who it was', async () => {
    const other = await server.person({ name: 'Second Manager' });
    await db
      .insertInto('staff')
      .values({
        personId: other,
        role: 'am',
        language: 'en',
        isActive: true,
        addedAt: new Date(server.time.now),
      })
      .execute();
    const theirs = await server.session(other);
    const returned = accept().map((item) => ({ ...item, outcome: 'return', reasonCode: 'other', reason: 'Not so.' }));
    const answers = await Promise.all([decide(accept()), decide(returned, theirs)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    const winner = answers[0]?.status === 200 ? manager : other;
    expect(loser?.body).toMatchObject({
      code: 'requirement.already-decided',
      details: { decision: { by: { personId: winner }, at: expect.any(String) } },
    });
    const after = await states();
    expect(new Set(after)).toEqual(new Set([winner === manager ? 'accepted' : 'returned']));
    const entries = await db
      .selectFrom('auditEntries')
      .select('actor')
      .where('developerId', '=', developer.developerId)
      .where('decision', 'in', ['requirement.accepted', 'requirement.returned'])
      .execute();
    expect(entries).toHaveLength(4);
    expect(new Set(entries.map(({ actor }) => actor.id))).toEqual(new Set([winner]));
  });

  it('tells who was quicker although the cycle has closed since', async () => {
    await decide(accept()).expect(200);
    const { body } = await decide(accept(), await server.session(await server.staff('lead'))).expect(409);
    expect(body).toMatchObject({
      code: 'requirement.already-decided',
      detail: expect.stringMatching(/Mei Lin/),
      details: { state: 'accepted', decision: { by: { personId: manager, name: 'Mei Lin' } } },
    });
  });

  it('changes nothing when one item cannot be decided', async () => {
    const other = await enrol(server, 'native');
    const foreign = { requirementId: other.apps[0]?.requirements.law, outcome: 'accept' };
    const { body } = await decide([...accept(), foreign]).expect(409);
    expect(body.code).toBe('requirement.not-submitted');
    expect(new Set(await states())).toEqual(new Set(['submitted']));
  });

  it('wants a reason for a return', async () => {
    const [law] = accept();
    const { body } = await decide([{ ...law, outcome: 'return' }]).expect(422);
    expect(body.code).toBe('review.reason-missing');
    expect(new Set(await states())).toEqual(new Set(['submitted']));
  });

  it.each([
    ['nothing', () => []],
    ['an item twice', () => [...accept(), ...accept()]],
    ['a code that is not known', () => accept().map((item) => ({ ...item, reasonCode: 'because' }))],
    ['a third outcome', () => accept().map((item) => ({ ...item, outcome: 'maybe' }))],
  ])('refuses %s', async (_what, items) => {
    expect((await decide(items()).expect(400)).body.code).toBe('request.invalid');
  });

  it('is not for legal, nor for developers', async () => {
    await decide(accept(), await server.session(await server.staff('legal'))).expect(403);
    await decide(accept(), developer.session).expect(403);
    expect(new Set(await states())).toEqual(new Set(['submitted']));
  });

  it('is not for who signed it, nor for another of the developer’s people', async () => {
    const colleague = await server.staff('lead');
    await server.contact(developer.developerId, 'signatory', { personId: colleague });
    const row = { role: 'am', language: 'en', isActive: true, addedAt: new Date(server.time.now) } as const;
    await db
      .insertInto('staff')
      .values({ personId: developer.signatory, ...row })
      .execute();
    for (const personId of [colleague, developer.signatory]) {
      const { body } = await decide(accept(), await server.session(personId)).expect(403);
      expect(body.code).toBe('review.own-submission');
    }
    expect(new Set(await states())).toEqual(new Set(['submitted']));
  });
});
