import type { Database } from '../../db/database';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type EnrolledDeveloper, enrolled, existingKey, type Headers } from '../support/enrolment';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let manager: Headers;
let developer: EnrolledDeveloper;
let list: string;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  manager = await server.session(await server.staff('am'));
});
beforeEach(async () => {
  developer = await enrolled(server, manager);
  list = `${developer.base}/apps`;
});

const register = (headers: Headers, body: object) => ask(server).post(list).set(headers).send(body);

describe('registering an app', () => {
  it('is for the signatory and the vendor', async () => {
    const { body } = await register(developer.signatory, { name: 'Shop', sdkProduct: 'native' }).expect(201);
    expect(body).toMatchObject({ name: 'Shop', entry: 'registered', standing: 'onboarding', suspendedFor: [] });
    await register(manager, { name: 'Cart', sdkProduct: 'taobao-mini' }).expect(201);
    await register(developer.preparer, { name: 'Shop', sdkProduct: 'native' }).expect(403);
  });

  it('with the keys it has is for the vendor alone', async () => {
    const { told } = existingKey();
    const app = { name: 'Live', sdkProduct: 'native', existingKeys: [told] };
    const refused = await register(developer.signatory, app).expect(403);
    expect(refused.body.errors[0].path).toBe('/existingKeys');
    const { body } = await register(manager, app).expect(201);
    expect(body).toMatchObject({ entry: 'imported', standing: 'due' });
    const keys = await ask(server).get(`${developer.base}/keys`).set(developer.preparer).expect(200);
    expect(keys.body.items).toMatchObject([{ name: 'production', environment: 'live', state: 'active' }]);
    expect(JSON.stringify(keys.body)).not.toContain(told.keyHash);
    await register(manager, app).expect(400);
  });

  it('that two of the same moment import with one key, one of them is refused', async () => {
    const { told } = existingKey();
    const app = { name: 'Live', sdkProduct: 'native', existingKeys: [told] };
    const answers = await Promise.all([register(manager, app), register(manager, app)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
  });

  it.each([
    { name: '', sdkProduct: 'native' },
    { name: 'x'.repeat(121), sdkProduct: 'native' },
    { name: 'Shop' },
    { name: 'Shop', sdkProduct: 'native', standing: 'active' },
  ])('refuses %j', async (body) => {
    await register(developer.signatory, body).expect(400);
  });
});

describe('the apps of a developer', () => {
  it('can be listed, filtered, read, renamed; another developer’s are not there', async () => {
    const { body: app } = await register(developer.signatory, { name: 'Shop', sdkProduct: 'native' });
    await register(developer.signatory, { name: 'Another', sdkProduct: 'wechat-mini' });
    const page = await ask(server).get(list).set(developer.preparer).expect(200);
    expect(page.body.items.map(({ name }: { name: string }) => name)).toEqual(['Another', 'Shop']);
    const filtered = await ask(server).get(list).set(developer.preparer).query({ sdkProduct: 'native' }).expect(200);
    expect(filtered.body.items).toEqual([app]);
    const renamed = await ask(server).patch(`${list}/${app.id}`).set(developer.signatory).send({ name: 'Store' });
    expect(renamed.body).toEqual({ ...app, name: 'Store' });

    const other = await enrolled(server, manager);
    for (const headers of [other.signatory, manager])
      await ask(server).get(`${other.base}/apps/${app.id}`).set(headers).expect(404);
    await ask(server).patch(`${other.base}/apps/${app.id}`).set(other.signatory).send({ name: 'Mine' }).expect(404);
    await ask(server)
      .post(`${other.base}/apps/${app.id}/retire`)
      .set(other.signatory)
      .send({ reason: 'x' })
      .expect(404);
    await ask(server).get(`${list}/app_'`).set(developer.signatory).expect(404);
  });

  it('end by the signatory’s word, keys and all', async () => {
    const { body: app } = await register(developer.signatory, { name: 'Shop', sdkProduct: 'native' });
    const key = await ask(server)
      .post(`${list}/${app.id}/keys`)
      .set(developer.signatory)
      .send({ name: 'ci', environment: 'test' })
      .expect(201);
    const retire = () =>
      ask(server).post(`${list}/${app.id}/retire`).set(developer.signatory).send({ reason: 'No longer shipped.' });
    expect((await retire().expect(200)).body).toMatchObject({ standing: 'offboarded' });
    expect((await retire().expect(409)).body.code).toBe('app.retired');
    const { body } = await ask(server).get(`${developer.base}/keys/${key.body.id}`).set(developer.signatory);
    expect(body.state).toBe('revoked');
    const inUse = await ask(server).get(list).set(developer.signatory).query({ isRetired: 'false' }).expect(200);
    expect(inUse.body.items).toEqual([]);
  });
});
