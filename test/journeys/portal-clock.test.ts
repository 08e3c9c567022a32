import type { Page } from 'playwright-core';
import { inBrowser, windowOf } from '../support/browser';
import { expectGoodAtEachWidth } from '../support/everywhere';
import { startWorld, type World } from '../support/world';
import { enrol, type JourneyDeveloper } from './people';

inBrowser('the clock of the embedded mode', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;
  const clock = () => page.getByRole('region', { name: /^Clock of/ });
  const now = async () => Date.parse((await world.admin.call('GET', `/v1/developers/${developer.id}`)).now as string);

  beforeAll(async () => {
    world = await startWorld();
    // Where it is between eleven and eleven just now: whoever is enrolled before ten is reminded on the same day.
    const hour = new Date().getUTCHours();
    const timeZone = hour >= 3 && hour < 15 ? 'Asia/Shanghai' : 'America/Puerto_Rico';
    developer = await enrol(world, 'Timely', { timeZone });
    page = await windowOf(world, 'am@vendor.example');
    await page.goto(`/developers/${developer.id}`);
  }, 240_000);

  it('is there for the signatory too, whose time it is', async () => {
    const own = await windowOf(world, developer.email);
    await own.goto(`/developers/${developer.id}`);
    await own
      .getByRole('region', { name: /^Clock of/ })
      .getByRole('button', { name: '+1 day' })
      .waitFor();
  });

  it('moves a day and a week, and says when nothing happened', async () => {
    const before = await now();
    await clock().getByRole('button', { name: '+1 day' }).click();
    await clock().getByText('Nothing happened on the way.').waitFor();
    expect(await now()).toBeGreaterThanOrEqual(before + 86_400_000);
    await clock().getByRole('button', { name: '+1 week' }).click();
    await clock().getByText('Moved from').waitFor();
    expect(await now()).toBeGreaterThanOrEqual(before + 8 * 86_400_000);
  }, 120_000);

  it('moves to the next event, and tells its decisions and mails', async () => {
    const { nextStep } = await world.admin.call('GET', `/v1/developers/${developer.id}`);
    await clock().getByRole('button', { name: 'To the next event' }).click();
    await clock().getByText('What happened, in 1 step:').waitFor();
    expect(await now()).toBeGreaterThanOrEqual(Date.parse(nextStep.at));
    await clock().getByText('Mail delivered: Reminder').waitFor();
    await clock().getByText('Step taken · Timely').waitFor();
  }, 120_000);

  it('asks the page anew: what is due shows its new distance', async () => {
    await page.getByText('Due by').waitFor();
    for (let weeks = 0; weeks < 4; weeks += 1) {
      await clock().getByRole('button', { name: '+1 week' }).click();
      await clock().getByText('Moving').waitFor({ state: 'hidden' });
      await clock().getByText('Moved from').waitFor();
    }
    await page.getByText('Overdue since').waitFor();
  }, 240_000);

  it('keeps to WCAG 2.2 AA in both languages', async () => {
    await expectGoodAtEachWidth(page, 'en');
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.locator('html[lang="zh-CN"]').waitFor();
    await expectGoodAtEachWidth(page, 'zh-CN');
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang="en"]').waitFor();
  }, 120_000);

  it('leads to the whole history, where every decision says who and why', async () => {
    await clock().getByRole('link', { name: 'See the whole history' }).click();
    await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
    await page.getByText('By: The clock').first().waitFor();
    await page.getByRole('combobox', { name: 'Decided by' }).click();
    await page.getByRole('option', { name: 'A system of the vendor' }).click();
    await page.getByText('The vendor enrolled the developer').waitFor();
    await page.getByText('By: The clock').first().waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('by')).toBe('token');
    await expectGoodAtEachWidth(page, 'en');
  }, 120_000);
});
