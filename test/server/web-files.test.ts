import type { Database } from '../../db/database';
import { testDatabase } from '../support/database';
import { ask, type TestServer, testServer } from '../support/server';

let db: Database;
let server: TestServer;

beforeAll(async () => {
  db = await testDatabase();
  server = testServer(db);
});

describe('files of the web pages', () => {
  it('give every page its icon, also where browsers ask by themselves', async () => {
    for (const path of ['/icon.svg', '/favicon.ico']) {
      const { body, headers } = await ask(server).get(path).expect(200);
      expect(headers['content-type']).toMatch(/^image\/svg\+xml/);
      expect(headers['cache-control']).toBe('public, max-age=86400');
      expect(String(body)).toContain('<svg');
    }
    for (const path of ['/', '/sign-in']) {
      const { text } = await ask(server).get(path).set('Accept', 'text/html').expect(200);
      expect(text).toMatch(/<link rel="icon" type="image\/svg\+xml" href="\/icon\.svg"/);
    }
  });

  it('are kept by browsers for good when their name tells their content, and the document never', async () => {
    const { text, headers } = await ask(server).get('/').set('Accept', 'text/html').expect(200);
    expect(headers['cache-control']).toBe('no-store');
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(text) ?? [];
    const file = await ask(server).get(script).expect(200);
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const gone = await ask(server).get('/assets/gone.js').expect(404);
    expect(gone.headers['cache-control']).toBe('no-store');
  });
});
