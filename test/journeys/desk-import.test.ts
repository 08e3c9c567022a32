import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { ImportId } from '../../domain/ids';
import { expectAccessible, expectNoSidewaysScroll, inBrowser, windowOf } from '../support/browser';
import { recordImport } from '../support/histories';
import { type ImportRow, importFile, importKey, importRow } from '../support/import-file';
import { startWorld, type World } from '../support/world';

/** With ten rows each. A busy machine imports one or two in a second, so the suite takes a part of them; CONTRIBUTING.md tells of the full size. */
const developers = Number(process.env.AVOW_IMPORT_DEVELOPERS ?? 100);
const rowsEach = 10;
const bad = 37;
const good = developers - bad;
/** In milliseconds: a machine that others use too does one in a second. */
const patience = 120_000 + 1_000 * developers;
if (!(good > 0)) throw new Error(`AVOW_IMPORT_DEVELOPERS has to be more than the ${bad} that are bad.`);
const products = ['native', 'wechat-mini', 'taobao-mini'];

/** A developer with three people, three apps and nine live keys; the bad ones have one cell that is wrong, in their sixth row. */
function rowsOf(developer: number): ImportRow[] {
  const name = `large${developer}`;
  return Array.from({ length: rowsEach }, (_row, index): ImportRow => {
    if (index === 0) return importRow(name, { accountManagerEmail: 'am@vendor.example', ...importKey(`${name}/0`) });
    const app = index % 3;
    return {
      developerReference: `crm-${name}`,
      ...(index < 3 && {
        contactName: `Person ${index}`,
        contactEmail: `person-${index}-${name}@example.com`,
        contactRole: index === 1 ? 'preparer' : 'backup',
      }),
      appName: app === 0 ? `App ${name}` : `App ${name} ${app}`,
      sdkProduct: products[app],
      ...importKey(`${name}/${index}`),
      ...(isBad(developer) && index === 5 && { keyHash: `sdk_live_${developer}` }),
    };
  });
}
/** Spread over the whole file: the first of each of so many equal parts. */
const badDevelopers = new Set(Array.from({ length: bad }, (_, part) => Math.floor((part * developers) / bad)));
const isBad = (developer: number) => badDevelopers.has(developer);
const badRowNumbers = Array.from({ length: developers }, (_, developer) => developer)
  .filter(isBad)
  .map((developer) => String(developer * rowsEach + 7));

inBrowser(`an import of ${developers * rowsEach} rows with ${bad} bad ones`, () => {
  let world: World;
  let page: Page;
  let importId: ImportId;
  const file = {
    name: 'developers.csv',
    // As a browser says it where a spreadsheet program is installed.
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from(importFile(Array.from({ length: developers }, (_, developer) => rowsOf(developer)).flat())),
  };

  beforeAll(async () => {
    world = await startWorld();
    page = await windowOf(world, 'am@vendor.example');
  }, 240_000);

  async function upload(): Promise<void> {
    await page.goto('/desk/imports');
    await page.getByRole('button', { name: 'Choose a file …' }).waitFor();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('heading', { level: 1, name: file.name }).waitFor();
  }
  const outcome = async (name: string) => {
    const cells = page.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell');
    return (await cells.allInnerTexts()).map(Number);
  };
  const count = async (table: 'developers' | 'apps' | 'keys' | 'memberships' | 'developerReferences') =>
    (
      await world.db
        .selectFrom(table)
        .select((row) => row.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count;
  const counted = async () => ({
    developers: await count('developers'),
    references: await count('developerReferences'),
    apps: await count('apps'),
    keys: await count('keys'),
    people: await count('memberships'),
  });

  it('names every bad row before anything is imported', async () => {
    await upload();
    importId = page.url().split('/').at(-1) as ImportId;
    await page.getByText(`${bad} rows have to be corrected.`).waitFor();
    const rows = page.getByRole('row').filter({ hasText: 'No SHA-256' });
    expect(await rows.getByRole('rowheader').allInnerTexts()).toEqual(badRowNumbers);
    expect(await rows.first().innerText()).toMatch(
      /crm-large\d+\s+keyHash\s+sdk_live_\d+.*64 small hexadecimal digits/s,
    );
    expect(await outcome('To be imported')).toEqual([good, good * rowsEach]);
    expect(await outcome('Left out')).toEqual([bad, bad * rowsEach]);
    expect(await counted()).toMatchObject({ developers: 0, keys: 0 });
  }, 120_000);

  it('is for everybody, in both languages and narrow', async () => {
    await expectAccessible(page);
    const narrow = await windowOf(world, 'lead@vendor.example', { language: 'zh-CN', width: 360 });
    for (const address of ['/desk/imports', `/desk/imports/${importId}`]) {
      await narrow.goto(address);
      await narrow.getByText(address === '/desk/imports' ? '历次导入' : '需要更正的行').waitFor();
      await expectAccessible(narrow);
      await expectNoSidewaysScroll(narrow);
    }
    await narrow.getByText('切勿填写密钥本身').first().waitFor();
    await narrow.close();
  }, 120_000);

  it(
    'imports the good ones, and loses none of them to a killed worker',
    async () => {
      const days = page.getByRole('textbox', { name: 'Days over which the due days are spread' });
      await days.fill('3');
      await page.getByText('Write a whole number of days from 7 to 365.').waitFor();
      const refusal = page.getByText('Correct the number of days below first.');
      await refusal.waitFor();
      await days.fill('30');
      await refusal.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: `Import ${good} developers` }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: `Import ${good} developers` })
        .click();
      await page.getByText('You may leave this page.').waitFor();
      // Somewhere in the middle.
      while ((await count('developerReferences')) < good / 4) await sleep(50);
      process.kill(world.pids().worker as number, 'SIGKILL');
      // The page goes on by itself until it is done.
      await page.getByText(`${good} of ${good} developers`).waitFor({ timeout: patience });
      await page.getByText('Done', { exact: true }).waitFor();
      expect(await outcome('Imported')).toEqual([good, good * rowsEach]);
      expect(await counted()).toEqual({
        developers: good,
        references: good,
        apps: good * 3,
        keys: good * rowsEach,
        people: good * 3,
      });
      const kept = await world.db.selectFrom('imports').select('spreadOver').where('id', '=', importId).execute();
      expect(kept).toEqual([{ spreadOver: 'P30D' }]);
      await recordImport(world, 'import', importId);
    },
    2 * patience,
  );

  it('invites each of them once', async () => {
    const invitations = await world.db
      .selectFrom('notices')
      .select(['developerId', (row) => row.fn.countAll<number>().as('count')])
      .where('template', '=', 'invitation')
      .groupBy('developerId')
      .execute();
    expect(invitations).toHaveLength(good);
    expect(invitations.filter((one) => one.count !== 1)).toEqual([]);
  });

  it('changes nothing when the same file comes again', async () => {
    const before = await counted();
    await upload();
    expect(await outcome('Known already')).toEqual([good, good * rowsEach]);
    await page.getByText('No developer waits').waitFor();
    await page.getByText(`${bad} rows have to be corrected.`).waitFor();
    expect(await counted()).toEqual(before);
    await page.goto('/desk/imports');
    await page.getByText(`${good} of ${developers} developers imported · ${bad} left out`).waitFor();
  }, 120_000);
});
