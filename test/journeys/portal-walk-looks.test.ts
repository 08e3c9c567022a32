import type { Page } from 'playwright-core';
import { fillIn } from '../../main/attest';
import { inBrowser, windowOf } from '../support/browser';
import { expectGoodAtEachWidth } from '../support/everywhere';
import { startWorld, type World } from '../support/world';
import { enrol, type JourneyDeveloper } from './people';

inBrowser('how the walk looks', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Looks', { product: 'wechat-mini' });
    await developer.api.call('POST', `/v1/developers/${developer.id}/apps`, {
      name: 'A second app with a rather long name, as names of apps are 长名称应用',
      sdkProduct: 'native',
    });
    await fillIn(developer.api, developer.id);
    page = await windowOf(world, developer.email);
  }, 240_000);

  /** One question of each kind of field, as the catalogue has them for a mini program. */
  const questions = {
    text: 'law/miniProgramId',
    countries: 'law/targetMarkets',
    yesNo: 'law/isForMinors',
    longText: 'notice/thirdPartyClause',
    choices: 'notice/purposes',
    path: 'notice/inAppPath',
    languages: 'notice/languages',
    date: 'notice/effectiveOn',
    json: 'notice/privacySetting',
    choice: 'consent/basis',
    evidence: 'consent/consentScreen',
    group: 'consent/exemption',
    table: 'rights/rights',
  };

  const walk = () => `/developers/${developer.id}/walk`;
  const pages: [string, () => string][] = [
    ['list', walk],
    ['review', () => `${walk()}/review`],
    ['sign', () => `${walk()}/sign`],
    ...Object.entries(questions).map(([kind, question]): [string, () => string] => [
      kind,
      () => `${walk()}/${developer.appId}/${question}`,
    ]),
  ];

  it.each(pages)('keeps to WCAG 2.2 AA, without sideways scroll, in both languages: %s', async (_name, address) => {
    await page.goto(address());
    for (const [language, other] of [
      ['en', '简体中文'],
      ['zh-CN', 'English'],
    ] as const) {
      await page.locator(`html[lang="${language}"] main h1`).waitFor();
      await page.waitForLoadState('networkidle');
      await expectGoodAtEachWidth(page, language);
      await page.getByRole('button', { name: other }).click();
    }
  });
});
