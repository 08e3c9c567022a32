import type { Database } from '../../db/database';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type EnrolledDeveloper, enrolled, type Headers } from '../support/enrolment';
import { work } from '../support/little-worker';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let manager: Headers;
let lead: Headers;
let mailSystem: Headers;
let developer: EnrolledDeveloper;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  manager = await server.session(await server.staff('am'));
  lead = await server.session(await server.staff('lead'));
  mailSystem = await server.token('mail-events:write');
});
beforeEach(async () => {
  developer = await enrolled(server, manager, { apps: [{ name: 'Shop', sdkProduct: 'native' }] });
  await work(server);
});

const list = async (headers: Headers, query: Record<string, string> = {}) =>
  (await ask(server).get(`${developer.base}/notices`).set(headers).query(query).expect(200)).body.items;
const one = async (headers: Headers, id: string) =>
  (await ask(server).get(`${developer.base}/notices/${id}`).set(headers).expect(200)).body;
const bounce = (messageId: string, headers: Headers = mailSystem) =>
  ask(server).post('/v1/mail-events').set(headers).send({ messageId, type: 'bounce' });

describe('the notices of a developer', () => {
  it('are listed with their delivery', async () => {
    expect(await list(developer.preparer)).toMatchObject([
      {
        template: 'invitation',
        state: 'accepted',
        opensGate: true,
        deliveries: [{ personId: developer.signatoryId, state: 'accepted' }],
      },
    ]);
    expect(await list(manager, { state: 'bounced' })).toEqual([]);
    expect(await list(manager, { template: 'invitation', appId: developer.appId('Shop') })).toHaveLength(1);
    for (const query of [{ state: 'lost' }, { template: 'spam' }, { appId: 'x' }] as object[])
      await ask(server).get(`${developer.base}/notices`).set(manager).query(query).expect(400);
  });

  it('show a person their own mail, the vendor all of it, a backend none', async () => {
    const [{ id }] = await list(manager);
    const mail = { subject: 'About invitation', text: 'Words.', html: '<p>Words.</p>' };
    expect((await one(developer.signatory, id)).deliveries[0]).toMatchObject({ mail, response: null });
    expect((await one(developer.preparer, id)).deliveries[0].mail).toBeNull();
    expect((await one(manager, id)).deliveries[0]).toMatchObject({ mail, response: '250 taken' });
    expect((await one(await server.token('developers:read'), id)).deliveries[0].mail).toBeNull();
    const other = await enrolled(server, manager);
    await ask(server).get(`${other.base}/notices/${id}`).set(other.signatory).expect(404);
  });
});

describe('a mail that comes back', () => {
  it('re-opens the notice when nobody else has it: a task the same day, once however often it is told', async () => {
    const [{ id, deliveries }] = await list(manager);
    const [{ messageId }] = deliveries;
    for (const form of [messageId, messageId.slice(1, -1), messageId]) {
      const { body } = await bounce(form).expect(200);
      expect(body).toEqual({ noticeId: id, isDelivered: false });
    }
    expect(await one(manager, id)).toMatchObject({
      state: 'bounced',
      acceptedAt: null,
      deliveries: [{ state: 'bounced' }],
    });
    const { body } = await ask(server).get('/v1/tasks').set(manager).query({ developerId: developer.id });
    expect(body.items).toMatchObject([{ kind: 'bounced-contact', subject: id }]);
    // The vendor's own mail about it is not the developer's to see.
    expect((await list(developer.signatory)).map(({ template }: { template: string }) => template)).toEqual([
      'invitation',
    ]);
  });

  it('leaves it delivered while somebody else has it', async () => {
    const [{ id, deliveries }] = await list(manager);
    await db
      .insertInto('deliveries')
      .values({
        ...{ noticeId: id, developerId: developer.id, audience: 'signatory', state: 'accepted', attempts: 1 },
        personId: await server.contact(developer.id, 'signatory'),
        messageId: `<second.${id}@vendor.example>`,
        ...{ response: null, subject: null, text: null, html: null },
        sentAt: new Date(server.time.now),
        settledAt: new Date(server.time.now),
      })
      .execute();
    const first = await bounce(deliveries[0].messageId).expect(200);
    expect(first.body.isDelivered).toBe(true);
    expect((await one(manager, id)).state).toBe('accepted');
    const second = await bounce(`<second.${id}@vendor.example>`).expect(200);
    expect(second.body.isDelivered).toBe(false);
    expect((await one(manager, id)).state).toBe('bounced');
  });

  it('is refused for mails we never sent, and from who is not the mail system', async () => {
    await bounce('<nothing@vendor.example>').expect(404);
    for (const messageId of ['', 'a b', '<>', 'x'.repeat(300)]) await bounce(messageId).expect(400);
    await bounce('<nothing@vendor.example>', await server.token('verify')).expect(403);
    await ask(server).post('/v1/mail-events').set(mailSystem).send({ messageId: '<a@b.c>', type: 'open' }).expect(400);
  });
});

describe('vouching for a delivery', () => {
  const vouch = (headers: Headers, id: string, given: object = {}) =>
    ask(server)
      .post(`${developer.base}/notices/${id}/confirmations`)
      .set(headers)
      .send({
        channel: 'telephone',
        spokeWith: developer.signatoryId,
        confirmedAt: '2026-11-23T11:30:00+00:00',
        ...given,
      });

  it('takes two different people', async () => {
    const [{ id, deliveries }] = await list(manager);
    expect((await vouch(manager, id).expect(409)).body.code).toBe('notice.already-accepted');
    await bounce(deliveries[0].messageId).expect(200);
    expect((await vouch(manager, id).expect(201)).body).toMatchObject({ state: 'bounced' });
    expect((await vouch(manager, id).expect(403)).body.code).toBe('notice.same-person');
    const { body } = await vouch(lead, id).expect(201);
    expect(body).toMatchObject({ state: 'accepted', acceptedAt: '2026-11-23T12:00:00.000Z' });
    expect(body.confirmations).toHaveLength(2);
  });

  it('names a contact of the developer and a moment that was', async () => {
    const [{ id, deliveries }] = await list(manager);
    await bounce(deliveries[0].messageId).expect(200);
    const stranger = await vouch(manager, id, { spokeWith: await server.person() }).expect(400);
    expect(stranger.body.errors[0].path).toBe('/spokeWith');
    const ahead = await vouch(manager, id, { confirmedAt: '2026-11-23T12:00:01Z' }).expect(400);
    expect(ahead.body.errors[0].path).toBe('/confirmedAt');
    await vouch(manager, id, { confirmedAt: 'yesterday' }).expect(400);
    await vouch(developer.signatory, id).expect(403);
    await vouch(await server.session(await server.staff('legal')), id).expect(403);
    await vouch(manager, 'ntc_00000000').expect(404);
  });
});
