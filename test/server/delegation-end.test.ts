import { sql } from 'kysely';
import type { Database } from '../../db/database';
import { createSignInLink } from '../../db/workspace/sign-in-links';
import { endOf } from '../../domain/calendar/zoned';
import { type Agency, delegation, hireAgency, uploadMandate } from '../support/agency';
import { type Enrolled, enrol, newcomer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let agency: Agency;
const endsOn = '2026-11-25';
const end = endOf(endsOn, 'Asia/Shanghai');

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  ({ server, developer } = await newcomer(db));
  agency = await hireAgency(server, developer, { scopes: ['draft', 'sign', 'keys'], hasMandate: true, endsOn });
});

/** What a delegate could reach a moment ago. */
const reached = () => [
  developer.base,
  `${developer.base}/apps`,
  `${developer.base}/requirements`,
  `${developer.base}/signing`,
  `${developer.base}/keys`,
  agency.path,
  `${agency.path}/mandate`,
];
const revoke = (session: { Authorization: string }, body: object = { reason: 'The contract has ended.' }) =>
  ask(server).post(`${agency.path}/revoke`).set(session).send(body);
const mailedLinks = () =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('kind', '=', 'send-sign-in-link')
    .where('subject', '=', agency.personId)
    .execute();

async function isStranger(): Promise<void> {
  for (const path of reached()) await ask(server).get(path).set(agency.session).expect(404);
  await ask(server)
    .post(`${developer.base}/apps/${developer.apps[0]?.appId}/keys`)
    .set(agency.session)
    .send({ name: 'trial', environment: 'test' })
    .expect(404);
  // As somebody who acts for nobody: there is no list to show, and no session to speak of.
  for (const path of ['/v1/developers', '/v1/session'])
    expect((await ask(server).get(path).set(agency.session).expect(403)).body.code).toBe('access.forbidden');
}

describe('after its last day', () => {
  it('lets in to the last moment of that day where the developer is, and then no more', async () => {
    server.time.now = end - 1;
    agency = { ...agency, session: await server.session(agency.personId) };
    for (const path of reached()) await ask(server).get(path).set(agency.session).expect(200);
    server.time.now = end;
    await isStranger();
  });

  it('stays where it was when the developer moves to another zone', async () => {
    await db
      .updateTable('developers')
      .set({ timeZone: 'America/Los_Angeles' })
      .where('id', '=', developer.developerId)
      .execute();
    server.time.now = end;
    agency = { ...agency, session: await server.session(agency.personId) };
    await isStranger();
  });

  it('shows the developer in no list of those the agency still acts for', async () => {
    const person = await db
      .selectFrom('people')
      .select('email')
      .where('id', '=', agency.personId)
      .executeTakeFirstOrThrow();
    const other = await enrol(server, 'native');
    await hireAgency(server, other, { scopes: ['draft'], email: person.email ?? '' });
    server.time.now = end;
    const session = await server.session(agency.personId);
    const { body } = await ask(server).get('/v1/developers').set(session).expect(200);
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([other.developerId]);
    const me = await ask(server).get('/v1/session').set(session).expect(200);
    expect(me.body.delegations).toMatchObject([{ developerId: other.developerId }]);
  });

  it('mails no link any more, and a link mailed before starts no session', async () => {
    const { email } = await db
      .selectFrom('people')
      .select('email')
      .where('id', '=', agency.personId)
      .executeTakeFirstOrThrow();
    await ask(server).post('/v1/sign-in-links').send({ email }).expect(202);
    expect(await mailedLinks()).toHaveLength(1);
    await db.deleteFrom('outbox').where('subject', '=', agency.personId).execute();
    server.time.now = end;
    await ask(server).post('/v1/sign-in-links').send({ email }).expect(202);
    expect(await mailedLinks()).toEqual([]);
    const token = await createSignInLink(db, agency.personId, end - 60_000);
    expect((await ask(server).post('/v1/sessions').send({ token }).expect(403)).body.code).toBe('access.forbidden');
  });

  it('can be read by the developer and staff, and is changed by nobody', async () => {
    server.time.now = end;
    const session = await server.session(developer.signatory);
    const { body } = await ask(server).get(agency.path).set(session).expect(200);
    expect(body).toMatchObject({ state: 'ended', revocation: null });
    const [delegate] = delegation().delegates;
    for (const refused of [
      await uploadMandate(server, agency.path, session),
      await ask(server).post(`${agency.path}/delegates`).set(session).send(delegate),
      await revoke(session),
    ]) {
      expect([refused.status, refused.body.code]).toEqual([409, 'delegation.ended']);
      expect(refused.body.detail).toMatch(/last day is over.*grant another/);
    }
  });
});

describe('revoking', () => {
  it('ends it at once, in a session that is under way', async () => {
    await ask(server).get(developer.base).set(agency.session).expect(200);
    const { body } = await revoke(developer.session).expect(200);
    expect(body).toMatchObject({
      state: 'revoked',
      revocation: { by: developer.signatory, reason: 'The contract has ended.' },
    });
    await isStranger();
    const again = await revoke(developer.session).expect(409);
    expect(again.body).toMatchObject({ code: 'delegation.ended', detail: expect.stringMatching(/revoked/) });
  });

  it('is for a signatory or the vendor’s admin, who tell the other signatories', async () => {
    const preparer = await server.session(await server.contact(developer.developerId, 'preparer'));
    for (const session of [preparer, agency.session, await server.session(await server.staff('lead'))])
      expect((await revoke(session).expect(403)).body.code).toBe('access.forbidden');
    await revoke((await enrol(server, 'native')).session).expect(404);
    await revoke(await server.session(await server.staff('admin'))).expect(200);
    const told = await db
      .selectFrom('outbox')
      .select('payload')
      .where('subject', '=', `${agency.delegationId}/revoked/${developer.signatory}`)
      .execute();
    expect(told).toHaveLength(1);
  });

  it('asks for a reason', async () => {
    for (const body of [{}, { reason: ' ' }]) await revoke(developer.session, body).expect(400);
  });

  it('names nothing that is another developer’s', async () => {
    const other = await enrol(server, 'native');
    const path = `${other.base}/delegations/${agency.delegationId}`;
    for (const [method, tail, body] of [
      ['get', '', undefined],
      ['post', '/revoke', { reason: 'not mine' }],
      ['post', '/delegates', delegation().delegates[0]],
      ['delete', `/delegates/${agency.personId}`, undefined],
      ['get', '/mandate', undefined],
    ] as const)
      await ask(server)[method](`${path}${tail}`).set(other.session).send(body).expect(404);
    await uploadMandate(server, path, other.session).expect(404);
    await ask(server).get(developer.base).set(agency.session).expect(200);
  });
});

describe('the list', () => {
  it('tells those in force from those that are over', async () => {
    const later = await hireAgency(server, developer, { scopes: ['draft'] });
    await revoke(developer.session).expect(200);
    const listed = async (query: object) =>
      (
        await ask(server).get(`${developer.base}/delegations`).set(developer.session).query(query).expect(200)
      ).body.items.map((item: { id: string }) => item.id);
    expect((await listed({})).sort()).toEqual([agency.delegationId, later.delegationId].sort());
    expect(await listed({ isInForce: 'true' })).toEqual([later.delegationId]);
    expect(await listed({ isInForce: 'false' })).toEqual([agency.delegationId]);
    expect(await listed({ sort: 'endsOn' })).toEqual([agency.delegationId, later.delegationId]);
  });
});

describe('the record of it', () => {
  it('cannot be changed: neither what was granted, nor an end, nor who did what', async () => {
    const one = sql`where id = ${agency.delegationId}`;
    for (const change of [
      sql`update delegations set scopes = '{draft}' ${one}`,
      sql`update delegations set ends_at = ends_at + interval '1 year' ${one}`,
      sql`delete from delegations ${one}`,
    ])
      await expect(change.execute(db)).rejects.toThrow(/stays as it was granted/);
    await revoke(developer.session).expect(200);
    const undo = sql`update delegations set revoked_at = null, revoked_by = null, revocation_reason = null ${one}`;
    await expect(undo.execute(db)).rejects.toThrow(/stays as it was granted/);
    await expect(db.deleteFrom('delegationChanges').execute()).rejects.toThrow(/append-only/);
    await expect(db.updateTable('delegationChanges').set({ change: 'granted' }).execute()).rejects.toThrow(
      /append-only/,
    );
  });
});
