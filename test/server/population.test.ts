import { execFileSync } from 'node:child_process';
import { parse } from 'csv/sync';
import type { Database } from '../../db/database';
import type { Transact } from '../../db/lifecycle/transact';
import { obligations } from '../../domain/obligations';
import { checked, newcomer, submit } from '../support/attestation';
import { testDatabase } from '../support/database';
import { lapsing, tick } from '../support/lapsing';
import { onPath, whenPresent } from '../support/requirements';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
/** Attested on 23 November 2026. */
let attested: { developerId: string; appId: string; submissionId: string; words: string[] };
/** Imported that day, and suspended when the last step had come. */
let idle: { developerId: string; appId: string; hours: number; suspendedOn: string };

beforeAll(async () => {
  db = await testDatabase();
  const begun = await newcomer(db);
  server = begun.server;
  const session = (role: 'am' | 'legal') => server.staff(role).then((person) => server.session(person));
  const submission = await submit(server, begun.developer, begun.app);
  await checked(server, begun.developer, submission.id, 'green');
  await ask(server)
    .post(`/v1/reviews/${submission.id}/decisions`)
    .set(await session('am'))
    .send({
      items: submission.items.map(({ requirementId }: { requirementId: string }) => ({
        requirementId,
        outcome: 'accept',
      })),
    })
    .expect(200);
  const records = await db.selectFrom('statements').select('record').execute();
  attested = {
    developerId: begun.developer.developerId,
    appId: begun.app.appId,
    submissionId: submission.id,
    words: records.map(({ record }) => String(record['statement'])),
  };
  const lapsed = await lapsing(server, await session('am'), 'suspend');
  await tick(server.deps.lifecycle.transact as Transact, lapsed.developerId);
  const { registeredAt } = await db
    .selectFrom('apps')
    .select('registeredAt')
    .where('id', '=', lapsed.appId)
    .executeTakeFirstOrThrow();
  const { openedAt } = await db.selectFrom('suspensions').select('openedAt').executeTakeFirstOrThrow();
  idle = {
    developerId: lapsed.developerId,
    appId: lapsed.appId,
    hours: (openedAt - registeredAt) / 3_600_000,
    suspendedOn: new Date(openedAt).toISOString().slice(0, 10),
  };
}, 120_000);

const legal = async () => server.session(await server.staff('legal'));
const csv = async (on: string, part: string): Promise<Record<string, string>[]> => {
  const { text, headers } = await ask(server)
    .get('/v1/population')
    .query({ on, part })
    .set(await legal())
    .expect(200);
  expect(headers['content-disposition']).toContain(`population-${on}-${part}.csv`);
  return parse(text, { columns: true, bom: true });
};

describe('the population on a past day', () => {
  it('says who had attested what, in which words, by whom, and how each app stood', async () => {
    const rows = (await csv(idle.suspendedOn, 'statements')).filter(({ appId }) => appId === attested.appId);
    expect(rows.map(({ obligation }) => obligation).sort()).toEqual([...obligations].sort());
    expect(rows.map(({ words }) => words).sort()).toEqual([...attested.words].sort());
    for (const row of rows)
      expect(row).toMatchObject({
        state: 'accepted',
        signerName: 'Mei Lin',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    const [other] = (await csv(idle.suspendedOn, 'statements')).filter(({ appId }) => appId === idle.appId);
    expect(other).toMatchObject({ standing: 'suspended', state: 'none', liveKeys: '0', coveredUntil: '' });
  });

  it('knows nothing of what came later', async () => {
    expect(await csv('2026-11-22', 'statements')).toEqual([]);
    const rows = await csv('2026-11-25', 'statements');
    expect(rows.find(({ appId }) => appId === idle.appId)).toMatchObject({ standing: 'due', liveKeys: '1' });
  });

  it('tells every hour that a live key ran un-attested, and why', async () => {
    const rows = await csv(idle.suspendedOn, 'unattested');
    expect(new Set(rows.map(({ appId }) => appId))).toEqual(new Set([idle.appId]));
    expect(rows.map(({ because }) => because)).toEqual(['first-attestation-ahead', 'grace', 'restricted']);
    for (const [place, row] of rows.entries()) if (place > 0) expect(row.from).toBe(rows[place - 1]?.to);
    const sum = rows.reduce((hours, row) => hours + Number(row.hours), 0);
    expect(Math.abs(sum - idle.hours)).toBeLessThan(0.1);
  });

  it('is for legal alone, and asks for a day', async () => {
    for (const role of ['am', 'lead', 'admin'] as const) {
      const session = await server.session(await server.staff(role));
      await ask(server).get('/v1/population').query({ on: '2026-11-25' }).set(session).expect(403);
      await ask(server).get('/v1/population/report').query({ on: '2026-11-25' }).set(session).expect(403);
    }
    await ask(server)
      .get('/v1/population')
      .set(await legal())
      .expect(400);
  });

  whenPresent(
    'as a paper',
    () => onPath('pdftotext') || 'pdftotext is not on the PATH: apt-get install poppler-utils',
    () => {
      it.each([
        ['en', /Restricted: the final notice was running/, /1 more|Late|Old/],
        ['zh-CN', /受限：最后通知期内/, /Old/],
      ] as const)('says it in %s, with the apps that have most of these hours', async (language, why, app) => {
        const { body, headers } = await ask(server)
          .get('/v1/population/report')
          .query({ on: idle.suspendedOn, language })
          .set(await legal())
          .buffer(true)
          .expect(200);
        expect(headers['content-type']).toBe('application/pdf');
        const text = execFileSync('pdftotext', ['-', '-'], { input: body, encoding: 'utf8' }).replace(/\s+/g, ' ');
        expect(text).toMatch(why);
        expect(text).toMatch(app);
      });
    },
  );
});
