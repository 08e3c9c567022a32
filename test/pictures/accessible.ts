import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inBrowser, sidewaysPixels, violationsOn } from '../support/browser';
import { assembleCast } from './cast';
import { languages, openGallery, picturesDirectory } from './gallery';
import { shownPages } from './pages';

/** A desk, a tablet, a desk at 200 % zoom (half of 1280), a phone. */
const widths = [1280, 768, 640, 360];

inBrowser('every page, in both languages, at each width', () => {
  let gallery: ReturnType<typeof openGallery>;
  const rows: { name: string; runs: number; violations: number }[] = [];

  beforeAll(async () => {
    gallery = openGallery(await assembleCast());
  }, 900_000);

  it.each(shownPages)(
    'keeps to WCAG 2.2 AA and does not scroll sideways: $name',
    async (shown) => {
      const row = { name: shown.name, runs: 0, violations: 0 };
      rows.push(row);
      const faults: unknown[] = [];
      for (const language of languages) {
        const page = await gallery.show(shown, language);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          const violations = await violationsOn(page);
          const sideways = await sidewaysPixels(page);
          row.runs += 1;
          row.violations += violations.length;
          if (violations.length > 0 || sideways > 0) faults.push({ language, width, sideways, violations });
        }
      }
      expect(faults).toEqual([]);
    },
    180_000,
  );

  // After each page: a run that is cut off leaves what it saw.
  afterEach(() => {
    const sum = (key: 'runs' | 'violations') => rows.reduce((total, row) => total + row[key], 0);
    const lines = rows.map(({ name, runs, violations }) => `| ${name} | ${runs} | ${violations} |`);
    const table = [
      '| page | axe runs | violations |',
      '|---|---:|---:|',
      ...lines,
      `| all | ${sum('runs')} | ${sum('violations')} |`,
    ].join('\n');
    mkdirSync(picturesDirectory, { recursive: true });
    writeFileSync(join(picturesDirectory, 'axe.md'), `${table}\n`);
  });
});
