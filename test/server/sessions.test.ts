import type { Database } from '../../db/database';
import { erasePerson } from '../../db/workspace/erasure';
import { startSession } from '../../db/workspace/sessions';
import type { PersonId } from '../../domain/ids';
import { deviceOf } from '../../server/device';
import { testDatabase } from '../support/database';
import { ask, publicUrl, type TestServer, testServer } from '../support/server';

let db: Database;
let server: TestServer;
let person: PersonId;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = testServer(db);
  person = await server.contact(await server.developer(), 'signatory');
});

const hours = (count: number): number => count * 3_600_000;

describe('a session', () => {
  it('ends after 8 hours without use', async () => {
    const session = await server.session(person);
    server.time.now += hours(8) - 1;
    await ask(server).get('/v1/session').set(session).expect(200);
    server.time.now += hours(8);
    const ended = await ask(server).get('/v1/session').set(session).expect(401);
    expect(ended.body.code).toBe('access.unauthenticated');
    expect(ended.headers['www-authenticate']).toBe('Bearer');
  });

  it('ends after 7 days however much it is used', async () => {
    const session = await server.session(person);
    for (let time = 0; time < 7 * 24 - 6; time += 6) {
      server.time.now += hours(6);
      await ask(server).get('/v1/session').set(session).expect(200);
    }
    server.time.now += hours(6);
    await ask(server).get('/v1/session').set(session).expect(401);
  });

  it('ends when it is signed out, and the cookie goes', async () => {
    const session = await server.session(person);
    const answer = await ask(server).delete('/v1/session').set(session).expect(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^avow=; .*Max-Age=0/);
    await ask(server).get('/v1/session').set(session).expect(401);
  });

  it('ends when the person is erased', async () => {
    const manager = await server.staff('am');
    const session = await server.session(manager);
    await erasePerson(db, manager, { kind: 'system', id: 'test' }, server.time.now);
    await ask(server).get('/v1/session').set(session).expect(401);
  });

  it('is listed, and any of them can be ended from another', async () => {
    const first = await server.session(person);
    const second = await server.session(person);
    const { body } = await ask(server).get('/v1/sessions').set(first).expect(200);
    expect(body.items).toHaveLength(2);
    const other = body.items.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);
    await ask(server).delete(`/v1/sessions/${other.id}`).set(first).expect(204);
    await ask(server).get('/v1/session').set(second).expect(401);
    await ask(server).get('/v1/session').set(first).expect(200);
  });

  it('is listed by the browser that began it, of which nothing else is kept', async () => {
    const { id } = await startSession(
      db,
      person,
      'browser',
      server.time.now,
      deviceOf(
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
      ),
    );
    const { body } = await ask(server)
      .get('/v1/sessions')
      .set(await server.session(person))
      .expect(200);
    expect(body.items.find((one: { id: string }) => one.id === id)).toMatchObject({
      browser: 'Chrome',
      operatingSystem: 'Windows',
    });
    expect(body.items.find((one: { id: string }) => one.id !== id)).toMatchObject({
      client: 'script',
      browser: null,
      operatingSystem: null,
    });
  });

  it('names no browser that its header does not', () => {
    for (const header of [undefined, null, '', ' ', 'curl/8.4.0', 'x'.repeat(100_000)])
      expect(deviceOf(header)).toEqual({ browser: null, operatingSystem: null });
  });

  it('of somebody else reads as one that does not exist', async () => {
    const stranger = await server.contact(await server.developer(), 'signatory');
    const theirs = await startSession(db, stranger, 'browser', server.time.now);
    const mine = await server.session(person);
    const foreign = await ask(server).delete(`/v1/sessions/${theirs.id}`).set(mine).expect(404);
    const invented = await ask(server).delete('/v1/sessions/ses_00000000000000000000').set(mine).expect(404);
    expect({ ...foreign.body, instance: '' }).toEqual({ ...invented.body, instance: '' });
  });
});

describe('a change that a browser sends with its cookie', () => {
  const change = async (headers: Record<string, string>) => {
    const started = await startSession(db, person, 'browser', server.time.now);
    const withToken = headers['X-CSRF-Token'] === 'right' ? { ...headers, 'X-CSRF-Token': started.csrfToken } : headers;
    return ask(server).delete('/v1/session').set('Cookie', `other=1; avow=${started.secret}`).set(withToken);
  };

  it.each([
    ['without a token', {}],
    ['with another token', { 'X-CSRF-Token': 'A'.repeat(43) }],
    ['with the token, from another site', { 'X-CSRF-Token': 'right', 'Sec-Fetch-Site': 'cross-site' }],
    ['with the token, from a sibling of this site', { 'X-CSRF-Token': 'right', 'Sec-Fetch-Site': 'same-site' }],
    ['with the token, from another origin', { 'X-CSRF-Token': 'right', Origin: 'https://evil.example' }],
  ])('is refused %s', async (_how, headers) => {
    const answer = await change(headers);
    expect([answer.status, answer.body.code]).toEqual([403, 'access.csrf']);
  });

  it.each([
    ['with the token', { 'X-CSRF-Token': 'right' }],
    [
      'with the token, from its own page',
      { 'X-CSRF-Token': 'right', 'Sec-Fetch-Site': 'same-origin', Origin: publicUrl },
    ],
  ])('is taken %s', async (_how, headers) => {
    expect((await change(headers)).status).toBe(204);
  });

  it('reads without a token', async () => {
    const started = await startSession(db, person, 'browser', server.time.now);
    const { body } = await ask(server).get('/v1/session').set('Cookie', `avow=${started.secret}`).expect(200);
    expect(body).toMatchObject({ via: 'cookie', csrfToken: started.csrfToken });
  });
});
