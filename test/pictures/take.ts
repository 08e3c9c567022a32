import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inBrowser } from '../support/browser';
import { assembleCast, type Cast } from './cast';
import { languages, openGallery, picturesDirectory } from './gallery';
import { readmePictures, type ShownPage, shownPages } from './pages';

/** Part of the repository: as small as what people fetch with it should be. */
const readmeDirectory = join(__dirname, '..', '..', 'docs', 'pictures');
const readmeBytes = 150_000;

// `npm run pictures` takes all of them, `npm run pictures -- -t keys` those whose name has "keys" in it, `-t README` those of the README.
inBrowser('pictures', () => {
  let gallery: ReturnType<typeof openGallery>;
  let cast: Cast;

  beforeAll(async () => {
    for (const directory of [picturesDirectory, readmeDirectory]) mkdirSync(directory, { recursive: true });
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

  it.each(readmePictures)('README: $name', async ({ name, language, width, height }) => {
    const page = await gallery.show(shownPages.find((shown) => shown.name === name) as ShownPage, language);
    await page.setViewportSize({ width, height });
    await page.evaluate('window.scrollTo(0, 0)');
    const path = join(readmeDirectory, `${name}.png`);
    await page.screenshot({ path, animations: 'disabled' });
    expect(statSync(path).size).toBeLessThanOrEqual(readmeBytes);
  });
});
