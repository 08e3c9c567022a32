import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/database';
import { formatKey } from '../../domain/keys/key-text';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type EnrolledDeveloper, enrolled, existingKey, type Headers } from '../support/enrolment';
import { workBeside } from '../support/little-worker';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let manager: Headers;
let backend: Headers;
let developer: EnrolledDeveloper;
const old = existingKey();

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  manager = await server.session(await server.staff('am'));
  backend = await server.token('verify');
  developer = await enrolled(server, manager, {
    apps: [
      { name: 'Old', sdkProduct: 'taobao-mini', existingKeys: [old.told] },
      { name: 'New', sdkProduct: 'native' },
    ],
  });
});

const verify = async (key: string, headers: Headers = {}) =>
  (
    await ask(server)
      .get('/v1/verify')
      .set({ ...backend, ...headers, 'X-SDK-Key': key })
      .expect(200)
  ).body;

describe('asking about a key', () => {
  it('answers that an imported key works, with what is due', async () => {
    expect(await verify(old.secret)).toMatchObject({
      valid: true,
      code: 'VALID',
      app: { id: developer.appId('Old'), name: 'Old' },
      sdkProduct: 'taobao-mini',
      environment: 'live',
      attestation: { state: 'due', dueOn: null, fixUrl: expect.stringContaining(`/developers/${developer.id}/`) },
      reason: expect.stringContaining('/developers/'),
      asOf: '2026-11-23T12:00:00.000Z',
    });
  });

  it('speaks the language that is asked for', async () => {
    expect((await verify(old.secret, { 'Accept-Language': 'zh-TW, en;q=0.9' })).reason).toMatch(/\p{Script=Han}/u);
    expect((await verify(old.secret, { 'Accept-Language': 'zh;q=0, fr, en;q=0.1' })).reason).toMatch(/^The app/);
  });

  it('knows nothing of a key that was never issued, and does not ask the record about garbage', async () => {
    const unknown = await verify(formatKey('live', randomBytes(24)));
    expect(unknown).toMatchObject({ valid: false, code: 'NOT_FOUND', app: null, environment: null, attestation: null });
    const broken = old.secret.slice(0, -1) + (old.secret.endsWith('A') ? 'B' : 'A');
    for (const garbage of [broken, 'avow_live_', `avow_live_${'0'.repeat(39)}`])
      expect(await verify(garbage)).toMatchObject({ valid: false, code: 'NOT_FOUND' });
    expect(await verify('some-other-vendor-key')).toMatchObject({ code: 'NOT_FOUND' });
    expect(server.logged.join('')).not.toContain(old.secret);
  });

  it('takes many at once, in their order', async () => {
    const keys = [old.secret, 'nonsense', old.secret];
    const { body } = await ask(server).post('/v1/verify').set(backend).send({ keys }).expect(200);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(['VALID', 'NOT_FOUND', 'VALID']);
    const one = await ask(server).post('/v1/verify').set(backend).send({ key: old.secret }).expect(200);
    expect(one.body).toEqual(body.items[0]);
  });

  it.each([
    {},
    { key: 'a', keys: ['a'] },
    { keys: [] },
    { keys: Array.from({ length: 1001 }, () => 'a') },
    { key: '' },
    { key: 7 },
    { key: 'a'.repeat(201) },
    { token: 'a' },
  ])('refuses a body that is not one of its forms: %#', async (body) => {
    await ask(server).post('/v1/verify').set(backend).send(body).expect(400);
  });

  it('needs the header, and never takes a key in the address', async () => {
    const missing = await ask(server).get('/v1/verify').set(backend).expect(400);
    expect(missing.body.errors[0].path).toBe('/headers/x-sdk-key');
    await ask(server).get('/v1/verify').set(backend).query({ key: old.secret }).expect(400);
  });
});

describe('a key that was rolled', () => {
  it('is refused when its overlap is over, even before the clock has decided so', async () => {
    const app = developer.appId('New');
    const { body: key } = await ask(server)
      .post(`${developer.base}/apps/${app}/keys`)
      .set(developer.signatory)
      .send({ name: 'ci', environment: 'test' })
      .expect(201);
    const { body: next } = await ask(server)
      .post(`${developer.base}/keys/${key.id}/roll`)
      .set(developer.signatory)
      .send({ overlap: 'PT1H' })
      .expect(201);
    expect((await verify(key.secret)).code).toBe('VALID');
    server.time.now += 3_600_000;
    expect((await verify(key.secret)).code).toBe('REVOKED');
    expect((await verify(next.secret)).code).toBe('VALID');
    const { body } = await ask(server).get(`${developer.base}/keys/${key.id}`).set(developer.signatory);
    expect(body.state).toBe('active');
    server.time.now -= 3_600_000;
  });
});

describe('a developer who does nothing', () => {
  const until = async (standing: string) => {
    for (let steps = 0; steps < 60; steps += 1) {
      const { body } = await ask(server).get(developer.base).set(manager).expect(200);
      if (body.standing === standing) return;
      const moving = ask(server).post(`${developer.base}/clock`).set(manager).send({ to: 'next' }).expect(200);
      await workBeside(server, Promise.resolve(moving));
    }
    throw new Error(`never ${standing}`);
  };

  it('hears of it with every answer, is suspended with reason and way back, and what was seen is told by the requirements', async () => {
    const offsets: string[] = [];
    for (const standing of ['grace', 'restricted']) {
      await until(standing);
      const answer = await verify(old.secret);
      expect(answer).toMatchObject({ valid: true, code: 'VALID', attestation: { state: standing } });
      offsets.push(answer.attestation.dueOn);
    }
    expect(new Set(offsets).size).toBe(1);
    await until('suspended');
    expect(await verify(old.secret)).toMatchObject({
      valid: false,
      code: 'SUSPENDED_OBLIGATION',
      reason: expect.stringMatching(/suspended.+https?:\/\/\S+\/developers\//),
    });
    const { body } = await ask(server).get(`${developer.base}/requirements`).set(developer.preparer).expect(200);
    const app = body.items.find((item: { app: { name: string } }) => item.app.name === 'Old');
    expect(app).toMatchObject({ disabledReason: 'suspended-obligation', currentlyDue: [], suspendsNotBeforeAt: null });
    expect(app.pastDue).toHaveLength(4);
    expect(app.alternatives.map(({ instead }: { instead: string }) => instead)).not.toContain('ask-for-time');
    const keys = await ask(server).get(`${developer.base}/keys`).set(developer.preparer).query({ state: 'suspended' });
    expect(keys.body.items[0].suspendedFor).toEqual(['obligation']);
    const list = await ask(server).get('/v1/developers').set(manager).query({ standing: 'suspended' }).expect(200);
    expect(list.body.items[0]).toMatchObject({ id: developer.id, standing: 'suspended' });
  }, 240_000);
});
