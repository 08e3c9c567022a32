import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inBrowser } from '../support/browser';
import { assembleCast, type Cast } from './cast';
import { languages, openGallery, picturesDirectory } from './gallery';
import { shownPages } from './pages';

// `npm run pictures` takes all of them, `npm run pictures -- -t keys` those whose name has "keys" in it.
inBrowser('pictures', () => {
  let gallery: ReturnType<typeof openGallery>;
  let cast: Cast;

  beforeAll(async () => {
    mkdirSync(picturesDirectory, { recursive: true });
    cast = await assembleCast();
    gallery = openGallery(cast);
  }, 400_000);

  it.each(shownPages)('$name', async (shown) => {
    for (const language of languages) {
      const page = await gallery.show(shown, language);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
        // As high as the page: what stands still beside it then reaches to its end.
        const height = await page.evaluate<number>('document.documentElement.scrollHeight');
        await page.setViewportSize({ width, height });
        const path = join(picturesDirectory, `${shown.name}.${language}.${width}.png`);
        await page.screenshot({ path, animations: 'disabled' });
      }
    }
  });
});
