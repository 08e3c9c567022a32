import { createImportActivities } from '../../activities/imports';
import type { Database } from '../../db/database';
import type { ImportId } from '../../domain/ids';
import { activityDeps } from '../support/activity-deps';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { enrolled, type Headers } from '../support/enrolment';
import { type ImportRow, importFile, importKey, importRow } from '../support/import-file';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let manager: Headers;
let legal: Headers;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  manager = await server.session(await server.staff('am'));
  legal = await server.session(await server.staff('legal'));
});

const upload = (file: string | Buffer, headers: Headers = manager) =>
  ask(server)
    .post('/v1/imports')
    .set(headers)
    .set('Content-Type', 'text/csv')
    .set('Content-Disposition', 'attachment; filename="developers.csv"')
    .send(file);
const preview = async (...rows: ImportRow[]) => (await upload(importFile(rows)).expect(201)).body;
const rowsOf = async (id: ImportId, query: Record<string, string> = {}) =>
  (
    await ask(server)
      .get(`/v1/imports/${id}/rows`)
      .set(legal)
      .query({ limit: '100', ...query })
      .expect(200)
  ).body.items;
const start = (id: ImportId, headers: Headers = manager) => ask(server).post(`/v1/imports/${id}/start`).set(headers);
const stateOf = async (id: ImportId) => (await ask(server).get(`/v1/imports/${id}`).set(legal).expect(200)).body;

/** Carries it out as the workflow does, as fast as it goes. */
const carryOut = async (importId: ImportId, transact = server.deps.lifecycle.transact) => {
  const { deps } = activityDeps(db);
  const clock = server.deps.clock;
  await createImportActivities({ ...deps, clock, transact: transact as never }, 1_000_000).importSome({ importId });
};
const counted = async () => {
  const count = async (table: 'developers' | 'apps' | 'keys' | 'memberships') =>
    (
      await db
        .selectFrom(table)
        .select((row) => row.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count;
  return [await count('developers'), await count('apps'), await count('keys'), await count('memberships')];
};

describe('the preview of an import', () => {
  it('says what it would do, and writes nothing of it', async () => {
    const before = await counted();
    const body = await preview(
      importRow('one'),
      { developerReference: 'crm-one', appName: 'App one', sdkProduct: 'native', ...importKey('one, the second') },
      { developerReference: 'crm-one', contactName: 'Bo', contactEmail: 'bo@example.com', contactRole: 'preparer' },
      importRow('two', { keyHash: '', keyName: '', keyPrefix: '', keyLastFour: '' }),
    );
    expect(body).toMatchObject({
      fileName: 'developers.csv',
      state: 'previewed',
      rows: { total: 4, withProblems: 0, waiting: 4, leftOut: 0 },
      developers: { total: 2, waiting: 2 },
      apps: 2,
      keys: 2,
      dueAfter: 'P60D',
      spreadOver: 'P90D',
      secondsLeft: null,
    });
    expect(await counted()).toEqual(before);
  });

  it.each<[string, ImportRow, string, string]>([
    ['a country that is none', { country: 'cn' }, 'country', 'country-unknown'],
    ['a time zone that is none', { timeZone: 'Shanghai' }, 'timeZone', 'time-zone-unknown'],
    ['a language that is none', { language: 'zh' }, 'language', 'language-unknown'],
    ['a name that is missing', { legalName: '' }, 'legalName', 'missing'],
    ['a name that is too long', { legalName: 'x'.repeat(201) }, 'legalName', 'too-long'],
    ['a name that turns letters around', { legalName: 'a\u202eb' }, 'legalName', 'not-text'],
    ['a reference that is missing', { developerReference: '' }, 'developerReference', 'missing'],
    ['an address that is none', { contactEmail: 'mei at example' }, 'contactEmail', 'email-malformed'],
    ['a role that is none', { contactRole: 'boss' }, 'contactRole', 'role-unknown'],
    ['nobody who can sign', { contactRole: 'backup' }, 'contactRole', 'no-signatory'],
    ['a product that is none', { sdkProduct: 'web' }, 'sdkProduct', 'product-unknown'],
    ['a key without an app', { appName: '', sdkProduct: '' }, 'appName', 'missing'],
    ['a key itself instead of its hash', { keyHash: 'sdk_live_a1b2' }, 'keyHash', 'hash-malformed'],
    ['a key without its end', { keyLastFour: '' }, 'keyLastFour', 'missing'],
    [
      'an account manager nobody knows',
      { accountManagerEmail: 'x@example.com' },
      'accountManagerEmail',
      'account-manager-unknown',
    ],
  ])('names the row, the column and what to do for %s', async (_what, change, column, code) => {
    const body = await preview(importRow('good'), importRow('bad', change));
    expect(body).toMatchObject({ rows: { total: 2, withProblems: 1, waiting: 1, leftOut: 1 } });
    const [problem] = await rowsOf(body.id, { hasProblems: 'true' });
    expect(problem).toMatchObject({ rowNumber: 3, outcome: 'left-out' });
    expect(problem.problems).toContainEqual({ column, code, message: expect.stringMatching(/\w+.*\.$/) });
    expect(await rowsOf(body.id, { hasProblems: 'false' })).toMatchObject([{ rowNumber: 2, problems: [] }]);
  });

  it('leaves a developer out as a whole, and counts rows as a spreadsheet does', async () => {
    const body = await preview(
      importRow('whole'),
      {},
      { developerReference: 'crm-whole', legalName: 'Another name' },
      { developerReference: 'crm-whole', appName: 'App whole', sdkProduct: 'wechat-mini' },
      importRow('other', importKey('whole')),
    );
    expect(body).toMatchObject({
      rows: { total: 4, withProblems: 3, leftOut: 4 },
      developers: { total: 2, leftOut: 2 },
    });
    expect(await rowsOf(body.id)).toMatchObject([
      { rowNumber: 2, problems: [] },
      { rowNumber: 4, problems: [{ column: 'legalName', code: 'differs', message: expect.stringContaining('row 2') }] },
      { rowNumber: 5, problems: [{ column: 'sdkProduct', code: 'differs' }] },
      { rowNumber: 6, problems: [{ column: 'keyHash', code: 'key-twice', message: expect.stringContaining('row 2') }] },
    ]);
    const refused = await start(body.id).expect(409);
    expect(refused.body.code).toBe('import.nothing-waiting');
  });

  it.each([
    ['no column', 'a,b\n1,2\n', '/a'],
    ['a column twice', `${importFile([importRow('x')]).replace('contactLanguage', 'contactName')}`, '/contactName'],
    ['a column missing', importFile([importRow('x')], ['developerReference', 'legalName']), '/country'],
  ])('refuses a file with %s, and says which', async (_what, file, path) => {
    const { body } = await upload(file).expect(422);
    expect(body.code).toBe('import.unreadable');
    expect(body.errors.map((one: { path: string }) => one.path)).toContain(path);
  });

  it.each([
    ['a quotation mark that is not closed', `${importFile([importRow('x')])}"open,`],
    ['no row', importFile([])],
    ['another encoding', Buffer.from([0xff, 0xfe, 0x41, 0x00])],
  ])('refuses a file with %s', async (_what, file) => {
    expect((await upload(file).expect(422)).body.code).toBe('import.unreadable');
  });

  it('is not for legal and not for developers; what is not there is not found', async () => {
    await upload(importFile([importRow('x')]), legal).expect(403);
    const developer = await enrolled(server, manager);
    await upload(importFile([importRow('x')]), developer.signatory).expect(403);
    await ask(server).get('/v1/imports').set(developer.signatory).expect(403);
    for (const path of ['/v1/imports/imp_00000000', '/v1/imports/imp_00000000/rows'])
      await ask(server).get(path).set(manager).expect(404);
    await start('imp_00000000').expect(404);
    await ask(server).post('/v1/imports/imp_00000000/stop').set(manager).expect(404);
  });
});

describe('carrying an import out', () => {
  it('enrols developers with their contacts, apps and keys, and keeps no names in its rows', async () => {
    const managerEmail = 'ada@vendor.example';
    const managerId = await server.person({ email: managerEmail, name: 'Ada' });
    await db
      .insertInto('staff')
      .values({ personId: managerId, role: 'am', language: 'en', isActive: true, addedAt: new Date() })
      .execute();
    const { id } = await preview(importRow('alpha', { accountManagerEmail: managerEmail.toUpperCase() }), {
      developerReference: 'crm-alpha',
      appName: 'New one',
      sdkProduct: 'wechat-mini',
    });
    const running = await start(id).expect(200);
    expect(running.body).toMatchObject({ state: 'running', secondsLeft: 1 });
    const errands = await db.selectFrom('outbox').select('subject').where('kind', '=', 'run-import').execute();
    expect(errands).toContainEqual({ subject: id });
    await carryOut(id);
    expect(await stateOf(id)).toMatchObject({ state: 'completed', rows: { created: 2 }, developers: { created: 1 } });
    const [row] = await rowsOf(id);
    expect(row).toMatchObject({ outcome: 'created', fault: null });
    const { body } = await ask(server).get(`/v1/developers/${row.developerId}`).set(manager).expect(200);
    expect(body).toMatchObject({
      legalName: 'Developer alpha',
      language: 'zh-CN',
      accountManagerId: managerId,
      apps: [
        { name: 'App alpha', entry: 'imported', standing: 'due' },
        { name: 'New one', entry: 'registered', standing: 'onboarding' },
      ],
    });
    const left = await db.selectFrom('importRows').select('cells').where('importId', '=', id).execute();
    expect(left).toEqual([{ cells: null }, { cells: null }]);
    const again = await start(id).expect(409);
    expect(again.body.code).toBe('import.nothing-waiting');
  });

  it('knows who was imported before, and touches nothing of theirs', async () => {
    const body = await preview(importRow('alpha', { legalName: 'Renamed' }), importRow('beta'));
    expect(body).toMatchObject({
      rows: { known: 1, waiting: 1, withProblems: 0 },
      developers: { known: 1, waiting: 1 },
    });
    await start(body.id).expect(200);
    await carryOut(body.id);
    expect(await stateOf(body.id)).toMatchObject({ state: 'completed', rows: { known: 1, created: 1 } });
    const renamed = await ask(server).get('/v1/developers').set(manager).query({ search: 'Renamed' }).expect(200);
    expect(renamed.body.items).toEqual([]);
  });

  it('gives apps without a live key due days of their own, not one for all', async () => {
    const bare = { keyHash: '', keyName: '', keyPrefix: '', keyLastFour: '' };
    const { id } = await preview(...Array.from({ length: 12 }, (_, index) => importRow(`bare${index}`, bare)));
    await start(id).expect(200);
    await carryOut(id);
    const days = await db
      .selectFrom('cycles')
      .innerJoin('importRows', 'importRows.developerId', 'cycles.developerId')
      .select('cycles.dueOn')
      .where('importRows.importId', '=', id)
      .execute();
    expect(new Set(days.map(({ dueOn }) => dueOn)).size).toBeGreaterThan(6);
    expect(days.every(({ dueOn }) => dueOn !== null && dueOn >= '2026-12-23' && dueOn < '2027-03-23')).toBe(true);
  });

  it('goes on where it was ended, with nothing twice', async () => {
    const { id } = await preview(importRow('gamma'), importRow('delta'), importRow('epsilon'));
    await start(id).expect(200);
    const { transact } = server.deps.lifecycle;
    let left = 3;
    const dying: typeof transact = async (developerId, event, options) => {
      left -= 1;
      if (left < 0) throw new Error('killed');
      return transact(developerId, event, options);
    };
    const before = await counted();
    await expect(carryOut(id, dying)).rejects.toThrow('killed');
    expect(await stateOf(id)).toMatchObject({ state: 'running', developers: { created: 1, waiting: 2 } });
    await carryOut(id);
    expect(await stateOf(id)).toMatchObject({ state: 'completed', developers: { created: 3, waiting: 0 } });
    expect(await counted()).toEqual(before.map((count) => count + 3));
  });

  it('tells of what became impossible meanwhile, and goes on with the others', async () => {
    const { id } = await preview(importRow('zeta'), importRow('eta'));
    const { keyHash, keyName, keyPrefix, keyLastFour } = importKey('zeta') as Required<ImportRow>;
    await enrolled(server, manager, {
      apps: [
        {
          name: 'Elsewhere',
          sdkProduct: 'native',
          existingKeys: [{ keyHash, name: keyName, prefix: keyPrefix, lastFour: keyLastFour }],
        },
      ],
    });
    await start(id).expect(200);
    await carryOut(id);
    expect(await rowsOf(id)).toMatchObject([
      { outcome: 'failed', fault: { code: 'request.invalid', message: expect.stringContaining('known already') } },
      { outcome: 'created', fault: null },
    ]);
    const other = await db.selectFrom('developerReferences').selectAll().where('reference', '=', 'crm-zeta').execute();
    expect(other).toEqual([]);
  });

  it('stops when it is told to, and starts again', async () => {
    const { id } = await preview(importRow('theta'));
    const stop = () => ask(server).post(`/v1/imports/${id}/stop`).set(manager);
    expect((await stop().expect(409)).body.code).toBe('import.not-running');
    await start(id).expect(200);
    expect((await stop().expect(200)).body.state).toBe('stopped');
    await carryOut(id);
    expect(await stateOf(id)).toMatchObject({ state: 'stopped', developers: { waiting: 1 } });
    await start(id).expect(200);
    await carryOut(id);
    expect(await stateOf(id)).toMatchObject({ state: 'completed', developers: { created: 1 } });
  });

  it('imports 5,000 rows, 37 bad ones left out with their developers', async () => {
    const rows = Array.from({ length: 500 }, (_, developer) =>
      Array.from({ length: 10 }, (_row, index): ImportRow => {
        const name = `large${developer}`;
        const key = importKey(`${name}/${index}`);
        if (index === 0) return importRow(name, key);
        return { developerReference: `crm-${name}`, appName: `App ${name}`, sdkProduct: 'native', ...key };
      }),
    ).flat();
    // In 37 developers, one in each.
    for (let bad = 0; bad < 37; bad += 1) rows[bad * 130 + 5] = { ...rows[bad * 130 + 5], keyHash: 'no hash' };
    const body = await preview(...rows);
    expect(body).toMatchObject({
      rows: { total: 5_000, withProblems: 37, leftOut: 370, waiting: 4_630 },
      developers: { total: 500, leftOut: 37, waiting: 463 },
    });
    const problems = await rowsOf(body.id, { hasProblems: 'true' });
    expect(problems.map((row: { rowNumber: number }) => row.rowNumber)).toEqual(
      Array.from({ length: 37 }, (_, bad) => bad * 130 + 7),
    );
    await start(body.id).expect(200);
    await carryOut(body.id);
    expect(await stateOf(body.id)).toMatchObject({
      state: 'completed',
      rows: { created: 4_630, leftOut: 370, failed: 0 },
      developers: { created: 463 },
    });
  }, 240_000);
});
