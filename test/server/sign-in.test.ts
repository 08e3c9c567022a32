import type { Database } from '../../db/database';
import { consumeSignInLink, createSignInLink } from '../../db/workspace/sign-in-links';
import type { PersonId } from '../../domain/ids';
import { testDatabase } from '../support/database';
import { ask, type TestServer, testServer } from '../support/server';

let db: Database;
let server: TestServer;
let signatory: PersonId;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = testServer(db);
  signatory = await server.contact(await server.developer(), 'signatory');
});

const minutes = (count: number): number => count * 60_000;
const linksToSend = (personId: PersonId) =>
  db.selectFrom('outbox').selectAll().where('kind', '=', 'send-sign-in-link').where('subject', '=', personId).execute();
const emailOf = async (personId: PersonId): Promise<string> =>
  (await db.selectFrom('people').select('email').where('id', '=', personId).executeTakeFirstOrThrow()).email ?? '';

describe('asking for a sign-in link', () => {
  it('queues one mail for a known address, however often and however it is written', async () => {
    const email = await emailOf(signatory);
    for (const written of [email, email.toUpperCase(), ` ${email} `]) {
      await ask(server).post('/v1/sign-in-links').send({ email: written }).expect(202);
    }
    expect(await linksToSend(signatory)).toHaveLength(1);
  });

  it('answers an unknown address exactly as a known one, and queues nothing', async () => {
    const known = await ask(server)
      .post('/v1/sign-in-links')
      .send({ email: await emailOf(signatory) });
    const before = await db.selectFrom('outbox').select('id').execute();
    const unknown = await ask(server).post('/v1/sign-in-links').send({ email: 'nobody@example.com' });
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    expect(await db.selectFrom('outbox').select('id').execute()).toHaveLength(before.length);
  });

  it('is limited for each address, known or not', async () => {
    const limited = testServer(db, {
      settings: {
        rateLimits: { ...server.deps.settings.rateLimits, signInPerEmail: { limit: 2, windowMs: minutes(15) } },
      },
    });
    const send = () => ask(limited).post('/v1/sign-in-links').send({ email: 'nobody@example.com' });
    await send().expect(202);
    await send().expect(202);
    const refused = await send().expect(429);
    expect(refused.body.code).toBe('request.rate-limited');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('following a sign-in link by script', () => {
  it('starts a session that works as a bearer token and says who it is', async () => {
    const token = await createSignInLink(db, signatory, server.time.now);
    const started = await ask(server).post('/v1/sessions').send({ token }).expect(201);
    expect(started.body.person.id).toBe(signatory);
    expect(started.body.memberships).toEqual([{ developerId: expect.stringMatching(/^dev_/), role: 'signatory' }]);
    const session = await ask(server)
      .get('/v1/session')
      .set('Authorization', `Bearer ${started.body.sessionToken}`)
      .expect(200);
    expect(session.body).toMatchObject({ via: 'bearer', person: { id: signatory }, staff: null });
  });

  it('works once, even when followed twice at the same moment', async () => {
    const token = await createSignInLink(db, signatory, server.time.now);
    const answers = await Promise.all([1, 2, 3].map(() => ask(server).post('/v1/sessions').send({ token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410]);
    expect(answers.find(({ status }) => status === 410)?.body.code).toBe('sign-in.link-used');
  });

  it('is used up by one of many that hold it at the same moment', async () => {
    const token = await createSignInLink(db, signatory, server.time.now);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => consumeSignInLink(db, token, server.time.now)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('refuses a link after 15 minutes, and one that never was, alike', async () => {
    const token = await createSignInLink(db, signatory, server.time.now);
    server.time.now += minutes(15);
    const expired = await ask(server).post('/v1/sessions').send({ token }).expect(410);
    const invented = await ask(server)
      .post('/v1/sessions')
      .send({ token: 'A'.repeat(43) })
      .expect(410);
    expect(expired.body.code).toBe('sign-in.link-expired');
    expect(invented.body.code).toBe('sign-in.link-expired');
  });

  it('keeps only a hash of link and session', async () => {
    const token = await createSignInLink(db, signatory, server.time.now);
    const { body } = await ask(server).post('/v1/sessions').send({ token }).expect(201);
    const rows = JSON.stringify([
      await db.selectFrom('signInLinks').selectAll().execute(),
      await db.selectFrom('sessions').selectAll().execute(),
    ]);
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(body.sessionToken);
  });

  it('confirms the contact once and tells the lifecycle of it', async () => {
    const newcomer = await server.contact(await server.developer(), 'preparer', { isVerified: false });
    for (let time = 0; time < 2; time += 1) {
      const token = await createSignInLink(db, newcomer, server.time.now);
      await ask(server).post('/v1/sessions').send({ token }).expect(201);
    }
    expect(server.told.map(({ type }) => type)).toEqual(['contact.verified']);
    expect(server.told[0]).toMatchObject({ personId: newcomer, actor: { kind: 'person', id: newcomer } });
  });

  it('does not sign in who only receives mail, and leaves the link for confirming', async () => {
    const backup = await server.contact(await server.developer(), 'backup', { isVerified: false });
    const token = await createSignInLink(db, backup, server.time.now);
    const refused = await ask(server).post('/v1/sessions').send({ token }).expect(403);
    expect(refused.body.code).toBe('access.forbidden');
    const confirmed = await ask(server).post('/v1/contact-confirmations').send({ token }).expect(200);
    expect(confirmed.body).toEqual({ confirmed: 1 });
  });
});

describe('following a sign-in link in a browser', () => {
  const follow = (token: string) =>
    ask(server).post('/sign-in').type('form').set('Sec-Fetch-Site', 'same-origin').send({ token });

  it('opening the link uses nothing up; the button does', async () => {
    const token = await createSignInLink(db, signatory, server.time.now);
    for (let scan = 0; scan < 3; scan += 1) {
      const page = await ask(server).get('/sign-in').query({ token }).expect(200);
      expect(page.text).toContain('href="/privacy?language=en"');
      expect(page.headers['referrer-policy']).toBe('no-referrer');
      expect(page.headers['content-security-policy']).not.toContain('unsafe');
    }
    const done = await follow(token).expect(303);
    expect(done.headers.location).toBe('/');
    const [cookie = ''] = done.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^avow=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/);
    const home = await ask(server)
      .get('/')
      .set('Accept', 'text/html')
      .set('Cookie', cookie.split(';')[0] ?? '')
      .expect(200);
    expect(home.text).toContain('<div id="root">');
  });

  it('sets a cookie that only this host can set where there is TLS', async () => {
    const secure = testServer(db, { settings: { publicUrl: 'https://avow.example' } });
    const token = await createSignInLink(db, signatory, server.time.now);
    const done = await ask(secure).post('/sign-in').type('form').send({ token }).expect(303);
    expect(done.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-avow=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax; Secure$/),
      expect.stringMatching(/^__Host-avow-way=; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax; Secure$/),
    ]);
  });

  it('never starts on plain http but on this machine', () => {
    expect(() => testServer(db, { settings: { publicUrl: 'http://avow.example' } })).toThrow(/https/);
  });

  it('says on a page that the link was used or has expired, and where to get another', async () => {
    const token = await createSignInLink(db, signatory, server.time.now);
    await follow(token).expect(303);
    const used = await follow(token).expect(410);
    expect(used.text).toContain('The link was used already');
    const opened = await ask(server).get('/sign-in').query({ token }).expect(410);
    expect(opened.text).toContain('action="/sign-in/link"');
    const expired = await follow('B'.repeat(43)).expect(410);
    expect(expired.text).toContain('The link has expired');
  });

  it("does not sign a visitor of somebody else's page in", async () => {
    const token = await createSignInLink(db, signatory, server.time.now);
    await ask(server).post('/sign-in').type('form').set('Sec-Fetch-Site', 'cross-site').send({ token }).expect(403);
    await ask(server).post('/sign-in').type('form').set('Origin', 'https://evil.example').send({ token }).expect(403);
    await ask(server).post('/sign-in').type('form').set('Origin', 'null').send({ token }).expect(403);
    await follow(token).expect(303);
  });

  it('shows what it is given as text', async () => {
    const page = await ask(server)
      .post('/sign-in/link')
      .type('form')
      .send({ email: '"><script>alert(1)</script>' })
      .expect(400);
    expect(page.text).not.toContain('<script>');
  });

  it('never writes a token to the log', async () => {
    const token = await createSignInLink(db, signatory, server.time.now);
    await ask(server).get('/sign-in').query({ token });
    const done = await follow(token);
    const cookie = String(done.headers['set-cookie']).split(/[=;]/)[1] ?? 'none';
    await ask(server).get('/v1/session').set('Cookie', `avow=${cookie}`).expect(200);
    expect(server.logged.length).toBeGreaterThanOrEqual(3);
    expect(server.logged.join('')).not.toContain(token);
    expect(server.logged.join('')).not.toContain(cookie);
  });
});
