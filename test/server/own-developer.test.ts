import type { Database } from '../../db/database';
import { addDays } from '../../domain/calendar/zoned';
import type { PersonId } from '../../domain/ids';
import { attestationServer, enrol } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type EnrolledDeveloper, enrolled, existingKey, type Headers } from '../support/enrolment';
import { work } from '../support/little-worker';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let manager: Headers;
let lead: Headers;
let legal: Headers;
/** An administrator who is a backup contact of the developer, and legal's twin in the same place. */
let own: Headers;
let ownId: PersonId;
let ownLegal: Headers;
let developer: EnrolledDeveloper;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  const session = async (role: 'am' | 'lead' | 'legal') => server.session(await server.staff(role));
  [manager, lead, legal] = [await session('am'), await session('lead'), await session('legal')];
  developer = await enrolled(server, manager, {
    apps: [{ name: 'Shop', sdkProduct: 'native', existingKeys: [existingKey().told] }],
  });
  await work(server);
  const belonging = async (role: 'admin' | 'legal') =>
    server.contact(developer.id, 'backup', { personId: await server.staff(role) });
  ownId = await belonging('admin');
  [own, ownLegal] = [await server.session(ownId), await server.session(await belonging('legal'))];
});

const post = (path: string, as: Headers, body?: object) => ask(server).post(path).set(as).send(body);
const made = async (path: string, as: Headers, body: object) => (await post(path, as, body).expect(201)).body.id;
const refused = async (path: string, body?: object, as = own) =>
  (await post(path, as, body).expect(403)).body.code as string;
const reason = 'It is better so.';

describe('people of the vendor’s who are contacts of a developer', () => {
  it('decide no finding, appeal or suspension of it', async () => {
    const appId = developer.appId('Shop');
    const findingId = await made(`${developer.base}/findings`, manager, {
      appId,
      obligation: 'notice',
      clause: '3.2',
      facts: 'The page names no vendor.',
      evidence: ['https://studio.example'],
    });
    expect(await refused(`/v1/findings/${findingId}/withdraw`, { reason })).toBe('finding.same-person');
    await post(`/v1/findings/${findingId}/answer`, developer.signatory, { answer: 'It does.' }).expect(200);
    const cured = { outcome: 'cured' };
    expect(await refused(`/v1/findings/${findingId}/decision`, cured)).toBe('finding.same-person');

    const given = { appId, class: 'account-manager', reason, clause: '3.2' };
    const requestId = await made(`${developer.base}/suspension-requests`, manager, given);
    const request = `/v1/suspension-requests/${requestId}`;
    expect(await refused(`${request}/refuse`, { reason })).toBe('suspension.same-person');
    expect(await refused(`${request}/confirm`)).toBe('suspension.same-person');
    await post(`${request}/confirm`, lead).expect(200);
    const { body } = await ask(server).get(`${developer.base}/suspensions`).set(lead).expect(200);
    const [{ id: suspensionId }] = body.items;
    for (const as of [own, ownLegal])
      expect(await refused(`/v1/suspensions/${suspensionId}/lift`, { reason }, as)).toBe('access.forbidden');

    const appealId = await made(`${developer.base}/appeals`, developer.signatory, {
      against: 'suspension',
      subject: suspensionId,
      words: 'It is explained.',
    });
    const appeal = `/v1/appeals/${appealId}`;
    expect(await refused(`${appeal}/acknowledge`, { words: 'Thanks.' })).toBe('appeal.same-person');
    expect(await refused(`${appeal}/decision`, { outcome: 'uphold', words: 'Yes.' })).toBe('appeal.same-person');
    await post(`${appeal}/decision`, legal, { outcome: 'uphold', words: 'Yes.' }).expect(200);
  });

  it('neither end it nor keep it from ending', async () => {
    const id = await made(`${developer.base}/terminations`, manager, { kind: 'offboarding', reason });
    for (const verb of ['withdraw', 'confirm'])
      expect(await refused(`/v1/terminations/${id}/${verb}`)).toBe('termination.same-person');
    await post(`/v1/terminations/${id}/withdraw`, manager).expect(200);
  });

  it('give it no more time, by an extension, a hold or a frozen day', async () => {
    const { developerId, base, session } = await enrol(server, 'native');
    await server.contact(developerId, 'executive', { personId: ownId });
    const plans = db.selectFrom('plans').select('dueOn').where('developerId', '=', developerId);
    const { dueOn } = await plans.executeTakeFirstOrThrow();
    const plan = 'We wait for a release.';
    const extensionId = await made(`${base}/extensions`, session, { untilOn: addDays(dueOn ?? '', 10), plan });
    const outcome = { outcome: 'grant', reason };
    expect(await refused(`/v1/extensions/${extensionId}/decision`, outcome)).toBe('extension.same-person');

    const holds = '/v1/enforcement/holds';
    expect(await refused(holds, { developerId: developer.id, reason })).toBe('access.forbidden');
    const frozen = { developerId: developer.id, day: '2027-01-05', reason };
    expect(await refused('/v1/enforcement/freeze-days', frozen)).toBe('access.forbidden');
    const holdId = await made(holds, manager, { developerId: developer.id, reason });
    expect(await refused(`${holds}/${holdId}/lift`, { reason })).toBe('access.forbidden');
    await post(`${holds}/${holdId}/lift`, lead, { reason }).expect(200);
  });
});

describe('a thing of somebody else’s', () => {
  it('reads exactly as one that is not there', async () => {
    const other = await enrolled(server, manager);
    const id = await made(`${developer.base}/terminations`, manager, { kind: 'offboarding', reason });
    const seen = async (path: string) => {
      const { body } = await ask(server).get(path).set(other.signatory).expect(404);
      return { ...body, instance: null };
    };
    const none = id.replace(/.$/, (last: string) => (last === '0' ? '1' : '0'));
    expect(await seen(`/v1/terminations/${id}`)).toEqual(await seen(`/v1/terminations/${none}`));
    const { body } = await ask(server).get('/v1/appeals').set(manager).expect(200);
    const [appeal] = body.items;
    const noAppeal = appeal.id.replace(/.$/, (last: string) => (last === '0' ? '1' : '0'));
    expect(await seen(`/v1/appeals/${appeal.id}`)).toEqual(await seen(`/v1/appeals/${noAppeal}`));
  });
});
