import type { Page } from 'playwright-core';
import {
  expectAccessible,
  expectNoSidewaysScroll,
  expectRefusals,
  inBrowser,
  openWindow,
  windowOf,
} from '../support/browser';
import { startWorld, type World } from '../support/world';
import { untilFocused } from './keyboard';
import { enrol, type JourneyDeveloper } from './people';

inBrowser('the shell around the pages', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Shell');
    page = await windowOf(world, developer.email);
  }, 240_000);

  it('leads somebody with one organisation to its required actions', async () => {
    await page.goto('/');
    await page.waitForURL(`**/developers/${developer.id}`);
    await page.getByRole('heading', { level: 1, name: 'Required actions' }).waitFor();
    expect(await page.title()).toBe('Required actions · Avow');
    await page.getByRole('heading', { name: 'Shell app' }).waitFor();
  });

  it.each([1280, 768, 360])('keeps to WCAG 2.2 AA in both languages at %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.getByRole('heading', { level: 1, name: '待办事项' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Required actions' }).waitFor();
  });

  it('remembers the language', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: '待办事项' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
  });

  it('begins with a link past the navigation, and moves the focus to the heading of the next page', async () => {
    await page.goto(`/developers/${developer.id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    await untilFocused(page, ({ words }) => words === 'Skip to the content');
    await page.getByRole('link', { name: 'Required actions' }).waitFor();
    await page.evaluate(
      `window.history.pushState({}, '', '/desk/nowhere/at-all'); window.dispatchEvent(new PopStateEvent('popstate'))`,
    );
    await page.getByRole('heading', { level: 1, name: 'There is nothing here for you' }).waitFor();
    await untilFocused(page, ({ tag }) => tag === 'H1');
  });

  it('says that there is nothing, and no more, about an organisation of others', async () => {
    const other = await enrol(world, 'Others');
    await page.goto(`/developers/${other.id}`);
    await page.getByRole('heading', { level: 1, name: 'There is nothing here for you' }).waitFor();
    await expectAccessible(page);
    expectRefusals(page, /404/);
  });

  it('leads nobody in particular to the sign-in, with the way back', async () => {
    const stranger = await openWindow(world);
    await stranger.goto(`/developers/${developer.id}`);
    await stranger.waitForURL(/\/sign-in\?then=/);
    expect(new URL(stranger.url()).searchParams.get('then')).toBe(`/developers/${developer.id}`);
    expectRefusals(stranger, /401/);
  });

  it('signs out', async () => {
    await page.goto(`/developers/${developer.id}`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/sign-in(\?|$)/);
    await page.goto('/');
    await page.waitForURL(/\/sign-in(\?|$)/);
    expectRefusals(page, /401/);
  });
});
