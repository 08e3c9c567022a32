import type { Database } from '../../db/database';
import { attestationServer } from '../support/attestation';
import { policyDraft } from '../support/campaigning';
import { testDatabase } from '../support/database';
import type { Headers } from '../support/enrolment';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let legal: Headers;
let lead: Headers;
let am: Headers;

const path = '/v1/policy-versions';
const draft = (changes = {}) => policyDraft({ effectiveOn: '2027-04-01', ...changes });
const write = (as: Headers, body: object = draft()) => ask(server).post(path).set(as).send(body);
const publish = (as: Headers, id: string) => ask(server).post(`${path}/${id}/publish`).set(as).send();
const read = (as: Headers, id: string) => ask(server).get(`${path}/${id}`).set(as);
const inForce = async () => (await ask(server).get('/v1/policy-in-force').set(am).expect(200)).body;

beforeEach(() => {
  server.time.now += 1_000;
});
beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  legal = await server.session(await server.staff('legal'));
  lead = await server.session(await server.staff('lead'));
  am = await server.session(await server.staff('am'));
});

describe('a version of the policy', () => {
  it('starts from the clauses of the catalogue, in English alone', async () => {
    const { policyVersionId, clauses } = await inForce();
    expect(policyVersionId).toBeNull();
    expect(clauses.map(({ clause, zhCn }: { clause: string; zhCn: null }) => [clause, zhCn])).toEqual([
      ['3.1', null],
      ['3.2', null],
      ['3.3', null],
      ['3.4', null],
    ]);
  });

  it('is drafted by one, shows clause by clause what changes, and is published by another', async () => {
    const { body } = await write(legal).expect(201);
    expect(body).toMatchObject({
      state: 'draft',
      obligations: ['rights'],
      publishedAt: null,
      authors: [{ name: expect.any(String) }],
    });
    expect(body.clauses.map(({ isChanged }: { isChanged: boolean }) => isChanged)).toEqual([false, false, false, true]);
    expect((await publish(legal, body.id).expect(403)).body.code).toBe('policy.same-person');
    const { body: published } = await publish(lead, body.id).expect(200);
    expect(published).toMatchObject({ state: 'published', publishedAt: new Date(server.time.now).toISOString() });
    expect((await inForce()).policyVersionId).toBe(body.id);
    await publish(lead, body.id).expect(200);
    const other = await server.session(await server.staff('admin'));
    expect((await publish(other, body.id).expect(409)).body.code).toBe('policy.already-published');
  });

  it('is frozen then: in the API, and in the record', async () => {
    const { body } = await ask(server).get(path).query({ state: 'published' }).set(am).expect(200);
    const [{ id }] = body.items;
    const refused = await ask(server).put(`${path}/${id}`).set(legal).send(draft()).expect(409);
    expect(refused.body.code).toBe('policy.already-published');
    await expect(db.updateTable('policyVersions').set({ title: 'Other' }).execute()).rejects.toThrow(/never changed/);
    await expect(db.deleteFrom('policyVersions').execute()).rejects.toThrow(/never changed/);
  });

  it('is compared with what it replaces, and goes on saying so after the next one', async () => {
    const clauses = draft().clauses.map((one) => (one.clause === '3.1' ? { ...one, zhCn: '另一句中文。' } : one));
    const { body } = await write(legal, draft({ clauses, title: 'Next' })).expect(201);
    expect(body.obligations).toEqual(['law']);
    await publish(lead, body.id).expect(200);
    const { body: first } = await ask(server).get(path).query({ sort: 'changedAt' }).set(am).expect(200);
    expect(first.items[0].obligations).toEqual(['rights']);
  });

  it('is not published with faults, which are named by field', async () => {
    const { body } = await write(legal, draft({ effectiveOn: '2020-01-01', clauses: draft().clauses.slice(1) })).expect(
      201,
    );
    const refused = await publish(lead, body.id).expect(400);
    expect(refused.body.errors.map((fault: { path: string }) => fault.path)).toEqual([
      '/clauses',
      '/effectiveOn',
      '/isMaterial',
    ]);
    const { body: mended } = await ask(server)
      .put(`${path}/${body.id}`)
      .set(lead)
      .send(draft({ title: 'Mended', isMaterial: false }))
      .expect(200);
    expect(mended.authors).toHaveLength(2);
    expect((await publish(lead, body.id).expect(403)).body.code).toBe('policy.same-person');
  });

  it('is written by leads, legal and administrators, read by all of the vendor’s, and by nobody else', async () => {
    await write(am).expect(403);
    const { body } = await write(legal).expect(201);
    await read(am, body.id).expect(200);
    await read(am, 'pol_01hq3m5v7x9z2b4d6f8h').expect(404);
    await ask(server).get(path).expect(401);
    await ask(server).put(`${path}/pol_01hq3m5v7x9z2b4d6f8h`).set(legal).send(draft()).expect(404);
    await publish(lead, 'pol_01hq3m5v7x9z2b4d6f8h').expect(404);
    await write(legal, { ...draft(), clauses: [] }).expect(400);
  });
});
