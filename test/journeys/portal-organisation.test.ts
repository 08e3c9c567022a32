import type { Page } from 'playwright-core';
import { expectAccessible, expectRefusals, inBrowser, windowOf } from '../support/browser';
import { expectGoodAtEachWidth } from '../support/everywhere';
import { until } from '../support/until';
import { startWorld, type World } from '../support/world';
import { advanceUntil, enrol, type JourneyDeveloper, mailsTo, onboard, verify } from './people';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

inBrowser('the organisation in the portal', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;
  const dialog = () => page.getByRole('dialog');
  const card = (text: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: text }).first();
  const go = async (part: string, title: string) => {
    await page.goto(`/developers/${developer.id}/${part}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  };
  /** A link that is asked for while one still waits is that one. */
  const untilLinksAreMailed = () =>
    until('links mailed', async () => {
      const waiting = world.db.selectFrom('outbox').select('id').where('kind', '=', 'send-sign-in-link');
      return (await waiting.where('deliveredAt', 'is', null).execute()).length === 0;
    });

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Organised');
    page = await windowOf(world, developer.email);
  }, 240_000);

  it('shows the profile and saves what was changed, and nothing else', async () => {
    await go('organisation', 'Organisation');
    await page.getByLabel('Legal name').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The legal name cannot be empty.').waitFor();
    await page.getByLabel('Legal name').fill('Organised Anew Ltd.');
    await page.getByRole('combobox', { name: 'Time zone' }).click();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Singapore');
    await page.getByRole('option', { name: 'Asia/Singapore' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The profile was saved.').waitFor();
    const saved = await world.admin.call('GET', `/v1/developers/${developer.id}`);
    expect(saved).toMatchObject({ legalName: 'Organised Anew Ltd.', timeZone: 'Asia/Singapore', country: 'CN' });
  });

  it('adds a contact, mails the link, sends it again, and knows when it was followed', async () => {
    await page.getByRole('link', { name: 'Contacts' }).click();
    await page.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor();
    await page.getByRole('button', { name: 'Add a contact' }).click();
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await dialog().getByText('Say what they are called.').waitFor();
    await dialog().getByLabel('Name').fill('Lan Xu');
    await dialog().getByLabel('Mail address').fill('lan@developer.example');
    await dialog().getByRole('radio', { name: 'Signatory' }).check();
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await card('Lan Xu').getByText('Not confirmed yet').waitFor();
    await untilLinksAreMailed();
    await card('Lan Xu').getByRole('button', { name: 'Send the link again: lan@developer.example' }).click();
    await page.getByText('A new link is on its way').waitFor();
    await untilLinksAreMailed();
    await world.signIn('lan@developer.example');
    // Invited, sent again, and asked for just now.
    expect(await mailsTo(world, 'lan@developer.example')).toHaveLength(3);
    await page.reload();
    await card('Lan Xu').getByText('Confirmed', { exact: true }).waitFor();
  });

  it('refuses an address that is a contact already, beside the field', async () => {
    await page.getByRole('button', { name: 'Add a contact' }).click();
    await dialog().getByLabel('Name').fill('Lan again');
    await dialog().getByLabel('Mail address').fill('lan@developer.example');
    await dialog().getByRole('button', { name: 'Add', exact: true }).click();
    await dialog().getByRole('alert').waitFor();
    await dialog().getByText('is a contact already', { exact: true }).waitFor();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    expectRefusals(page, /409/);
  });

  it('changes a role and removes a contact; the last signatory cannot go', async () => {
    await card('Lan Xu').getByRole('button', { name: 'Change Lan Xu' }).click();
    await dialog().getByRole('radio', { name: 'Preparer' }).check();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await card('Lan Xu').getByText('Preparer', { exact: true }).waitFor();
    await card('Mei Lin').getByRole('button', { name: 'Remove Mei Lin', disabled: true }).waitFor();
    await card('Mei Lin').getByText('Somebody must be able to sign.').waitFor();
    await card('Mei Lin').getByRole('button', { name: 'Change Mei Lin' }).click();
    await dialog().getByRole('radio', { name: 'Preparer' }).check();
    await dialog().getByText('Somebody must be able to sign.').waitFor();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await card('Bo Chen').getByRole('button', { name: 'Remove Bo Chen' }).click();
    await dialog().getByRole('button', { name: 'Remove' }).click();
    await page.getByText('There is no backup contact').waitFor();
  });

  it('registers, renames and retires an app; its key goes with it', async () => {
    const key = await onboard(world, developer);
    await go('organisation/apps', 'Apps');
    await page.getByRole('button', { name: 'Register an app' }).click();
    await dialog().getByLabel('Name of the app').fill('Mini shop');
    await dialog().getByRole('button', { name: 'Register' }).click();
    await dialog().getByText('Choose the SDK.').waitFor();
    await dialog().getByRole('radio', { name: 'WeChat Mini SDK' }).check();
    await dialog().getByRole('button', { name: 'Register' }).click();
    await card('Mini shop').getByText('First attestation').waitFor();
    await card('Organised app').getByRole('button', { name: 'Rename Organised app' }).click();
    await dialog().getByLabel('Name of the app').fill('Organised classic');
    await dialog().getByRole('button', { name: 'Rename' }).click();
    await card('Organised classic').getByRole('button', { name: 'Retire Organised classic' }).click();
    await dialog().getByText('Every key of it is revoked').waitFor();
    await expectAccessible(page);
    await dialog().getByLabel('Reason').fill('Replaced by the mini program.');
    await dialog().getByRole('button', { name: 'Retire for good' }).click();
    await dialog().getByText('This is not “Organised classic”.').waitFor();
    await dialog().getByLabel('Type “Organised classic” to confirm').fill('Organised classic');
    await dialog().getByRole('button', { name: 'Retire for good' }).click();
    await card('Organised classic').getByText('Retired', { exact: true }).waitFor();
    expect(await verify(world, key)).toMatchObject({ valid: false });
  }, 120_000);

  it('says why no app can be added while one is suspended', async () => {
    const late = await enrol(world, 'Late');
    await onboard(world, late);
    await advanceUntil(world, late, 'suspended');
    const own = await windowOf(world, late.email);
    await own.goto(`/developers/${late.id}/organisation/apps`);
    await own.getByRole('button', { name: 'Register an app', disabled: true }).waitFor();
    await own.getByText('Not now: “Late app” is suspended.').waitFor();
  }, 240_000);

  it('lets an agency in for named parts and days, with its mandate, and ends it', async () => {
    await go('organisation/delegations', 'Agencies');
    await page.getByText('No agency is let in').waitFor();
    await page.getByRole('link', { name: 'Let an agency in' }).click();
    await page.getByRole('button', { name: 'Let the agency in' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Name the agency.' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('agency');
    await page.getByLabel('Name of the agency').fill('Clear Path Compliance');
    await page.getByRole('checkbox', { name: 'Sign' }).check();
    await page.getByLabel('Last day').fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10));
    await page.locator('#delegate-name').fill('Ana Ruiz');
    await page.getByLabel('Mail address').fill('ana@agency.example');
    await page.getByRole('button', { name: 'Let the agency in' }).click();
    await page.waitForURL(`**/developers/${developer.id}/organisation/delegations`);
    const agency = card('Clear Path Compliance');
    await agency.getByText('Until it is uploaded the agency cannot sign.').waitFor();
    await agency.locator('input[type=file]').setInputFiles({ name: 'mandate.png', mimeType: 'image/png', buffer: png });
    await agency.getByText('mandate.png, uploaded').waitFor();
    await agency.getByRole('button', { name: 'Add a person of Clear Path Compliance' }).click();
    await dialog().getByLabel('Name').fill('Ben Ode');
    await dialog().getByLabel('Mail address').fill('ben@agency.example');
    await dialog().getByRole('button', { name: 'Add and invite' }).click();
    await agency.getByText('ben@agency.example').waitFor();
    await agency.getByRole('button', { name: 'Remove Ben Ode of Clear Path Compliance' }).click();
    await dialog().getByRole('button', { name: 'Remove' }).click();
    await agency.getByText('ben@agency.example').waitFor({ state: 'detached' });
    await world.signIn('ana@agency.example');
    await page.reload();
    await agency.getByText('let in', { exact: false }).first().waitFor();
  }, 120_000);

  it('shows somebody of the agency what is not theirs to change', async () => {
    const delegate = await windowOf(world, 'ana@agency.example');
    await delegate.goto(`/developers/${developer.id}/organisation/apps`);
    await delegate.getByRole('button', { name: 'Register an app', disabled: true }).waitFor();
    await delegate.getByText('No agency can do this').first().waitFor();
    await delegate.goto(`/developers/${developer.id}/organisation/contacts`);
    await delegate.getByText('No agency can do this').first().waitFor();
    await expectAccessible(delegate);
  });

  it('ends the delegation at once', async () => {
    const agency = card('Clear Path Compliance');
    await agency.getByRole('button', { name: 'End the delegation to Clear Path Compliance' }).click();
    await dialog().getByLabel('Reason').fill('The work is done.');
    await dialog().getByRole('button', { name: 'End it now' }).click();
    await agency.getByText('Revoked', { exact: true }).waitFor();
  });

  it('lists the own sessions and ends another', async () => {
    const other = await windowOf(world, developer.email);
    await other.goto(`/developers/${developer.id}`);
    await go('organisation/sessions', 'Your sessions');
    await page.locator('[aria-disabled=true]').waitFor();
    const before = await page.getByRole('button', { name: /^End the session/ }).count();
    await page
      .getByRole('button', { name: /^End the session/, disabled: false })
      .last()
      .click();
    await page.getByText('The session was ended.').waitFor();
    await page
      .getByRole('button', { name: /^End the session/ })
      .nth(before - 1)
      .waitFor({ state: 'detached' });
  });

  it.each([
    ['zh-CN', '简体中文'],
    ['en', 'English'],
  ] as const)(
    'keeps to WCAG 2.2 AA at 1280, 768 and 360 px on each page and in its dialog, in %s',
    async (language, chosen) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.getByRole('button', { name: chosen }).click();
      for (const [part, dialogOf] of [
        ['', null],
        ['/contacts', /Add a contact|添加联系人/],
        ['/apps', /Register an app|登记应用/],
        ['/delegations', null],
        ['/delegations/new', null],
        ['/sessions', null],
        ['/ending', /End the use …|终止使用……/],
      ] as const) {
        await page.goto(`/developers/${developer.id}/organisation${part}`);
        await page.locator(`html[lang="${language}"] main h1`).waitFor();
        await expectGoodAtEachWidth(page, language);
        if (!dialogOf) continue;
        await page.getByRole('button', { name: dialogOf }).click();
        await dialog().getByRole('textbox').first().waitFor();
        await expectGoodAtEachWidth(page, language);
        await page.keyboard.press('Escape');
        await dialog().waitFor({ state: 'hidden' });
      }
    },
    240_000,
  );

  it('ends the use of the SDK after the legal name was typed, and stays readable', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await go('organisation/ending', 'End the use of the SDK');
    await page.getByRole('button', { name: 'End the use …' }).click();
    await dialog().getByLabel('Reason').fill('We no longer embed an SDK.');
    await dialog().getByLabel('Type “Organised Anew Ltd.” to confirm').fill('Organised Anew Ltd.');
    await dialog().getByRole('button', { name: 'End it for good' }).click();
    await page.getByText('It ended on').waitFor();
    await go('organisation/apps', 'Apps');
    await page.getByRole('button', { name: 'Register an app', disabled: true }).waitFor();
    await go('history', 'History');
    await page.getByText('Use of the SDK ended').first().waitFor();
  });
});
