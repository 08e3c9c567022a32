import { sendDelegateInvitation, tellOfDelegation } from '../../activities/delegations';
import type { ActivityDeps } from '../../activities/deps';
import type { Database } from '../../db/database';
import { confirmDelegate } from '../../db/workspace/delegates';
import type { DelegationId, PersonId } from '../../domain/ids';
import { activityDeps } from '../support/activity-deps';
import { delegation } from '../support/agency';
import { type Enrolled, newcomer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type TestInbox, testInbox } from '../support/inbox';
import { ask, type TestServer } from '../support/server';

let db: Database;
let deps: ActivityDeps;
let inbox: TestInbox;
let server: TestServer;
let developer: Enrolled;
let delegationId: DelegationId;
let told: { delegationId: DelegationId; personId: PersonId };
let email: string;
let rows = 0;

beforeAll(async () => {
  db = await testDatabase();
  inbox = await testInbox();
  ({ deps } = activityDeps(db, { smtpUrl: inbox.smtpUrl }));
});
beforeEach(async () => {
  ({ server, developer } = await newcomer(db));
  deps.clock.now = () => server.time.now;
  const asked = delegation({ scopes: ['draft', 'sign'] });
  ({ email } = asked.delegates[0] as { email: string });
  const { body } = await ask(server)
    .post(`${developer.base}/delegations`)
    .set(developer.session)
    .send(asked)
    .expect(201);
  delegationId = body.id;
  told = { delegationId, personId: body.delegates[0].personId };
});

const invite = () => sendDelegateInvitation(deps, told, (rows += 1));
const mailsTo = (to: string) => inbox.messages({ to });

describe('the invitation of a delegate', () => {
  it('says for whom, for which agency and until when, with a link that signs them in', async () => {
    await invite();
    const [mail] = await mailsTo(email);
    const { text } = await inbox.message(mail?.id ?? '');
    for (const part of ['Harbour Light Retail Ltd.', 'Clear Words Agency', '31 May 2027', 'sign and submit'])
      expect(text).toContain(part);
    const token = /[?&]token=([A-Za-z0-9_-]{43})/.exec(text)?.[1];
    const { body } = await ask(server).post('/v1/sessions').send({ token }).expect(201);
    expect(body.delegations).toMatchObject([{ delegationId }]);
  });

  it('is not sent to who confirmed meanwhile', async () => {
    await confirmDelegate(db, told.personId, server.time.now);
    await invite();
    expect(await mailsTo(email)).toEqual([]);
  });

  it('is not sent once the delegation is revoked, or the person removed', async () => {
    const path = `${developer.base}/delegations/${delegationId}`;
    await ask(server).delete(`${path}/delegates/${told.personId}`).set(developer.session).expect(204);
    await invite();
    expect(await mailsTo(email)).toEqual([]);
    const again = { name: 'Ann Lee', email, language: 'en' };
    await ask(server).post(`${path}/delegates`).set(developer.session).send(again).expect(201);
    await ask(server).post(`${path}/revoke`).set(developer.session).send({ reason: 'no' }).expect(200);
    await invite();
    expect(await mailsTo(email)).toEqual([]);
  });

  it('is the same mail when it is tried again', async () => {
    await sendDelegateInvitation(deps, told, 1_000_000);
    await sendDelegateInvitation(deps, told, 1_000_000);
    const ids = (await mailsTo(email)).map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(1);
  });
});

it('is sent again, and known for the same, when the mail server was lost before it answered', async () => {
  await db
    .updateTable('people')
    .set({ email: 'lost-delegate@agency.example' })
    .where('id', '=', told.personId)
    .execute();
  await expect(sendDelegateInvitation(deps, told, 2_000_000)).rejects.toMatchObject({ name: 'OutcomeUnknown' });
  await sendDelegateInvitation(deps, told, 2_000_000);
  const ids = (await mailsTo('lost-delegate@agency.example')).map(({ messageId }) => messageId);
  expect(ids).toEqual([ids[0], ids[0]]);
});

it('is to be tried again without end where a server refuses its reader for now', async () => {
  await db
    .updateTable('people')
    .set({ email: 'defer-delegate@agency.example' })
    .where('id', '=', told.personId)
    .execute();
  await expect(sendDelegateInvitation(deps, told, 3_000_000)).rejects.toMatchObject({ name: 'RefusedForNow' });
});

describe('telling the other signatories', () => {
  it.each([
    ['granted', 'Clear Words Agency may now act for Harbour Light Retail Ltd.'],
    ['revoked', 'Clear Words Agency may no longer act for Harbour Light Retail Ltd.'],
  ] as const)('of one that was %s', async (change, subject) => {
    const other = await server.contact(developer.developerId, 'signatory');
    await tellOfDelegation(deps, { delegationId, personId: other, change }, (rows += 1));
    const person = await db.selectFrom('people').select('email').where('id', '=', other).executeTakeFirstOrThrow();
    expect((await mailsTo(person.email ?? '')).map((mail) => mail.subject)).toEqual([subject]);
  });

  it('leaves out who is no signatory any more', async () => {
    const preparer = await server.contact(developer.developerId, 'preparer');
    await tellOfDelegation(deps, { delegationId, personId: preparer, change: 'granted' }, (rows += 1));
    const person = await db.selectFrom('people').select('email').where('id', '=', preparer).executeTakeFirstOrThrow();
    expect(await mailsTo(person.email ?? '')).toEqual([]);
  });
});
