import { type Database, openDatabase } from '../../db/database';
import { createSignInLink } from '../../db/workspace/sign-in-links';
import { AvowError } from '../../domain/errors';
import { testDatabase } from '../support/database';
import { ask, type TestServer, testServer } from '../support/server';

let db: Database;
let server: TestServer;
let admin: { Authorization: string };

beforeAll(async () => {
  db = await testDatabase();
  server = testServer(db);
  admin = await server.session(await server.staff('admin'));
});

const token = { name: 'gateway', scopes: ['verify'], expiresAt: null };
const post = (body: unknown, type = 'application/json') =>
  ask(server)
    .post('/v1/tokens')
    .set(admin)
    .set('Content-Type', type)
    .send(typeof body === 'string' ? body : JSON.stringify(body));

afterEach(async () => {
  // Whatever was refused changed nothing.
  expect(await db.selectFrom('apiTokens').select('id').execute()).toEqual([]);
});

describe('a request that is wrong', () => {
  it.each([
    ['cut-off JSON', '{"name":', 400, 'request.malformed'],
    ['a bare value', '"name"', 400, 'request.malformed'],
    ['a list', '[]', 400, 'request.invalid'],
    ['no body', '', 400, 'request.invalid'],
    ['10 MB', JSON.stringify({ name: 'x'.repeat(10_000_000) }), 413, 'request.too-large'],
  ])('with %s is refused', async (_what, body, status, code) => {
    const answer = await post(body);
    expect([answer.status, answer.body.code, answer.type]).toEqual([status, code, 'application/problem+json']);
  });

  it.each([
    ['an unknown field', { ...token, isAdmin: true }, '/isAdmin'],
    [
      'a prototype as a field',
      JSON.parse('{"name":"x","scopes":["verify"],"expiresAt":null,"__proto__":{"a":1}}'),
      '/__proto__',
    ],
    ['a number for text', { ...token, name: 7 }, '/name'],
    ['text of blanks', { ...token, name: '  ' }, '/name'],
    ['text of which nothing is seen', { ...token, name: '\u200b\u2060' }, '/name'],
    ['letters turned around', { ...token, name: 'a\u202egnp.exe' }, '/name'],
    ['two lines by another character', { ...token, name: 'a\u2028b' }, '/name'],
    ['two lines for one', { ...token, name: 'a\nb' }, '/name'],
    ['a NUL', { ...token, name: 'a\0b' }, '/name'],
    ['half a character', { ...token, name: 'a\ud800b' }, '/name'],
    ['an unknown choice', { ...token, scopes: ['verify', 'all'] }, '/scopes/1'],
    ['an empty list', { ...token, scopes: [] }, '/scopes'],
    ['a missing expiry', { name: 'x', scopes: ['verify'] }, '/expiresAt'],
    ['a moment without offset', { ...token, expiresAt: '2027-01-01T00:00:00' }, '/expiresAt'],
    ['a moment that is over', { ...token, expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
  ])('with %s names the field', async (_what, body, path) => {
    const answer = await post(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    expect(answer.body.errors.map((fault: { path: string }) => fault.path)).toContain(path);
    expect(answer.body.detail).toContain(path);
  });

  it('in another content type is refused', async () => {
    const answer = await post('name=x', 'application/x-www-form-urlencoded');
    expect([answer.status, answer.body.code]).toEqual([415, 'request.unsupported-media']);
  });

  it('with a body where none belongs is refused', async () => {
    const answer = await ask(server).delete('/v1/session').set(admin).send({ all: true });
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
  });

  it.each(['/v1/tokens/%00', '/v1/tokens/%ff', '/v1/tokens/..%2f..', '/v1/tokens/tok_%F0%9F'])(
    'at %s is refused, and not as our fault',
    async (path) => {
      const answer = await ask(server).delete(path).set(admin);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.type).toBe('application/problem+json');
    },
  );

  it('for nothing that is there answers 404, by another method 405 with what is allowed', async () => {
    const missing = await ask(server).get('/v1/nothing').expect(404);
    expect(missing.body.code).toBe('route.not-found');
    const method = await ask(server).put('/v1/tokens').set(admin).expect(405);
    expect(method.body.code).toBe('method.not-allowed');
    expect(method.headers.allow).toBe('POST, GET, HEAD');
  });
});

describe('a fault of our own', () => {
  it('answers 500 with a request id and nothing of what is inside', async () => {
    const broken = testServer(db, {
      lifecycle: {
        transact: async () => {
          throw new TypeError('secret detail of /srv/app');
        },
      },
    });
    const person = await broken.contact(await broken.developer(), 'signatory', { isVerified: false });
    const link = await createSignInLink(db, person, broken.time.now);
    const answer = await ask(broken).post('/v1/sessions').send({ token: link }).expect(500);
    expect(answer.body.code).toBe('internal');
    expect(answer.body.instance).toBe(`urn:uuid:${answer.headers['x-request-id']}`);
    expect(answer.text).not.toContain('secret detail');
    expect(broken.logged.join('')).toContain('secret detail');
  });

  it("is not the person's: one developer's refusal keeps nobody from signing in", async () => {
    const refusing = testServer(db, {
      lifecycle: {
        transact: async () => {
          throw new AvowError('developer.offboarded', 'Gone.');
        },
      },
    });
    const person = await refusing.contact(await refusing.developer(), 'signatory', { isVerified: false });
    const link = await createSignInLink(db, person, refusing.time.now);
    const { body } = await ask(refusing).post('/v1/sessions').send({ token: link }).expect(201);
    expect(body.memberships).toEqual([]);
  });

  it('with PostgreSQL out of reach answers 503 and when to try again, and still says that it lives', async () => {
    const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/none');
    const cut = testServer(nowhere);
    const answer = await ask(cut).get('/readyz').expect(503);
    expect(answer.body.code).toBe('database.unavailable');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await ask(cut).get('/v1/session').set('Authorization', 'Bearer x').expect(503);
    await ask(cut).get('/healthz').expect(200);
    await nowhere.destroy();
  });
});
