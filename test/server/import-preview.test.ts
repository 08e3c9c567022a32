import type { Database } from '../../db/database';
import type { ImportFileProblemCode } from '../../domain/imports/columns';
import { importFileProblemText } from '../../domain/imports/problem-words';
import { testDatabase } from '../support/database';
import { enrolled } from '../support/enrolment';
import { type ImportRow, importFile, importKey, importRow } from '../support/import-file';
import { importing } from '../support/importing';
import { ask } from '../support/server';

type Importing = Awaited<ReturnType<typeof importing>>;

let db: Database;
let server: Importing['server'];
let manager: Importing['manager'];
let legal: Importing['legal'];
let upload: Importing['upload'];
let preview: Importing['preview'];
let rowsOf: Importing['rowsOf'];
let start: Importing['start'];
let counted: Importing['counted'];

beforeAll(async () => {
  db = await testDatabase();
  ({ server, manager, legal, upload, preview, rowsOf, start, counted } = await importing(db));
});

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
      spreadOver: null,
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
    ['a tier, named by an account manager', { tier: 'Gold' }, 'tier', 'tier-not-yours'],
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
    expect(problem.problems).toContainEqual({
      column,
      code,
      value: { ...importRow('bad'), ...change }[column as keyof ImportRow] ?? '',
      values: expect.any(Object),
      message: expect.stringMatching(/\w+.*\.$/),
    });
    const narrowed = await rowsOf(body.id, { column, code });
    expect(narrowed.map((row: { rowNumber: number }) => row.rowNumber)).toEqual([3]);
    expect(await rowsOf(body.id, { column: 'keyName' })).toEqual([]);
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
    ['a column that is none', importFile([importRow('x')]).replace('appName', 'a'), '/a'],
    ['a column twice', importFile([importRow('x')]).replace('contactLanguage', 'contactName'), '/contactName'],
    ['a column missing', importFile([importRow('x')], ['developerReference', 'legalName']), '/country'],
  ])('refuses a file with %s, and says which', async (_what, file, path) => {
    const { body } = await upload(file).expect(422);
    expect(body.code).toBe('import.unreadable');
    expect(body.errors.map((one: { path: string }) => one.path)).toContain(path);
  });

  it('says in Chinese too which column is wrong', async () => {
    const { body } = await upload('legalName,legalName,colour\nA,B,C\n', {
      ...manager,
      'accept-language': 'zh-CN',
    }).expect(422);
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { path: '/colour', message: '没有此列。请更正列名，或删除此列。' },
        { path: '/legalName', message: '此列重复出现，请只保留一列。' },
        { path: '/country', message: '缺少此列，请添加。' },
      ]),
    );
  });

  const whole = importFile([importRow('x')]);
  it.each<[string, string | Buffer, ImportFileProblemCode]>([
    ['a quotation mark that is not closed', `${whole}"open,`, 'quotation'],
    ['a row that never ends', `${whole}"${'x'.repeat(200_000)}",`, 'long-row'],
    ['no row', importFile([]), 'no-rows'],
    ['nothing in it', '\uFEFF\n', 'empty'],
    ['no names of columns', 'crm-1,Lantern Games,CN\n', 'no-header'],
    ['semicolons', whole.replaceAll(',', ';'), 'separator'],
    ['tabs', whole.replaceAll(',', '\t'), 'separator'],
    ['a wrong column', whole.replace('appName', 'a'), 'columns'],
    ['another encoding', Buffer.from([0xff, 0xfe, 0x41, 0x00]), 'encoding'],
    ['Chinese in GB 18030', Buffer.from('legalName\n\xc3\xce', 'latin1'), 'encoding'],
    ['what a spreadsheet program saves', Buffer.from('PK\x03\x04 and so on', 'latin1'), 'spreadsheet'],
    ['too many rows', `${importFile([])}\n${'a\n'.repeat(20_001)}`, 'too-many-rows'],
  ])('refuses a file with %s, in words of its own', async (_what, file, code) => {
    const { body } = await upload(file).expect(422);
    expect(body).toMatchObject({ code: 'import.unreadable', details: { file: { code } } });
    expect(body.detail).toBe(importFileProblemText(body.details.file, 'en'));
    expect(importFileProblemText(body.details.file, 'zh-CN')).toMatch(/。$/);
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

  it('says in Chinese too what to do', async () => {
    const { id } = await preview(importRow('chinese'), importRow('chinese', { legalName: 'Another', keyHash: 'x' }));
    const { body } = await ask(server)
      .get(`/v1/imports/${id}/rows`)
      .set({ ...legal, 'Accept-Language': 'zh-CN' })
      .query({ hasProblems: 'true' })
      .expect(200);
    expect(body.items[0].problems).toMatchObject([
      { column: 'keyHash', value: 'x', message: expect.stringContaining('SHA-256 值') },
      { column: 'legalName', value: 'Another', values: { row: 2 }, message: expect.stringContaining('第 2 行') },
    ]);
  });

  it('tells when the apps would be due, by the rule that sets the days', async () => {
    const bare = { keyHash: '', keyName: '', keyPrefix: '', keyLastFour: '' };
    const { id } = await preview(
      ...Array.from({ length: 40 }, (_, index) => importRow(`dated${index}`)),
      ...Array.from({ length: 10 }, (_, index) => importRow(`undated${index}`, bare)),
    );
    const { body } = await ask(server).get(`/v1/imports/${id}/days`).set(legal).expect(200);
    const apps = body.items.reduce((sum: number, one: { apps: number }) => sum + one.apps, 0);
    expect(apps).toBe(50);
    const days: string[] = body.items.map((one: { on: string }) => one.on);
    expect(days).toEqual([...days].sort());
    expect(new Set(days).size).toBeGreaterThan(25);
    const narrow = await ask(server).get(`/v1/imports/${id}/days`).set(legal).query({ spreadOver: 'P7D' }).expect(200);
    // Seven days from each of the two soonest: thirty for those without a key, sixty for the others.
    expect(narrow.body.items.length).toBeLessThanOrEqual(14);
    for (const spreadOver of ['P6D', 'P366D', 'PT48H']) {
      const refused = await ask(server).get(`/v1/imports/${id}/days`).set(legal).query({ spreadOver }).expect(400);
      expect(refused.body).toMatchObject({ code: 'request.invalid', errors: [{ path: '/spreadOver' }] });
      expect((await start(id, manager, spreadOver).expect(400)).body).toMatchObject({ errors: refused.body.errors });
    }
    await ask(server).get('/v1/imports/imp_00000000000000000000/days').set(legal).expect(404);
  });

  it('gives the rows that are left out as a file, and takes it back when it is corrected', async () => {
    const { id } = await preview(importRow('fine'), importRow('left', { legalName: '=1+1', country: 'cn' }), {
      developerReference: 'crm-left',
      contactName: 'Bo',
      contactEmail: 'bo@left.example',
      contactRole: 'backup',
    });
    const file = await ask(server)
      .get(`/v1/imports/${id}/left-out`)
      .set(legal)
      .query({ language: 'zh-CN' })
      .expect(200);
    expect(file.headers['content-disposition']).toContain('developers-left-out.csv');
    const lines = file.text.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('3,country: 请填写 ISO 3166-1 的两位大写字母代码，例如 CN。');
    // A spreadsheet must not run what somebody wrote.
    expect(lines[1]).toContain(",'=1+1,");
    const corrected = file.text.replace(',cn,', ',CN,').replace(",'=1+1,", ',Left Ltd.,');
    const again = await upload(corrected).expect(201);
    expect(again.body).toMatchObject({ rows: { total: 2, withProblems: 0, waiting: 2 }, developers: { waiting: 1 } });
    await ask(server).get('/v1/imports/imp_00000000000000000000/left-out').set(legal).expect(404);
  });

  it('gives a file to begin with, in which nothing is wrong', async () => {
    const file = await ask(server).get('/v1/import-template').set(legal).expect(200);
    const { body } = await upload(file.text).expect(201);
    expect(body).toMatchObject({ rows: { total: 4, withProblems: 0 }, developers: { waiting: 2 }, apps: 3, keys: 3 });
  });
});
