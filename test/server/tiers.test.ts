import type { ActivityDeps } from '../../activities/deps';
import { walkTermsLeg } from '../../activities/terms';
import type { Database } from '../../db/database';
import type { DeveloperId, TermsId, TierId } from '../../domain/ids';
import { defaultTerms } from '../../domain/terms';
import { tierTermsOf } from '../../domain/terms/tier-terms';
import { activityDeps } from '../support/activity-deps';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import type { Headers } from '../support/enrolment';
import { livedDevelopers } from '../support/lived-developers';
import { ask, type TestServer } from '../support/server';

const shipped = tierTermsOf(defaultTerms);
const noTier = 'tir_01hq3m5v7x9z2b4d6f8h';
const noTerms = 'tms_01hq3m5v7x9z2b4d6f8h';
let db: Database;
let server: TestServer;
let deps: ActivityDeps;
let legal: Headers;
let lead: Headers;
let am: Headers;
/** The first has attested nothing yet. */
const developers: DeveloperId[] = [];

const create = (name: string, as = legal) => ask(server).post('/v1/tiers').set(as).send({ name });
const tierOf = async (name: string): Promise<TierId> => (await create(name).expect(201)).body.id;
const propose = (tierId: string, changes: object, as = legal) =>
  ask(server)
    .post(`/v1/tiers/${tierId}/terms`)
    .set(as)
    .send({ terms: { ...shipped, ...changes }, note: 'As agreed.' });
const proposed = async (tierId: string, changes: object): Promise<TermsId> =>
  (await propose(tierId, changes).expect(201)).body.id;
const act = (as: Headers, termsId: string, what: string) =>
  ask(server).post(`/v1/terms-versions/${termsId}/${what}`).set(as).send();
const read = async (path: string, as = am) => (await ask(server).get(path).set(as).expect(200)).body;
const version = (termsId: string) => read(`/v1/terms-versions/${termsId}`);
const assign = (tierId: string | null, developerIds: readonly string[], as = legal) =>
  ask(server).post('/v1/desk/tier-assignments').set(as).send({ tierId, developerIds });
const work = (termsId: TermsId) => walkTermsLeg(deps, termsId, { cursor: null }, () => undefined);
const outcomes = (body: { items: { outcome: string }[] }) => body.items.map(({ outcome }) => outcome);
const faults = (body: { errors: { path: string }[] }) => body.errors.map(({ path }) => path);

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  legal = await server.session(await server.staff('legal'));
  lead = await server.session(await server.staff('lead'));
  am = await server.session(await server.staff('am'));
  const lived = livedDevelopers(db);
  for (let count = 0; count < 6; count += 1) {
    const { developerId, appId } = await lived.enrol();
    const createdAt = new Date(lived.time.now);
    await db
      .insertInto('developerProfiles')
      .values({ developerId, legalName: `Studio ${count}`, accountManagerId: null, createdAt })
      .execute();
    if (count > 0) await lived.attest(developerId, appId);
    developers.push(developerId);
  }
  server.time.now = Math.max(server.time.now, lived.time.now);
  const made = activityDeps(db);
  made.time.now = server.time.now;
  deps = made.deps;
});

describe('the terms of a tier', () => {
  it('are proposed, worked out, put in force by another person, and reach exactly those that were foreseen', async () => {
    const tierId = await tierOf('Gold');
    const [first = '', , ...others] = developers;
    const inTier = [first, ...others];
    expect(outcomes((await assign(tierId, [...inTier, 'dev_01hq3m5v7x9z2b4d6f8h']).expect(200)).body)).toEqual([
      ...inTier.map(() => 'assigned'),
      'not-found',
    ]);
    expect(outcomes((await assign(tierId, inTier)).body)).toEqual(inTier.map(() => 'unchanged'));
    const termsId = await proposed(tierId, { period: 'P9M', windowOpensBefore: 'P45D', remindersBefore: [45, 7, 0] });
    expect((await act(lead, termsId, 'approve').expect(409)).body.code).toBe('terms.not-examined');
    expect(await work(termsId)).toEqual({ state: 'examined', settled: 5, count: 5, goesOn: false });

    const { preview, rollout, before } = await version(termsId);
    expect(preview).toMatchObject({
      examined: 5,
      examinedAt: expect.any(String),
      earlier: 4,
      later: 0,
      same: 0,
      undated: 1,
      byDays: [{ days: -92, count: 4 }],
      dueByMonth: [
        { month: '2027-08', before: 0, after: 4 },
        { month: '2027-11', before: 4, after: 0 },
      ],
      firstDueOn: '2027-08-23',
      opensWithin30Days: { before: 0, after: 0 },
      runningCycles: 1,
    });
    // Within the year both the reminders and all that follows the due day.
    expect(preview.mails.after).toBeGreaterThan(preview.mails.before);
    expect([rollout, before]).toEqual([null, shipped]);
    const daysBefore = await dueDays();
    expect((await act(legal, termsId, 'approve').expect(403)).body.code).toBe('terms.same-person');
    await act(lead, termsId, 'approve').expect(200);
    await act(lead, termsId, 'approve').expect(200);
    expect(await work(termsId)).toMatchObject({ state: 'moved', settled: 5, count: 5 });
    expect((await version(termsId)).rollout).toMatchObject({
      settled: 5,
      moved: 4,
      kept: 1,
      left: 0,
      asForetold: 5,
      endedAt: expect.any(String),
    });
    const after = await dueDays();
    const moved = developers.filter((id) => after.get(id) !== daysBefore.get(id));
    const { items } = await read(`/v1/terms-versions/${termsId}/developers?which=earlier&sort=moved`);
    expect(items.map((item: { developerId: string }) => item.developerId).sort()).toEqual([...moved].sort());
    for (const item of items) expect(item).toMatchObject({ outcome: 'moved', dueOn: item.after.dueOn, movedDays: -92 });
    expect(await read(`/v1/tiers/${tierId}`)).toMatchObject({
      developers: 5,
      behind: 0,
      inForce: termsId,
      terms: { period: 'P9M' },
      shipped,
      versions: [{ number: 1, state: 'in-force', approvedBy: { name: expect.any(String) } }],
    });
    // Who joins later gets the version in force.
    expect(outcomes((await assign(tierId, [developers[1] ?? ''])).body)).toEqual(['assigned']);
    expect((await dueDays()).get(developers[1] ?? '')).toBe('2027-08-23');
    expect(await read(`/v1/developers?tierId=${tierId}&limit=100`)).toMatchObject({
      items: developers.map(() => ({ tierId })),
    });
  });

  it('are those in force at the end of an assignment, though its version was replaced in the middle of it', async () => {
    const tierId = await tierOf('Palladium');
    const [joining = ''] = developers;
    const former = server.deps.lifecycle.transact;
    const termsId = await proposed(tierId, { suspendAfter: 60 });
    await work(termsId);
    server.deps.lifecycle.transact = async (...told) => {
      // Put in force and rolled out between the look at the version and the decision: the walk finds nobody.
      server.deps.lifecycle.transact = former;
      await act(lead, termsId, 'approve').expect(200);
      expect(await work(termsId)).toMatchObject({ state: 'moved', count: 0 });
      return former(...told);
    };
    expect(outcomes((await assign(tierId, [joining]).expect(200)).body)).toEqual(['assigned']);
    expect(await read(`/v1/tiers/${tierId}`)).toMatchObject({ developers: 1, behind: 0 });
  });

  it('are handed out as a file, row by row as they are listed', async () => {
    const [{ inForce }] = (await read('/v1/tiers')).items;
    const { text } = await ask(server)
      .get(`/v1/terms-versions/${inForce}/developers/export`)
      .query({ sort: '-moved', which: 'earlier' })
      .set(am)
      .expect(200);
    const [head, ...rows] = text.trim().split('\n');
    expect(head).toContain('legalName,movedDays,runningCycles,before.dueOn');
    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain('-92,0,2027-11-23,2027-09-24');
  });

  it('name the field and what to write instead', async () => {
    const tierId = await tierOf('Silver');
    const refused = async (changes: object) => faults((await propose(tierId, changes).expect(400)).body);
    expect(await refused({ restrictAfter: 3, period: 'P9Y' })).toEqual(['/terms/period', '/terms/restrictAfter']);
    expect(await refused({})).toEqual(['/terms']);
    expect(await refused({ period: 'a year' })).toEqual(['/terms/period']);
    expect((await propose(tierId, { restrictAfter: 3 })).body.errors[0].message).toContain('from 16 to 730');
    expect(faults((await assign(noTier, [developers[0] ?? '']).expect(400)).body)).toEqual(['/tierId']);
  });

  it('wait one at a time, can be taken back, and are then decided', async () => {
    const tierId = await tierOf('Bronze');
    const termsId = await proposed(tierId, { suspendAfter: 60 });
    expect((await propose(tierId, { suspendAfter: 55 }).expect(409)).body.code).toBe('terms.already-proposed');
    await act(legal, termsId, 'withdraw').expect(200);
    expect(await work(termsId)).toMatchObject({ state: 'examining', goesOn: false });
    expect((await act(lead, termsId, 'approve').expect(409)).body.code).toBe('terms.already-decided');
    expect(await version(termsId)).toMatchObject({ state: 'withdrawn', endedBy: { name: expect.any(String) } });
    // With nobody in the tier there is nothing to move.
    const other = await proposed(tierId, { suspendAfter: 55 });
    await work(other);
    await act(lead, other, 'approve').expect(200);
    expect(await work(other)).toEqual({ state: 'moved', settled: 0, count: 0, goesOn: false });
  });

  it('have a tier of one name, whatever its capitals', async () => {
    const tierId = await tierOf('Platinum');
    expect((await create('PLATINUM').expect(409)).body.code).toBe('tier.exists');
    const rename = (name: string, as = legal) => ask(server).patch(`/v1/tiers/${tierId}`).set(as).send({ name });
    expect((await rename('gold').expect(409)).body.errors).toMatchObject([{ path: '/name' }]);
    expect((await rename('platinum').expect(200)).body.name).toBe('platinum');
    await rename('Copper', am).expect(403);
  });

  it('are chosen by leads, legal and administrators, and seen by all of the vendor’s alone', async () => {
    await create('Mine', am).expect(403);
    await propose(noTier, {}, am).expect(403);
    await propose(noTier, { suspendAfter: 60 }).expect(404);
    await ask(server).get(`/v1/tiers/${noTier}`).set(am).expect(404);
    await ask(server).patch(`/v1/tiers/${noTier}`).set(legal).send({ name: 'x' }).expect(404);
    for (const what of ['approve', 'withdraw']) await act(lead, noTerms, what).expect(404);
    for (const part of ['', '/developers', '/developers/export'])
      await ask(server).get(`/v1/terms-versions/${noTerms}${part}`).set(am).expect(404);
    await ask(server).get('/v1/tiers').expect(401);
    const [, developerId = 'dev_none'] = developers;
    const own = await server.session(await server.contact(developerId, 'signatory'));
    expect((await ask(server).get(`/v1/developers/${developerId}`).set(own).expect(200)).body.tierId).toBeNull();
    expect((await ask(server).get(`/v1/developers?tierId=${noTier}`).set(own).expect(403)).body.errors).toMatchObject([
      { path: '/query/tierId' },
    ]);
  });
});

async function dueDays(): Promise<Map<string, string | null>> {
  const rows = await db.selectFrom('developers').select(['id', 'nextDueOn']).execute();
  return new Map(rows.map(({ id, nextDueOn }) => [id, nextDueOn]));
}
