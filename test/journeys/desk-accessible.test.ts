import type { Page } from 'playwright-core';
import { attest, checked } from '../../main/attest';
import { inBrowser, untilShown, windowOf } from '../support/browser';
import { expectGoodAtEachWidth } from '../support/everywhere';
import { startWorld, type World } from '../support/world';
import { enrol, type JourneyDeveloper } from './people';

/** Every page of the desk, by its address below /desk; `dev` and `sub` stand for those of the test. */
const pages = [
  '',
  '/developers',
  '/developers/dev',
  '/developers/dev/notices',
  '/developers/dev/timeline',
  '/developers/dev/requests',
  '/developers/dev/findings',
  '/developers/dev/suspensions',
  '/developers/dev/notes',
  '/reviews',
  '/reviews/sub',
  '/enforcement',
  '/enforcement/holds',
  '/enforcement/releases',
  '/enforcement/wrongful',
  '/legal',
  '/legal/extensions',
  '/legal/appeals',
];

inBrowser('every page of the desk, in both languages, at each width', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let submissionId: string;
  const windows = new Map<'en' | 'zh-CN', Page>();

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Foxglove');
    submissionId = (await attest(developer.api, developer.id))[0]?.id ?? '';
    await checked(developer.api, developer.id, submissionId);
    for (const language of ['en', 'zh-CN'] as const)
      windows.set(language, await windowOf(world, 'am@vendor.example', { language }));
  }, 300_000);

  it.each(pages)(
    'keeps to WCAG 2.2 AA and does not scroll sideways: /desk%s',
    async (address) => {
      for (const [language, page] of windows) {
        const path = address.replace('/dev/', `/${developer.id}/`).replace(/\/dev$/, `/${developer.id}`);
        await page.goto(`/desk${path.replace('/sub', `/${submissionId}`)}`);
        await untilShown(page);
        expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toMatch(/nothing here|没有可供您查看/);
        await expectGoodAtEachWidth(page, language);
      }
    },
    180_000,
  );
});
