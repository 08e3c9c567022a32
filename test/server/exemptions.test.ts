import type { Database } from '../../db/database';
import type { PersonId } from '../../domain/ids';
import {
  type AttestedApp,
  attestationServer,
  checked,
  draftClaim,
  type Enrolled,
  enrol,
  fresh,
  type Session,
  sampleClaim,
  signature,
  submit,
  submitClaim,
} from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let app: AttestedApp;
let manager: PersonId;
let session: Session;
let submission: { id: string; items: { requirementId: string; obligation: string }[] };
let path: string;

const endsOn = '2027-06-30';

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = attestationServer(db);
  developer = await enrol(server, 'native');
  app = developer.apps[0] as AttestedApp;
  manager = await server.staff('am');
  session = await server.session(manager);
  path = `${developer.base}/exemptions`;
});

async function claim(until = endsOn, options = {}) {
  submission = await submitClaim(server, developer, app, until, options);
  await checked(server, developer, submission.id, 'green');
  return only();
}
const only = async () => {
  const { body } = await ask(server).get(path).set(developer.session).expect(200);
  expect(body.items).toHaveLength(1);
  return body.items[0];
};
const decide = (consent: object = {}, as = session, which: (obligation: string) => boolean = () => true) =>
  ask(server)
    .post(`/v1/reviews/${submission.id}/decisions`)
    .set(as)
    .send({
      items: submission.items
        .filter(({ obligation }) => which(obligation))
        .map(({ requirementId, obligation }) => ({
          requirementId,
          outcome: 'accept',
          ...(obligation === 'consent' && consent),
        })),
    });
const end = (id: string, as = session, reason = 'Section 17 was repealed.') =>
  ask(server).post(`/v1/exemptions/${id}/end`).set(as).send({ reason });
const later = async (day: string) => {
  server.time.now = Date.parse(`${day}T02:00:00Z`);
  session = await server.session(manager);
  developer.session = await server.session(developer.signatory);
};
const tick = () =>
  server.deps.lifecycle.transact(developer.developerId, {
    id: fresh('evt'),
    type: 'clock.ticked',
    actor: { kind: 'clock', id: 'clock' },
  });
const owed = async () =>
  (await ask(server).get(`${developer.base}/requirements`).set(developer.session).expect(200)).body.items[0];

describe('a claim', () => {
  it('stands in the register as it was signed, for its developer and for the vendor', async () => {
    const claimed = await claim();
    expect(claimed).toMatchObject({
      ...sampleClaim,
      developerName: 'Harbour Light Retail Ltd.',
      app: { id: app.appId, name: 'Shop native' },
      obligation: 'consent',
      requirementId: app.requirements.consent,
      submissionId: submission.id,
      state: 'claimed',
      askedUntilOn: endsOn,
      endsOn,
      endsAt: null,
      askedBy: developer.signatory,
      decidedAt: null,
    });
    const one = await ask(server).get(`/v1/exemptions/${claimed.id}`).set(session).expect(200);
    expect(one.body).toEqual(claimed);
    const review = await ask(server).get(`/v1/reviews/${submission.id}`).set(session).expect(200);
    expect(review.body.why).toBe('a legal exemption is claimed');
    expect(review.body.items.map((item: { exemption: unknown }) => item.exemption)).toEqual([
      null,
      null,
      claimed,
      null,
    ]);
  });

  it('is nobody else’s: 404', async () => {
    const { id } = await claim();
    const stranger = await enrol(server, 'native');
    await ask(server).get(`/v1/exemptions/${id}`).set(stranger.session).expect(404);
    await ask(server).get(path).set(stranger.session).expect(404);
    await ask(server).get('/v1/exemptions').set(developer.session).expect(403);
    await ask(server).get('/v1/exemptions/exm_doesnotexist').set(session).expect(404);
  });

  it.each(['2026-11-23', '2029-11-24'])('until %s is not signed', async (until) => {
    await submitClaim(server, developer, app, until).catch(() => undefined);
    expect((await ask(server).get(path).set(developer.session).expect(200)).body.items).toEqual([]);
    expect((await owed()).pendingReview).toEqual([]);
  });

  it('is found by state, developer, app, jurisdiction and end, in the order of the ends', async () => {
    const { id } = await claim();
    const other = await enrol(server, 'native');
    await submitClaim(server, other, other.apps[0] as AttestedApp, '2027-03-01');
    const found = async (query: object) =>
      (await ask(server).get('/v1/exemptions').set(session).query(query).expect(200)).body.items;
    const { developerId } = developer;
    for (const query of [{}, { state: 'claimed' }, { appId: app.appId }, { jurisdiction: 'SG' }])
      expect(await found({ developerId, ...query })).toMatchObject([{ id }]);
    for (const query of [{ state: 'granted' }, { jurisdiction: 'CN' }, { endsBefore: endsOn }])
      expect(await found({ developerId, ...query })).toEqual([]);
    expect(await found({ developerId, endsBefore: '2027-07-01' })).toHaveLength(1);
    const ends = (await found({ limit: 100 })).map((row: { endsOn: string }) => row.endsOn);
    expect(ends).toEqual([...ends].sort());
    const first = await ask(server).get('/v1/exemptions').set(session).query({ limit: 1 }).expect(200);
    const { nextCursor } = first.body;
    const second = await found({ limit: 1, cursor: nextCursor });
    expect(second[0].id).not.toBe(first.body.items[0].id);
    await ask(server).get('/v1/exemptions').set(session).query({ jurisdiction: 'sg' }).expect(400);
  });
});

describe('a decision', () => {
  it('grants it with its item, and the app is attested', async () => {
    await claim();
    const { body } = await decide().expect(200);
    expect(body.items[2]).toMatchObject({
      obligation: 'consent',
      state: 'exempt',
      exemption: { state: 'granted' },
      decision: { by: { kind: 'staff', personId: manager } },
    });
    expect(await only()).toMatchObject({
      state: 'granted',
      endsOn,
      endsAt: '2027-06-30T16:00:00.000Z',
      decidedBy: manager,
    });
    const { body: signed } = await ask(server)
      .get(`${developer.base}/submissions/${submission.id}`)
      .set(developer.session)
      .expect(200);
    expect(signed.state).toBe('accepted');
  });

  it('may shorten it, not lengthen it', async () => {
    await claim();
    const refused = await decide({ untilOn: '2027-07-01' }).expect(422);
    expect(refused.body.code).toBe('exemption.too-long');
    await decide({ untilOn: '2027-01-31' }).expect(200);
    expect(await only()).toMatchObject({ state: 'granted', askedUntilOn: endsOn, endsOn: '2027-01-31' });
  });

  it('that comes after its last day can only return it', async () => {
    await claim('2026-11-25');
    await later('2026-11-26');
    expect((await decide().expect(422)).body.code).toBe('exemption.end-past');
    const reason = 'It has ended meanwhile; claim it anew.';
    await decide({ outcome: 'return', reasonCode: 'exemption-not-granted', reason }).expect(200);
    expect(await only()).toMatchObject({ state: 'refused', decisionReason: reason, decidedBy: manager });
  });

  it('refuses it: the item comes back with the reason, and can be stated instead', async () => {
    await claim();
    const reason = 'Section 17 does not reach private retailers.';
    await decide({ outcome: 'return', reasonCode: 'exemption-not-granted', reason }).expect(200);
    expect((await owed()).errors).toMatchObject([{ code: 'exemption-not-granted', reason }]);
    expect(await only()).toMatchObject({ state: 'refused', decisionReason: reason });
  });

  it('is never of who claimed it', async () => {
    await claim();
    const row = { role: 'am', language: 'en', isActive: true, addedAt: new Date(server.time.now) } as const;
    await db
      .insertInto('staff')
      .values({ personId: developer.signatory, ...row })
      .execute();
    const own = await server.session(developer.signatory);
    expect((await decide({}, own).expect(403)).body.code).toBe('review.own-submission');
    expect((await only()).state).toBe('claimed');
  });

  it('is legal’s for the exemption, and for nothing else', async () => {
    await claim();
    const legal = await server.session(await server.staff('legal'));
    expect((await decide({}, legal).expect(403)).body.code).toBe('access.forbidden');
    await decide({}, legal, (obligation) => obligation === 'consent').expect(200);
    expect((await only()).state).toBe('granted');
  });

  it('takes a day only where an exemption is claimed', async () => {
    submission = await submit(server, developer, app);
    await checked(server, developer, submission.id, 'green');
    expect((await decide({ untilOn: '2027-01-31' }).expect(409)).body.code).toBe('exemption.not-claimed');
  });
});

describe('an early end', () => {
  it('asks again at once what was exempt, with thirty days', async () => {
    const { id } = await claim();
    await decide().expect(200);
    await later('2027-02-03');
    const { body } = await end(id).expect(200);
    expect(body).toMatchObject({ state: 'ended', endedBy: manager, endReason: 'Section 17 was repealed.' });
    expect(await owed()).toMatchObject({
      currentlyDue: [{ obligation: 'consent' }],
      pastDue: [],
      dueOn: '2027-03-05',
    });
    const told = await db
      .selectFrom('notices')
      .select(['facts', 'audience'])
      .where('developerId', '=', developer.developerId)
      .where('template', '=', 'exemption-ended')
      .executeTakeFirstOrThrow();
    expect(told.facts).toMatchObject({ dueOn: '2027-03-05', exemption: { reason: 'Section 17 was repealed.' } });
  });

  it('is once, of what is in force, by staff', async () => {
    const { id } = await claim();
    expect((await end(id).expect(409)).body.code).toBe('exemption.not-in-force');
    await decide().expect(200);
    await end(id, developer.session).expect(403);
    await end('exm_doesnotexist').expect(404);
    await end(id, session, ' ').expect(400);
    const legal = await server.session(await server.staff('legal'));
    await end(id, legal).expect(200);
    expect((await end(id).expect(409)).body.code).toBe('exemption.not-in-force');
  });
});

describe('the end', () => {
  it('comes with its day, and what is asked then knows the answers that stand', async () => {
    await claim('2027-02-28', { face: true });
    await decide().expect(200);
    await later('2027-03-01');
    await tick();
    expect((await only()).state).toBe('ended');
    const asked = (await owed()).currentlyDue.filter((one: { obligation: string }) => one.obligation === 'consent');
    expect(asked).toHaveLength(1);
    const draft = `${developer.base}/requirements/${asked[0].requirementId}/draft`;
    const { body } = await ask(server).get(draft).set(developer.session).expect(200);
    expect(body.lastCycle).toMatchObject({ answers: { basis: 'exemption' } });
    // Whether face data is handled was answered with another obligation, in a cycle that is closed.
    const saved = await ask(server)
      .put(draft)
      .set(developer.session)
      .send({ answers: { basis: 'consent' }, version: 0 })
      .expect(200);
    expect(saved.body.missing.map((fault: { path: string }) => fault.path)).toContain('/faceConsentScreen');
  });

  it('can be met by another claim, which is signed for that alone', async () => {
    await claim();
    await decide().expect(200);
    await later('2027-07-01');
    await tick();
    const [asked] = (await owed()).currentlyDue;
    await draftClaim(server, developer, asked.requirementId, '2028-06-30');
    const { body } = await ask(server)
      .post(`${developer.base}/submissions`)
      .set(developer.session)
      .send(await signature(server, developer, [app]))
      .expect(201);
    submission = body.items[0];
    expect(submission.items.map(({ obligation }) => obligation)).toEqual(['consent']);
    await checked(server, developer, submission.id, 'green');
    await decide().expect(200);
    const { items } = (await ask(server).get(path).set(developer.session).expect(200)).body;
    expect(items.map(({ state, endsOn: on }: { state: string; endsOn: string }) => [state, on])).toEqual([
      ['ended', endsOn],
      ['granted', '2028-06-30'],
    ]);
  });
});
