import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '../../domain/lifecycle/state';
import { expectRefusals, openWindow, untilShown, windowOf } from '../support/browser';
import type { Cast } from './cast';
import { isStaff, type ShownPage } from './pages';

/** Where pictures and tables go; ignored by git. */
export const picturesDirectory = join(__dirname, '..', '..', 'pictures');

export const languages: readonly Language[] = ['en', 'zh-CN'];

/** Windows of a cast, one for each person and language, opened when they are first looked through. */
export function openGallery(cast: Cast) {
  const windows = new Map<string, Promise<Page>>();
  const windowFor = (shown: ShownPage, language: Language) => {
    const email = shown.as === null ? null : isStaff(shown) ? shown.as : cast.of(shown.as).email;
    const name = `${email} ${language}`;
    const opened =
      windows.get(name) ?? (email ? windowOf(cast.world, email, { language }) : openWindow(cast.world, { language }));
    windows.set(name, opened);
    return opened;
  };
  return {
    /** The page, shown and at rest. Some are refusals, on purpose. */
    async show(shown: ShownPage, language: Language): Promise<Page> {
      const page = await windowFor(shown, language);
      const who = cast.of(shown.as === null || isStaff(shown) ? 'new' : shown.as);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(await shown.path(who, cast));
      await untilShown(page);
      expectRefusals(page, /the server responded with a status of 4(04|10)/);
      return page;
    },
  };
}
