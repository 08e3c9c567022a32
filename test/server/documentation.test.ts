import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { operations } from '../../api';
import { verifierOperations } from '../../api/verify';
import type { Database } from '../../db/database';
import { errorCodes } from '../../domain/errors';
import { portalPaths } from '../../domain/paths';
import { pagePaths } from '../../server/pages';
import { routes } from '../../server/routes';
import { testDatabase } from '../support/database';
import { ask, type TestServer, testServer } from '../support/server';

interface Described {
  operationId: string;
  summary: string;
  security: object[];
  responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>;
}

let db: Database;
let server: TestServer;
let document: {
  openapi: string;
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, object> };
};

beforeAll(async () => {
  db = await testDatabase();
  server = testServer(db);
  document = (await ask(server).get('/openapi.json').expect(200)).body;
});

const described = () => Object.values(document.paths).flatMap((methods) => Object.values(methods));

describe('the OpenAPI document', () => {
  it('has every operation that is declared, and every one is served', () => {
    const ids = operations.map(({ id }) => id).sort();
    expect(ids.length).toBeGreaterThan(15);
    const served = [...routes.map(({ operation }) => operation), ...verifierOperations];
    expect(served.map(({ id }) => id).sort()).toEqual(ids);
    expect(
      described()
        .map(({ operationId }) => operationId)
        .sort(),
    ).toEqual(ids);
  });

  it('says for each how it answers, how it refuses and who may', () => {
    for (const { operationId, summary, security, responses } of described()) {
      expect([operationId, summary.length > 0]).toEqual([operationId, true]);
      expect([operationId, security.length > 0]).toEqual([operationId, true]);
      expect([operationId, Object.keys(responses).some((status) => status.startsWith('2'))]).toEqual([
        operationId,
        true,
      ]);
      expect(responses['500']?.content?.['application/problem+json']?.schema).toEqual({
        $ref: '#/components/schemas/Problem',
      });
    }
  });

  it('refers only to what is in it', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      (match) => match[1]?.split('/') ?? [],
    );
    expect(references.length).toBeGreaterThan(50);
    for (const path of references) {
      const target = path.reduce<unknown>(
        (value, part) => (value as Record<string, unknown> | undefined)?.[part],
        document,
      );
      expect([path.join('/'), target !== undefined]).toEqual([path.join('/'), true]);
    }
  });

  it('has schemas that are schemas, and that real answers fit', async () => {
    const ajv = addFormats(new Ajv({ strict: false }));
    ajv.addSchema({ $id: 'api', components: document.components });
    for (const name of Object.keys(document.components.schemas))
      ajv.compile({ $ref: `api#/components/schemas/${name}` });
    const problem = ajv.compile({ $ref: 'api#/components/schemas/Problem' });
    const refused = await ask(server).get('/v1/session').expect(401);
    expect([problem(refused.body), problem.errors]).toEqual([true, null]);
    const session = ajv.compile({ $ref: 'api#/components/schemas/Session' });
    const { body } = await ask(server)
      .get('/v1/session')
      .set(await server.session(await server.staff('am')))
      .expect(200);
    expect([session(body), session.errors]).toEqual([true, null]);
    expect(session({ ...body, more: 1 })).toBe(false);
  });
});

describe('the pages for people', () => {
  it('document every operation and every problem, with nothing from elsewhere', async () => {
    const { text, headers } = await ask(server).get('/docs').expect(200);
    for (const { id, path } of operations) {
      expect(text).toContain(`id="${id}"`);
      expect(text).toContain(path);
    }
    for (const code of errorCodes.filter((code) => !code.startsWith('start.')))
      expect(text).toContain(`id="problem-${code}"`);
    // Its own icon, twice, and nothing else.
    expect(text.replaceAll(/(href|src)="\/icon\.svg"/g, '')).not.toMatch(/<script|<link[^>]*href|src=|style="/);
    const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1];
    expect(text).toContain(`<style nonce="${nonce?.replaceAll('=', '=')}">`);
    // Within <style> nothing is unescaped: an escaped rule would be none.
    expect(/<style[^>]*>([^<]*)<\/style>/.exec(text)?.[1]).not.toMatch(/&\w+;/);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe/);
  });

  it('are counted, like operations', async () => {
    const limited = testServer(db, {
      settings: { rateLimits: { ...server.deps.settings.rateLimits, perCaller: { limit: 1, windowMs: 60_000 } } },
    });
    await ask(limited).get('/docs').expect(200);
    const opened = pagePaths.map((path) => path.replace('{/*below}', '/below'));
    for (const path of [...opened, '/DOCS', '/docs/']) await ask(limited).get(path).expect(429);
  });

  it('tell what is kept about people, in both languages, before anybody signs in', async () => {
    const english = await ask(server).get('/v1/privacy-notice').expect(200);
    const chinese = await ask(server).get('/v1/privacy-notice').query({ language: 'zh-CN' }).expect(200);
    expect(chinese.body.sections.length).toBe(english.body.sections.length);
    for (const { language, title, sections } of [english.body, chinese.body]) {
      const page = await ask(server).get('/privacy').query({ language }).expect(200);
      expect(page.text).toContain(`<html lang="${language}">`);
      for (const words of [title, ...sections.map(({ heading }: { heading: string }) => heading)])
        expect(page.text).toContain(words);
    }
    expect((await ask(server).get('/sign-in').expect(200)).text).toContain('href="/privacy?language=en"');
  });

  it('stand wherever mails lead to, in the language of the browser; scripts are told that nothing is there', async () => {
    const paths = portalPaths('');
    const known = new Set(operations.map(({ id }) => id));
    for (const path of [
      paths.developer('dev_nobody'),
      paths.status('dev_nobody'),
      paths.appeal('dev_nobody', 'ntc_nothing'),
      paths.desk,
      paths.deskDeveloper('dev_nobody'),
      paths.submission('dev_nobody', 'sub_nothing'),
      paths.deskReview('sub_nothing'),
      paths.signIn,
      paths.privacyNotice,
    ]) {
      const browser = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'Accept-Language': 'zh-CN' };
      const { text, type } = await ask(server).get(path).set(browser).expect(200);
      expect(type).toBe('text/html');
      for (const [, id] of text.matchAll(/\/docs#(\w+)/g)) expect([id, known.has(String(id))]).toEqual([id, true]);
    }
    const desk = await ask(server).get(paths.desk).set({ Accept: 'text/html', 'Accept-Language': 'zh-CN' });
    expect(desk.text).toContain('<html lang="zh-CN">');
    const script = await ask(server).get(paths.desk).set('Accept', '*/*').expect(404);
    expect(script.body.code).toBe('route.not-found');
  });
});
