import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, expectRefusals, inBrowser, openWindow } from '../support/browser';
import { expectGoodAtEachWidth } from '../support/everywhere';
import { startWorld, type World } from '../support/world';
import { enrol, type JourneyDeveloper } from './people';

inBrowser('signing in', () => {
  let world: World;
  let developer: JourneyDeveloper;

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Doorway');
  }, 240_000);

  /** Follows the newest link that was mailed to this address since then. */
  async function follow(page: Page, email: string, since: number): Promise<string> {
    const { text } = await world.inbox.waitFor(email, /sign-in link/i, since);
    const link = /https?:\S+\/sign-in\?token=[\w-]+/.exec(text)?.[0] ?? '';
    await page.goto(link);
    return link;
  }

  it('leads from the page that was wanted to the mail and back to it', async () => {
    const page = await openWindow(world);
    await page.goto(`/developers/${developer.id}/status`);
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    const asked = Date.now();
    await page.getByLabel('Your mail address').fill(developer.email);
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await page.getByRole('heading', { level: 1, name: 'Look into your mail' }).waitFor();
    await follow(page, developer.email, asked);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`**/developers/${developer.id}/status`);
    await page.getByRole('heading', { level: 1, name: 'Status' }).waitFor();
    expectRefusals(page, /401/);
  });

  it('goes on in Chinese where Chinese was chosen, without a script, also after the mail', async () => {
    const page = await openWindow(world);
    await page.goto('/sign-in');
    await page.getByRole('link', { name: '简体中文' }).click();
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
    const asked = Date.now();
    await page.getByLabel('您的邮箱地址').fill(developer.email);
    await page.getByRole('button', { name: '发送登录链接' }).click();
    await page.getByRole('heading', { level: 1, name: '请查收邮件' }).waitFor();
    await follow(page, developer.email, asked);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: '待办事项' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    // Chosen once, it stays.
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '待办事项' }).waitFor();
  });

  it('ends with a link that was used by asking for another at the same place', async () => {
    const page = await openWindow(world);
    const asked = Date.now();
    await page.goto('/sign-in');
    await page.getByLabel('Your mail address').fill(developer.email);
    await page.keyboard.press('Enter');
    const link = await follow(page, developer.email, asked);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Required actions' }).waitFor();
    await page.goto(link);
    await page.getByText('On this device you are signed in').waitFor();
    await page.getByRole('link', { name: 'Go on' }).click();
    await page.getByRole('heading', { level: 1, name: 'Required actions' }).waitFor();
    await page.goto(`/developers/${developer.id}/organisation/sessions`);
    const own = page.getByRole('listitem').filter({ hasText: 'This one' });
    await own.getByRole('heading', { name: 'Chrome on Linux' }).waitFor();

    const other = await openWindow(world);
    await other.goto(link);
    await other.getByRole('heading', { level: 1, name: 'The link was used already' }).waitFor();
    await expectAccessible(other);
    const again = Date.now();
    await other.getByLabel('Your mail address').fill(developer.email);
    await other.getByRole('button', { name: 'Mail me a link' }).click();
    await follow(other, developer.email, again);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await other.getByRole('heading', { level: 1, name: 'Required actions' }).waitFor();
    expectRefusals(page, /410/);
    expectRefusals(other, /410/);
  });

  it('lets somebody who acts for several choose, and change from one to another', async () => {
    const first = await enrol(world, 'First Door');
    const other = await enrol(world, 'Second Door', { email: first.email });
    const page = await openWindow(world);
    await page.goto('/');
    const asked = Date.now();
    await page.getByLabel('Your mail address').fill(first.email);
    await page.keyboard.press('Enter');
    await follow(page, first.email, asked);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Choose an organisation' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Second Door' }).click();
    await page.waitForURL(`**/developers/${other.id}`);
    await page.getByRole('button', { name: 'Second Door' }).click();
    await page.getByRole('menuitem', { name: 'First Door' }).click();
    await page.waitForURL(`**/developers/${first.id}`);
    expectRefusals(page, /401/);
  });

  it.each(['en', 'zh-CN'] as const)(
    'keeps to WCAG 2.2 AA on each page in %s',
    async (language) => {
      const page = await openWindow(world);
      for (const path of ['/sign-in', '/sign-in/sent', '/sign-in/confirmed', '/privacy', '/nothing']) {
        await page.goto(`${path}?language=${language}`);
        expect(await page.evaluate('document.documentElement.lang')).toBe(language);
        await expectGoodAtEachWidth(page, language);
      }
      expectRefusals(page, /404/);
    },
    120_000,
  );

  // Once: what is sent from one address is counted, and this file comes near the limit.
  it('says what is wrong with an address', async () => {
    const page = await openWindow(world, { width: 360 });
    await page.goto('/sign-in?language=zh-CN');
    await page.getByRole('textbox').fill('nobody@nowhere');
    await page.getByRole('button').click();
    await page.locator('#fault').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expectRefusals(page, /400/);
  });
});
