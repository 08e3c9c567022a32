import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './browser';

type Language = 'en' | 'zh-CN';

const widths = [1280, 768, 360];
/** Where axe looks, which takes a second each time: each layout once, each language once. `npm run accessible` looks at all. */
const lookedAt: Readonly<Record<Language, readonly number[]>> = { en: [1280], 'zh-CN': [360] };

/**
 * The page as it stands in this language keeps to WCAG 2.2 AA and scrolls sideways at no width; it is 1280 px wide afterwards.
 * With AVOW_PICTURES set, pictures of it are kept there under this name.
 */
export async function expectGoodAtEachWidth(page: Page, language: Language, name?: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    if (lookedAt[language].includes(width)) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    if (name !== undefined) await picture(page, `${name}-${language}-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/**
 * The same in both languages, of a page that is English before and after. `headings`: what its first heading says in each.
 */
export async function expectGoodEverywhere(
  page: Page,
  name: string,
  headings: Readonly<Record<Language, string | RegExp>>,
): Promise<void> {
  const look = async (language: Language) => {
    await page.getByRole('heading', { level: 1, name: headings[language] }).waitFor();
    await expectGoodAtEachWidth(page, language, name);
  };
  await look('en');
  await page.getByRole('button', { name: '简体中文' }).click();
  await look('zh-CN');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: headings.en }).waitFor();
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.AVOW_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
