import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './browser';

const widths = [1280, 768, 360];

/**
 * The page as it stands keeps to WCAG 2.2 AA and never scrolls sideways, at each width and in both languages; it is English before and
 * after. `headings`: what its first heading says in each. With AVOW_PICTURES set, pictures of it are kept there under this name.
 */
export async function expectGoodEverywhere(
  page: Page,
  name: string,
  headings: { en: string | RegExp; 'zh-CN': string | RegExp },
): Promise<void> {
  const look = async (language: 'en' | 'zh-CN') => {
    await page.getByRole('heading', { level: 1, name: headings[language] }).waitFor();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await picture(page, `${name}-${language}-${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
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
