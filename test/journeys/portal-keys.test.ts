import type { Page } from 'playwright-core';
import { expectAccessible, inBrowser, windowOf } from '../support/browser';
import { expectGoodAtEachWidth } from '../support/everywhere';
import { startWorld, type World } from '../support/world';
import { advanceUntil, attestAccepted, enrol, type JourneyDeveloper, verify } from './people';

inBrowser('SDK keys in the portal', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;
  let secret: string;
  let rolled: string;
  const app = () => page.locator(`#${developer.appId}`);
  const dialog = () => page.getByRole('dialog');

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Keyed');
    page = await windowOf(world, developer.email);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  }, 240_000);

  /** Reads a new key out of its dialog, copies it, and says that it is stored. */
  async function storeSecret(): Promise<string> {
    await dialog().getByRole('heading', { name: 'Your new key' }).waitFor();
    await page.keyboard.press('Escape');
    const shown = (await dialog().locator('pre').innerText()).trim();
    expect(await dialog().getByRole('button', { name: 'Done' }).isDisabled()).toBe(true);
    await dialog().getByRole('button', { name: 'Copy: The key' }).click();
    await dialog().getByRole('button', { name: 'Copied: The key' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(shown);
    await dialog().getByLabel('I have stored it').check();
    await dialog().getByRole('button', { name: 'Done' }).click();
    await dialog().waitFor({ state: 'hidden' });
    return shown;
  }

  it('says why there are no live keys yet, and issues a test key', async () => {
    await page.goto(`/developers/${developer.id}/keys`);
    await app().getByText('Live keys come with the first attestation').waitFor();
    await app().getByRole('link', { name: 'Go on with the attestation' }).waitFor();
    await app()
      .getByRole('button', { name: /Issue a key/ })
      .click();
    await dialog().getByRole('button', { name: 'Issue the key' }).click();
    await dialog().getByText('Give it a name.').waitFor();
    expect(await dialog().getByRole('radio', { name: 'Live' }).isDisabled()).toBe(true);
    await dialog().getByText('Not yet: live keys come once').waitFor();
    await dialog().getByLabel('Name').fill('Continuous integration');
    await dialog().getByRole('button', { name: 'Issue the key' }).click();
    expect(await storeSecret()).toMatch(/^avow_test_/);
    await app().getByRole('heading', { name: 'Continuous integration' }).waitFor();
    await app().getByText('not in the last five weeks').waitFor();
  });

  it('issues a live key once the first attestation is accepted, and shows it once', async () => {
    await attestAccepted(world, developer);
    await page.reload();
    await app()
      .getByRole('button', { name: /Issue a key/ })
      .click();
    await dialog().getByLabel('Name').fill('Production');
    await dialog().getByRole('radio', { name: 'Live' }).check();
    await dialog().getByRole('button', { name: 'Issue the key' }).click();
    secret = await storeSecret();
    expect(secret).toMatch(/^avow_live_/);
    expect(await verify(world, secret)).toMatchObject({ valid: true, code: 'VALID' });
    await app()
      .getByText(`avow_live_…${secret.slice(-4)}`)
      .waitFor();
    expect(await page.content()).not.toContain(secret);
  }, 240_000);

  it('rolls it with an overlap: both work, and the old one says until when', async () => {
    await app().getByRole('button', { name: 'Roll Production' }).click();
    await dialog().getByRole('button', { name: 'Roll the key' }).click();
    await dialog().getByText('Choose an overlap.').waitFor();
    await dialog().getByRole('radio', { name: '7 days' }).check();
    await dialog().getByLabel('Name of the new key').fill('Production 2');
    await dialog().getByRole('button', { name: 'Roll the key' }).click();
    rolled = await storeSecret();
    expect(await verify(world, rolled)).toMatchObject({ valid: true });
    expect(await verify(world, secret)).toMatchObject({ valid: true });
    await app().getByText('Was replaced. Works until').waitFor();
    await app().getByText('It was rolled already').waitFor();
  });

  it('revokes the old one for good, after its name was typed', async () => {
    await app().getByRole('button', { name: 'Revoke Production', exact: true }).click();
    await dialog().getByLabel('Reason').fill('Every build has the new one.');
    await dialog().getByLabel('Type “Production” to confirm').fill('Productoin');
    await dialog().getByRole('button', { name: 'Revoke for good' }).click();
    await dialog().getByText('This is not “Production”.').waitFor();
    await dialog().getByLabel('Type “Production” to confirm').fill('Production');
    await dialog().getByRole('button', { name: 'Revoke for good' }).click();
    await dialog().waitFor({ state: 'hidden' });
    expect(await verify(world, secret)).toMatchObject({ valid: false, code: 'REVOKED' });
    await app().getByRole('button', { name: '1 key that has ended' }).click();
    await app().getByText('Was replaced by the key that ends in').waitFor();
  });

  it('shows how a key is checked, in four ways', async () => {
    await page.getByRole('tab', { name: 'nginx' }).click();
    await page.getByText('auth_request /_avow;').waitFor();
    await page.getByRole('button', { name: 'Copy: nginx' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(`${world.serverUrl}/v1/verify/gateway`);
  });

  it('show the vendor’s people what only the developer may do', async () => {
    const vendor = await windowOf(world, 'am@vendor.example');
    await vendor.goto(`/developers/${developer.id}/keys`);
    await vendor.getByRole('button', { name: 'Roll Production 2', disabled: true }).waitFor();
    await vendor.getByText('Only a signatory of the developer can do this.').first().waitFor();
    await expectAccessible(vendor);
  });

  it('that are suspended say why, since when and what lifts it; cured, they work again', async () => {
    await advanceUntil(world, developer, 'suspended');
    expect(await verify(world, rolled)).toMatchObject({ valid: false, code: 'SUSPENDED_OBLIGATION' });
    await page.reload();
    const reason = app().getByRole('alert', { name: /The live keys are suspended/ });
    await reason.getByText('Suspended since').waitFor();
    await reason.getByText(/once a complete attestation is signed/).waitFor();
    await app().getByText('Suspended', { exact: true }).first().waitFor();
    await app()
      .getByRole('button', { name: /Issue a key/ })
      .click();
    await dialog().getByText('Not now: this app is suspended.').waitFor();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await reason.getByRole('link', { name: 'Attest now' }).click();
    await page.waitForURL(`**/developers/${developer.id}/walk`);
    await attestAccepted(world, developer);
    expect(await verify(world, rolled)).toMatchObject({ valid: true });
    await page.goto(`/developers/${developer.id}/keys#${developer.appId}`);
    await app().getByRole('heading', { name: 'Production 2' }).waitFor();
    await app().getByText('Works', { exact: true }).first().waitFor();
    await app().getByText('The live keys are suspended').waitFor({ state: 'detached' });
  }, 300_000);

  it.each([
    ['en', '简体中文', /Issue a key/, 'Roll Production 2', 'Cancel'],
    ['zh-CN', 'English', /签发密钥/, '轮换 Production 2', '取消'],
  ] as const)(
    'keep to WCAG 2.2 AA in %s, dialogs too',
    async (language, other, issue, roll, cancel) => {
      await page.locator(`html[lang="${language}"]`).waitFor();
      await expectGoodAtEachWidth(page, language);
      for (const name of [issue, roll]) {
        await app().getByRole('button', { name }).click();
        await dialog().getByRole('textbox').first().waitFor();
        await expectGoodAtEachWidth(page, language);
        await dialog().getByRole('button', { name: cancel }).click();
        await dialog().waitFor({ state: 'hidden' });
      }
      await page.getByRole('button', { name: other }).click();
    },
    240_000,
  );
});
