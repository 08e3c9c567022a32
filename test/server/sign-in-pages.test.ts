import type { Database } from '../../db/database';
import { createSignInLink } from '../../db/workspace/sign-in-links';
import type { PersonId } from '../../domain/ids';
import { ownPage } from '../../server/pages/visit';
import { testDatabase } from '../support/database';
import { ask, publicUrl, type TestServer, testServer } from '../support/server';

let db: Database;
let server: TestServer;
let signatory: PersonId;

beforeAll(async () => {
  db = await testDatabase();
  server = testServer(db);
});
beforeEach(async () => {
  signatory = await server.contact(await server.developer(), 'signatory');
});

const post = (path: string, fields: string | Record<string, string>, cookies: string[] = []) =>
  ask(server)
    .post(path)
    .type('form')
    .set('Sec-Fetch-Site', 'same-origin')
    .set('Cookie', cookies.join('; '))
    .send(fields);
const setCookies = (answer: { headers: Record<string, unknown> }) =>
  [answer.headers['set-cookie'] ?? []].flat().map(String);
/** What a browser sends back: the cookies that were set and not taken away. */
const kept = (answer: { headers: Record<string, unknown> }) =>
  setCookies(answer)
    .filter((cookie) => !cookie.includes('Max-Age=0'))
    .map((cookie) => cookie.split(';')[0] ?? '');

describe('the pages for signing in', () => {
  it('speak the language of the browser, and the one that was chosen, all the way', async () => {
    const browser = await ask(server).get('/sign-in').set('Accept-Language', 'zh-CN,zh;q=0.9').expect(200);
    expect(browser.text).toContain('<html lang="zh-CN">');
    expect(browser.text).toContain('href="/sign-in?language=en"');
    const chosen = await ask(server).get('/sign-in?language=zh-CN').set('Accept-Language', 'en').expect(200);
    expect(chosen.text).toContain('<input type="hidden" name="language" value="zh-CN">');

    const asked = await post('/sign-in/link', { email: 'nobody@example.com', language: 'zh-CN' }).expect(303);
    expect(asked.headers.location).toBe('/sign-in/sent?language=zh-CN');
    const token = await createSignInLink(db, signatory, server.time.now);
    const link = await ask(server).get('/sign-in').query({ token }).set('Cookie', kept(asked).join('; ')).expect(200);
    expect(link.text).toContain('<html lang="zh-CN">');
    const done = await post('/sign-in', { token, language: 'zh-CN' }, kept(asked)).expect(303);
    expect(done.headers.location).toBe('/?language=zh-CN');
  });

  it('lead back to the page that was wanted, when the link is followed in the same browser', async () => {
    const then = '/developers/dev_1/status?from=mail#keys';
    const form = await ask(server)
      .get('/sign-in')
      .query(`then=${encodeURIComponent(then)}`)
      .expect(200);
    expect(form.text).toContain(`name="then" value="${then}"`);
    const asked = await post('/sign-in/link', `email=nobody@example.com&then=${encodeURIComponent(then)}`).expect(303);
    expect(setCookies(asked)).toEqual([
      expect.stringMatching(/^avow-way=then=[^;]+; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax$/),
    ]);
    const token = await createSignInLink(db, signatory, server.time.now);
    const done = await post('/sign-in', { token }, kept(asked)).expect(303);
    expect(done.headers.location).toBe(then);
    expect(setCookies(done)).toContainEqual(expect.stringMatching(/^avow-way=; .*Max-Age=0/));
    // Another browser knows nothing of it.
    const elsewhere = await createSignInLink(db, signatory, server.time.now);
    expect((await post('/sign-in', { token: elsewhere }).expect(303)).headers.location).toBe('/');
  });

  it.each([
    'https://evil.example/developers/x',
    '//evil.example/developers',
    '/\\evil.example/developers',
    '/\t/evil.example/developers',
    '/developers/../..//evil.example',
    '/developers/%2e%2e/v1/session',
    'developers/x',
    'javascript:alert(1)',
    '/v1/session',
    '/sign-out',
    `/developers/${'x'.repeat(1000)}`,
    '',
  ])('lead nowhere else: %j', (wanted) => {
    expect(ownPage(wanted, publicUrl)).toBeNull();
  });

  it('lead to pages of the portal and the desk only', () => {
    for (const path of ['/developers/dev_1', '/desk', '/desk/reviews?state=open', '/developers/dev_1/keys#app_2'])
      expect(ownPage(path, publicUrl)).toBe(path);
  });

  it.each(['used', 'expired'])(
    'end a link that is %s with the form for another right there, keeping the way',
    async (kind) => {
      const token = await createSignInLink(db, signatory, server.time.now);
      if (kind === 'used') await post('/sign-in', { token }).expect(303);
      else server.time.now += 16 * 60_000;
      const way = ['avow-way=then=%2Fdesk&language=zh-CN'];
      for (const answer of [
        await ask(server).get('/sign-in').query({ token }).set('Cookie', way).expect(410),
        await post('/sign-in', { token }, way).expect(410),
      ]) {
        expect(answer.text).toContain(kind === 'used' ? '链接已被使用' : '链接已过期');
        expect(answer.text).toContain('action="/sign-in/link"');
        expect(answer.text).toContain('name="then" value="/desk"');
      }
    },
  );

  it('tell somebody who is signed in already to go on, also with a used link', async () => {
    const token = await createSignInLink(db, signatory, server.time.now);
    const cookies = kept(await post('/sign-in', { token }).expect(303));
    for (const query of ['then=/desk', `then=/desk&token=${token}`]) {
      const page = await ask(server).get('/sign-in').query(query).set('Cookie', cookies.join('; '));
      expect(page.text).toContain('<a class="button" href="/desk">');
    }
  });

  it('only confirm the address of a contact who receives mail', async () => {
    const backup = await server.contact(await server.developer(), 'backup', { isVerified: false });
    const token = await createSignInLink(db, backup, server.time.now);
    const step = await ask(server).get('/sign-in').query({ token }).expect(200);
    expect(step.text).toContain('Confirm this address');
    expect(step.text).not.toContain('signs you in');
    const done = await post('/sign-in', { token }).expect(303);
    expect(done.headers.location).toBe('/sign-in/confirmed');
    expect(kept(done)).toEqual([]);
    const page = await ask(server).get('/sign-in/confirmed').set('Accept-Language', 'zh').expect(200);
    expect(page.text).toContain('您的邮箱地址已确认');
  });

  it('say what was written wrongly, beside the field', async () => {
    const page = await post('/sign-in/link', 'email=no+address&then=/desk').expect(400);
    expect(page.text).toContain('<title>Fault: Sign in · Avow</title>');
    expect(page.text).toMatch(/<p class="fault" id="fault">[^<]+<\/p>\s*<input[^>]+aria-describedby="hint fault"/);
    expect(page.text).toContain('name="then" value="/desk"');
  });

  it('tell where the mails of a stack for trying out are, and nowhere else', async () => {
    const embedded = testServer(db, { settings: { inboxUrl: 'http://127.0.0.1:8025' } });
    expect((await ask(embedded).get('/sign-in').expect(200)).text).toContain('href="http://127.0.0.1:8025"');
    expect((await ask(server).get('/sign-in').expect(200)).text).not.toContain('8025');
  });
});

describe('problems that a browser meets', () => {
  it('are pages in its language; scripts get JSON', async () => {
    const page = await ask(server).get('/nothing').set({ Accept: 'text/html', 'Accept-Language': 'zh-CN' }).expect(404);
    expect(page.text).toContain('该地址没有页面');
    expect((await ask(server).get('/nothing').expect(404)).body.code).toBe('route.not-found');
    const call = await ask(server).get('/v1/nothing').set('Accept', 'text/html').expect(404);
    expect(call.body.code).toBe('route.not-found');
  });

  it('say when it works again after too many', async () => {
    const limited = testServer(db, {
      settings: {
        rateLimits: { ...server.deps.settings.rateLimits, signInPerAddress: { limit: 1, windowMs: 15 * 60_000 } },
      },
    });
    const send = () => ask(limited).post('/sign-in/link').type('form').send({ email: 'nobody@example.com' });
    await send().expect(303);
    const refused = await send().expect(429);
    expect(refused.text).toMatch(/It works again in 1[45] minutes\./);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
  });
});
