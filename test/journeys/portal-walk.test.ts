import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, inBrowser, windowOf } from '../support/browser';
import { startWorld, type World } from '../support/world';
import { enrol, type JourneyDeveloper } from './people';

inBrowser('the walk', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Walk', { product: 'wechat-mini' });
    page = await windowOf(world, developer.email);
  }, 240_000);

  it('shows', async () => {
    await page.goto(`/developers/${developer.id}/walk`);
    await page.getByRole('heading', { level: 1, name: 'Attestation' }).waitFor();
    await page.screenshot({ path: 'pictures/walk-list.png', fullPage: true });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    const base = `/developers/${developer.id}/walk/${developer.appId}`;
    for (const q of ['law/miniProgramId', 'law/targetMarkets', 'law/isForMinors', 'notice/thirdPartyClause', 'notice/purposes', 'notice/inAppPath', 'notice/languages', 'notice/effectiveOn', 'notice/privacySetting', 'consent/basis', 'consent/consentScreen', 'consent/exemption', 'rights/rights']) {
      await page.goto(`${base}/${q}`);
      await page.getByRole('button', { name: 'Continue' }).waitFor();
      await page.screenshot({ path: `pictures/walk-${q.replace('/', '-')}.png`, fullPage: true });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.goto(`/developers/${developer.id}/walk/review`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.screenshot({ path: 'pictures/walk-review.png', fullPage: true });
    await expectAccessible(page);
    await page.goto(`/developers/${developer.id}/walk/sign`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.screenshot({ path: 'pictures/walk-sign.png', fullPage: true });
    await expectAccessible(page);
  }, 200_000);
});
