import { walkLeg } from '../../activities/campaigns';
import type { ActivityDeps } from '../../activities/deps';
import type { Database } from '../../db/database';
import { mailsWaiting } from '../../db/queries/notices';
import type { CampaignId } from '../../domain/ids';
import { activityDeps } from '../support/activity-deps';
import { attestationServer } from '../support/attestation';
import { campaignDraft, policyDraft } from '../support/campaigning';
import { testDatabase } from '../support/database';
import type { Headers } from '../support/enrolment';
import { livedDevelopers } from '../support/lived-developers';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let deps: ActivityDeps;
let legal: Headers;
let lead: Headers;
let am: Headers;
let policyVersionId: `pol_${string}`;

const path = '/v1/campaigns';
const none = 'cmp_01hq3m5v7x9z2b4d6f8h';
const draft = (changes = {}) => campaignDraft(policyVersionId, changes);
const write = (as: Headers, body: object = draft()) => ask(server).post(path).set(as).send(body);
const act = (as: Headers, id: string, what: string, body?: object) =>
  ask(server).post(`${path}/${id}/${what}`).set(as).send(body);
const read = async (id: string, of = '') => (await ask(server).get(`${path}/${id}${of}`).set(am).expect(200)).body;
const work = (id: string) => walkLeg(deps, id as CampaignId, { cursor: null }, () => undefined);
const faults = (body: { errors: { path: string }[] }) => body.errors.map((fault) => fault.path);
const drafted = async (changes = {}): Promise<string> => (await write(legal, draft(changes)).expect(201)).body.id;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  legal = await server.session(await server.staff('legal'));
  lead = await server.session(await server.staff('lead'));
  am = await server.session(await server.staff('am'));
  const lived = livedDevelopers(db);
  for (let count = 0; count < 5; count += 1) {
    const { developerId, appId } = await lived.enrol();
    await db
      .insertInto('developerProfiles')
      .values({
        developerId,
        legalName: `Studio ${count}`,
        accountManagerId: null,
        createdAt: new Date(lived.time.now),
      })
      .execute();
    if (count > 0) await lived.attest(developerId, appId);
  }
  server.time.now = Math.max(server.time.now, lived.time.now);
  const made = activityDeps(db);
  made.time.now = server.time.now;
  deps = made.deps;
  const { body } = await ask(server).post('/v1/policy-versions').set(legal).send(policyDraft()).expect(201);
  await ask(server).post(`/v1/policy-versions/${body.id}/publish`).set(lead).send().expect(200);
  policyVersionId = body.id;
});

describe('a campaign', () => {
  it('is drafted, worked out, proposed by one, started by another, and walked to its end', async () => {
    const id = await drafted();
    expect((await act(legal, id, 'propose').expect(409)).body.code).toBe('campaign.not-possible');
    await act(legal, id, 'what-if').expect(202);
    await work(id);
    expect(await read(id, '/what-if')).toMatchObject({
      examinedAt: expect.any(String),
      count: 5,
      examined: 5,
      asked: 4,
      passedOver: [{ because: 'asked-already', count: 1 }],
      notAtAll: { lapsed: 4, restricted: 4, suspended: 4 },
      asLastTime: { lapsed: 0 },
    });
    await act(legal, id, 'propose').expect(200);
    expect((await act(legal, id, 'start').expect(403)).body.code).toBe('campaign.same-person');
    expect((await act(lead, id, 'start').expect(200)).body).toMatchObject({
      state: 'running',
      settled: 0,
      count: 5,
      progress: { mailsWaiting: await mailsWaiting(db) },
    });
    await act(lead, id, 'start').expect(200);
    await work(id);
    const campaign = await read(id);
    expect(campaign).toMatchObject({
      state: 'finished',
      settled: 5,
      progress: { asked: 4, passedOver: [{ because: 'asked-already', count: 1 }], mailsWaiting: null },
      results: { open: 4, attested: 0, overdue: 0 },
    });
    expect(campaign.dueOn).toEqual((await read(id, '/what-if')).dueOn);
    expect(campaign.mailsOn.reduce((sum: number, day: { count: number }) => sum + day.count, 0)).toBe(4);
    expect(campaign.history.map((one: { change: string }) => one.change)).toEqual([
      'drafted',
      'examining',
      'examined',
      'proposed',
      'started',
      'finished',
    ]);
    const { items } = await read(id, '/developers?outcome=asked');
    expect(items).toHaveLength(4);
    for (const item of items) expect(item.dueOn).toBe(item.expectedDueOn);
  });

  it('stands still while it is paused, goes on where it stood, and asks nobody more once it is cancelled', async () => {
    const id = await drafted({ name: 'Paused', audience: { ...draft().audience, countries: ['CN'] } });
    await act(legal, id, 'what-if').expect(202);
    await work(id);
    await act(legal, id, 'propose').expect(200);
    await act(lead, id, 'start').expect(200);
    expect((await act(am, id, 'pause', { reason: 'Wait.' })).status).toBe(403);
    await act(legal, id, 'pause', { reason: 'The words are wrong.' }).expect(200);
    expect(await work(id)).toMatchObject({ state: 'paused', settled: 0, goesOn: false });
    expect((await act(legal, id, 'pause', { reason: 'Again.' }).expect(409)).body.details).toEqual({ state: 'paused' });
    await act(lead, id, 'resume', { reason: 'They are right.' }).expect(200);
    await act(lead, id, 'cancel', { reason: 'They are wrong after all.' }).expect(200);
    expect(await work(id)).toMatchObject({ state: 'cancelled', settled: 0, goesOn: false });
    expect((await read(id)).history.at(-1)).toMatchObject({ change: 'cancelled', reason: 'They are wrong after all.' });
    expect((await act(lead, id, 'resume', { reason: 'No.' }).expect(409)).body.code).toBe('campaign.not-possible');
    await act(lead, id, 'cancel', {}).expect(400);
  });

  it('forgets what was worked out when it is changed, and is worked out anew', async () => {
    const id = await drafted();
    await act(legal, id, 'what-if').expect(202);
    await work(id);
    const change = (as: Headers, body: object) => ask(server).put(`${path}/${id}`).set(as).send(body);
    const { body } = await change(lead, draft({ audience: { ...draft().audience, countries: ['DE'] } })).expect(200);
    expect(body).toMatchObject({ state: 'draft', count: 0, examinedAt: null });
    expect(body.authors).toHaveLength(2);
    await act(legal, id, 'what-if').expect(202);
    await work(id);
    expect(await read(id, '/what-if')).toMatchObject({ count: 0, asked: 0 });
    await act(legal, id, 'propose').expect(200);
    expect((await change(legal, draft()).expect(409)).body.code).toBe('campaign.not-possible');
    // Who helped to write it is no second person either.
    expect((await act(lead, id, 'start').expect(403)).body.code).toBe('campaign.same-person');
  });

  it('asks only what a published material change touches, with time and a window', async () => {
    const { body: unpublished } = await ask(server)
      .post('/v1/policy-versions')
      .set(legal)
      .send(policyDraft())
      .expect(201);
    const refusedFor = async (changes: object) => faults((await write(legal, draft(changes)).expect(400)).body);
    expect(await refusedFor({ policyVersionId: unpublished.id })).toEqual(['/policyVersionId']);
    expect(await refusedFor({ policyVersionId: 'pol_01hq3m5v7x9z2b4d6f8h' })).toEqual(['/policyVersionId']);
    expect(await refusedFor({ obligations: ['law', 'rights'] })).toEqual(['/obligations']);
    expect(await refusedFor({ dueAfter: 'P29D', spreadOver: 'P1D' })).toEqual(['/dueAfter', '/spreadOver']);
    expect(await refusedFor({ dueAfter: 'P1M', spreadOver: 'P900D' })).toEqual(['/dueAfter', '/spreadOver']);
  });

  it('is chosen by leads, legal and administrators, and seen by all of the vendor’s', async () => {
    await write(am).expect(403);
    for (const what of ['what-if', 'propose', 'start']) await act(lead, none, what).expect(404);
    for (const what of ['pause', 'resume', 'cancel']) await act(lead, none, what, { reason: 'x' }).expect(404);
    for (const part of ['', '/what-if', '/developers'])
      await ask(server).get(`${path}/${none}${part}`).set(am).expect(404);
    await ask(server).put(`${path}/${none}`).set(lead).send(draft()).expect(404);
    const { body } = await ask(server).get(path).query({ state: 'finished' }).set(am).expect(200);
    expect(body.items).toHaveLength(1);
    await ask(server).get(path).expect(401);
  });
});
