import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expectAccessible, inBrowser, windowOf } from '../support/browser';
import { existingKey } from '../support/enrolment';
import { unzip } from '../support/unzip';
import { startWorld, type World } from '../support/world';
import { enrol, type JourneyDeveloper, standingOf, verify } from './people';

const reason = 'The app that we found belongs to another company. We took the names for the same.';

inBrowser('a suspension that should never have been', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;
  let legal: Page;
  const key = existingKey();

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Lent Harbour', { existingKeys: [key.told] });
    const request = await world.am.call('POST', `/v1/developers/${developer.id}/suspension-requests`, {
      appId: developer.appId,
      class: 'account-manager',
      reason: 'The SDK answers from an app that is not registered here.',
      clause: 'Special Instructions 2.1',
    });
    await world.lead.call('POST', `/v1/suspension-requests/${request.id}/confirm`);
    page = await windowOf(world, 'lead@vendor.example');
  }, 300_000);

  const verdict = () => verify(world, key.secret);

  it('is undone by one person in one act, and the keys work at once', async () => {
    expect(await verdict()).toMatchObject({ valid: false, code: 'SUSPENDED_OTHER' });
    await page.goto(`/desk/developers/${developer.id}/suspensions`);
    await page.getByRole('button', { name: 'Undo: it was a mistake' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'How it was noticed' }).fill('The developer called the account manager.');
    await expectAccessible(page);
    await dialog.getByRole('textbox', { name: 'Why' }).fill(reason);
    await dialog.getByRole('button', { name: 'Undo: it was a mistake' }).click();
    await page.getByText('Undone', { exact: true }).waitFor();
    expect(await verdict()).toMatchObject({ valid: true });
    expect(await standingOf(world, developer)).not.toBe('suspended');
  });

  it('is told to the developer, word for word, as a mistake of ours', async () => {
    const mail = await world.inbox.waitFor(developer.email, /^Our mistake/);
    expect(mail.text).toContain(reason);
    expect(mail.text).toMatch(/counts as no lapse/);
  });

  it('leaves a post-mortem that legal finds and concludes, and that counts for good', async () => {
    legal = await windowOf(world, 'legal@vendor.example');
    await legal.goto('/desk/enforcement/wrongful');
    await legal.getByRole('link', { name: 'Post-mortem' }).click();
    await legal.getByRole('heading', { level: 1, name: 'Post-mortem of a wrong suspension' }).waitFor();
    await legal.getByText(reason).waitFor();
    await legal.getByText(`…${key.told.lastFour}`).waitFor();
    await expectAccessible(legal);
    await legal.getByRole('button', { name: 'Conclude' }).click();
    const dialog = legal.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Why it came to this' }).fill('Names were compared, not store ids.');
    await dialog.getByRole('textbox', { name: 'What prevents the next one' }).fill('Store ids are compared.');
    await dialog.getByRole('button', { name: 'Conclude' }).click();
    await legal.getByText('Concluded', { exact: true }).waitFor();
    await legal.getByText('Store ids are compared.').waitFor();
    const { items, totals } = await world.lead.call('GET', '/v1/wrongful-enforcements');
    expect(items).toMatchObject([{ against: 'suspension', postMortem: { isConcluded: true } }]);
    expect(totals).toMatchObject({ count: 1, byAgainst: { suspension: 1 } });
    const tasks = await world.lead.call('GET', `/v1/tasks?developerId=${developer.id}&kind=post-mortem`);
    expect(tasks.items).toEqual([]);
  });

  it('is in the records that legal hands out: the hours that the key ran un-attested, and the evidence pack', async () => {
    await legal.goto('/desk/legal/records');
    await legal.getByRole('combobox', { name: 'Developer' }).fill(developer.name);
    await legal.getByRole('option', { name: developer.name }).click();
    await expectAccessible(legal);
    const download = async (name: string) => {
      const [downloaded] = await Promise.all([
        legal.waitForEvent('download'),
        legal.getByRole('link', { name }).click(),
      ]);
      return readFile(await downloaded.path());
    };
    const hours = (await download('Hours un-attested, and why (CSV)')).toString('utf8');
    expect(hours).toMatch(new RegExp(`${developer.appId},.*first-attestation-ahead`));
    expect((await download('Report (PDF)')).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const pack = unzip(await download('Evidence pack (ZIP)'));
    expect(JSON.parse(pack.get('suspensions.json')?.toString('utf8') ?? '[]')).toMatchObject([{ liftedBy: 'undone' }]);
    const mails = [...pack].filter(([path]) => path.includes('suspension-undone') && path.endsWith('.txt'));
    expect(mails[0]?.[1].toString('utf8')).toContain(reason);
  });
});
