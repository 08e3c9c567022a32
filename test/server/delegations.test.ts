import type { Database } from '../../db/database';
import { createSignInLink } from '../../db/workspace/sign-in-links';
import { endOf } from '../../domain/calendar/zoned';
import { mostDelegates } from '../../domain/delegation';
import type { PersonId } from '../../domain/ids';
import { delegation, hireAgency } from '../support/agency';
import { type Enrolled, enrol, newcomer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, noon, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let list: string;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  ({ server, developer } = await newcomer(db));
  list = `${developer.base}/delegations`;
});

const grant = (body: object, session = developer.session) => ask(server).post(list).set(session).send(body);
const changes = (delegationId: string) =>
  db
    .selectFrom('delegationChanges')
    .select(['change', 'personId', 'by'])
    .where('delegationId', '=', delegationId as never)
    .orderBy('seq')
    .execute();
const waiting = (kind: 'send-delegate-invitation' | 'tell-of-delegation' | 'send-sign-in-link', personId: PersonId) =>
  db.selectFrom('outbox').select('id').where('kind', '=', kind).where('subject', 'like', `%${personId}`).execute();
const staff = async (role: 'am' | 'lead' | 'legal' | 'admin') => server.session(await server.staff(role));

describe('granting', () => {
  it('answers with the delegation, invites its people and remembers who did it', async () => {
    const { body } = await grant(delegation({ scopes: ['draft', 'sign'] })).expect(201);
    expect(body).toMatchObject({
      agencyName: 'Clear Words Agency',
      scopes: ['draft', 'sign'],
      state: 'in-force',
      grantedBy: developer.signatory,
      endsOn: '2027-05-31',
      endsAt: new Date(endOf('2027-05-31', 'Asia/Shanghai')).toISOString(),
      mandate: null,
      delegates: [{ name: 'Ann Lee', verifiedAt: null }],
      revocation: null,
    });
    const [{ personId }] = body.delegates;
    expect(await waiting('send-delegate-invitation', personId)).toHaveLength(1);
    const by = { kind: 'person', id: developer.signatory };
    expect(await changes(body.id)).toEqual([
      { change: 'granted', personId: null, by },
      { change: 'delegate-added', personId, by },
    ]);
  });

  it('tells the other signatories, and nobody else', async () => {
    const other = await server.contact(developer.developerId, 'signatory');
    const preparer = await server.contact(developer.developerId, 'preparer');
    await grant(delegation()).expect(201);
    expect(await waiting('tell-of-delegation', other)).toHaveLength(1);
    for (const personId of [preparer, developer.signatory])
      expect(await waiting('tell-of-delegation', personId)).toEqual([]);
  });

  it('is for a signatory: not a preparer, staff, a token or a stranger', async () => {
    const preparer = await server.session(await server.contact(developer.developerId, 'preparer'));
    for (const session of [preparer, await staff('am'), await staff('admin')])
      expect((await grant(delegation(), session).expect(403)).body.code).toBe('access.forbidden');
    await grant(delegation(), await server.token('developers:write')).expect(403);
    await grant(delegation(), (await enrol(server, 'native')).session).expect(404);
  });

  it.each([
    ['a day that is over', { endsOn: '2026-11-22' }, 'delegation.ends-too-early'],
    ['more than the longest term', { endsOn: '2027-11-24' }, 'delegation.ends-too-late'],
  ])('refuses %s', async (_what, given, code) => {
    const { body } = await grant(delegation(given)).expect(422);
    expect(body).toMatchObject({ code, errors: [{ path: '/endsOn' }] });
  });

  it.each([
    ['no end', { endsOn: undefined }, '/endsOn'],
    ['no scope', { scopes: [] }, '/scopes'],
    ['a scope twice', { scopes: ['draft', 'draft'] }, '/scopes'],
    ['a scope that is none', { scopes: ['everything'] }, '/scopes/0'],
    ['an agency without a name', { agencyName: ' ' }, '/agencyName'],
    ['a day that is none', { endsOn: '2026-02-30' }, '/endsOn'],
  ])('refuses %s', async (_what, given, path) => {
    const { body } = await grant({ ...delegation(), ...given }).expect(400);
    expect(body).toMatchObject({ code: 'request.invalid', errors: [{ path }] });
  });

  it('refuses the same person twice, with nothing kept', async () => {
    const delegates = delegation({ email: `twice-${developer.developerId}@example.com` }).delegates;
    const refused = await grant(delegation({ delegates: [...delegates, ...delegates] })).expect(409);
    expect(refused.body.code).toBe('delegate.exists');
    expect((await ask(server).get(list).set(developer.session).expect(200)).body.items).toEqual([]);
  });

  it('refuses a developer that has left', async () => {
    await db
      .updateTable('developers')
      .set({ offboardedAt: new Date(noon) })
      .where('id', '=', developer.developerId)
      .execute();
    expect((await grant(delegation()).expect(409)).body.code).toBe('developer.offboarded');
  });

  it('happens once for one Idempotency-Key', async () => {
    const body = delegation();
    const key = { 'Idempotency-Key': `grant-${developer.developerId}` };
    const first = await grant(body).set(key).expect(201);
    expect((await grant(body).set(key).expect(201)).body).toEqual(first.body);
  });
});

describe('the people of an agency', () => {
  it('are let in once they follow the link, and the session says for whom they act', async () => {
    const { body: granted } = await grant(delegation({ scopes: ['draft'] })).expect(201);
    const [{ personId }] = granted.delegates;
    const early = await server.session(personId);
    await ask(server).get(developer.base).set(early).expect(404);
    const token = await createSignInLink(db, personId, server.time.now);
    const { body } = await ask(server).post('/v1/sessions').send({ token }).expect(201);
    expect(body.memberships).toEqual([]);
    expect(body.delegations).toEqual([
      {
        delegationId: granted.id,
        developerId: developer.developerId,
        agencyName: 'Clear Words Agency',
        scopes: ['draft'],
        endsOn: '2027-05-31',
        hasMandate: false,
      },
    ]);
    await ask(server).get(developer.base).set(early).expect(200);
    expect((await changes(granted.id)).at(-1)).toEqual({
      change: 'delegate-verified',
      personId,
      by: { kind: 'person', id: personId },
    });
  });

  it('are added and removed by a signatory, which takes effect in sessions at once', async () => {
    const agency = await hireAgency(server, developer, { scopes: ['draft'] });
    const [delegate] = delegation().delegates;
    const added = await ask(server).post(`${agency.path}/delegates`).set(developer.session).send(delegate).expect(201);
    expect(added.body.delegates).toHaveLength(2);
    await ask(server).post(`${agency.path}/delegates`).set(developer.session).send(delegate).expect(409);
    await ask(server).post(`${agency.path}/delegates`).set(agency.session).send(delegate).expect(403);
    const one = `${agency.path}/delegates/${agency.personId}`;
    await ask(server)
      .delete(one)
      .set(await staff('admin'))
      .expect(403);
    await ask(server).get(developer.base).set(agency.session).expect(200);
    await ask(server).delete(one).set(developer.session).expect(204);
    await ask(server).get(developer.base).set(agency.session).expect(404);
    await ask(server).delete(one).set(developer.session).expect(404);
    expect((await changes(agency.delegationId)).map(({ change }) => change)).toEqual([
      'granted',
      'delegate-added',
      'delegate-verified',
      'delegate-added',
      'delegate-removed',
    ]);
  });

  it('are so many at most', async () => {
    const delegates = Array.from({ length: mostDelegates }, () => delegation().delegates[0] ?? {});
    const { body } = await grant(delegation({ delegates })).expect(201);
    const one = delegation().delegates[0];
    const refused = await ask(server).post(`${list}/${body.id}/delegates`).set(developer.session).send(one).expect(409);
    expect(refused.body.code).toBe('delegate.too-many');
  });

  it('do not have their name told while they are known from elsewhere and have not confirmed', async () => {
    const email = `known-${developer.developerId}@example.com`;
    await server.person({ email, name: 'Known Elsewhere' });
    const { body } = await grant(delegation({ email })).expect(201);
    expect(body.delegates[0].name).toBeNull();
  });

  it('see both developers they act for, and nothing else', async () => {
    const email = `both-${developer.developerId}@example.com`;
    const other = await enrol(server, 'native');
    const third = await enrol(server, 'native');
    const agency = await hireAgency(server, developer, { scopes: ['draft'], email });
    await hireAgency(server, other, { scopes: ['keys'], email });
    const { body } = await ask(server).get('/v1/developers').set(agency.session).expect(200);
    const ids = body.items.map((item: { id: string }) => item.id).sort();
    expect(ids).toEqual([developer.developerId, other.developerId].sort());
    await ask(server).get(third.base).set(agency.session).expect(404);
    // Each with its own scopes: drafts here, keys there.
    const issue = (of: Enrolled) =>
      ask(server)
        .post(`${of.base}/apps/${of.apps[0]?.appId}/keys`)
        .set(agency.session)
        .send({ name: 'trial', environment: 'test' });
    expect((await issue(developer).expect(403)).body.code).toBe('delegation.scope-missing');
    const key = await issue(other).expect(201);
    const roll = `${other.base}/keys/${key.body.id}/roll`;
    const rolled = await ask(server).post(roll).set(agency.session).send({ overlap: null }).expect(201);
    const revoke = `${other.base}/keys/${rolled.body.id}/revoke`;
    await ask(server).post(revoke).set(agency.session).send({ reason: 'no longer used' }).expect(200);
  });

  it('are forgotten when they are erased', async () => {
    const agency = await hireAgency(server, developer, { scopes: ['draft'] });
    await ask(server)
      .delete(`/v1/people/${agency.personId}`)
      .set(await staff('admin'))
      .expect(204);
    const { body } = await ask(server).get(agency.path).set(developer.session).expect(200);
    expect(body.delegates).toEqual([]);
    expect((await changes(agency.delegationId)).at(-1)).toMatchObject({
      change: 'delegate-removed',
      personId: agency.personId,
      by: { kind: 'staff' },
    });
    await ask(server).get('/v1/session').set(agency.session).expect(401);
  });
});
