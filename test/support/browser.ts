import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { startSession } from '../../db/workspace/sessions';
import { normaliseEmail } from '../../db/workspace/sign-in-links';
import type { Language } from '../../domain/lifecycle/state';
import { cookieName } from '../../server/cookies';
import { whenPresent, whereIs } from './requirements';
import type { World } from './world';

/** Journeys in Chromium: skipped in words where it is missing, a failure under REQUIRE_ALL=1. */
export function inBrowser(name: string, block: () => void): void {
  const isThere = () =>
    browserPath() !== undefined ||
    'no Chromium is on the PATH: apt-get install chromium-headless-shell (or chromium) fonts-noto-cjk';
  whenPresent(name, isThere, block);
}

/** The same engine without the surroundings of a browser, where it is there: a journey takes a third less of the processor. */
const browserPath = () => whereIs('chromium-headless-shell') ?? whereIs('chromium');

interface Opening {
  language?: Language;
  /** Width of the window in CSS pixels; 1280 by default. */
  width?: number;
  height?: number;
  /** IANA name of the browser's own zone; Asia/Shanghai by default. */
  timeZone?: string;
}

let browser: Promise<Browser> | undefined;
const complaints = new WeakMap<Page, string[]>();
const expected = new WeakMap<Page, RegExp[]>();
const opened: Page[] = [];

/** A window of its own, with cookies of its own. What it complains of fails the test file's `afterEach`. */
export async function openWindow(world: World, opening: Opening = {}): Promise<Page> {
  browser ??= chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] });
  const context = await (await browser).newContext({
    baseURL: world.serverUrl,
    locale: opening.language ?? 'en',
    timezoneId: opening.timeZone ?? 'Asia/Shanghai',
    viewport: { width: opening.width ?? 1280, height: opening.height ?? 900 },
    reducedMotion: 'reduce',
  });
  // A busy machine takes its time; what never comes is told all the same.
  context.setDefaultTimeout(60_000);
  return watch(context);
}

/** A window in which the person of this address is signed in already. */
export async function windowOf(world: World, email: string, opening: Opening = {}): Promise<Page> {
  const page = await openWindow(world, opening);
  const { id } = await world.db
    .selectFrom('people')
    .select('id')
    .where('emailNormalised', '=', normaliseEmail(email))
    .executeTakeFirstOrThrow();
  const { secret } = await startSession(world.db, id, 'browser', Date.now());
  await page.context().addCookies([{ name: cookieName(world.serverUrl), value: secret, url: world.serverUrl }]);
  return page;
}

/** Another tab of the same person. */
export function anotherTab(page: Page): Promise<Page> {
  return watch(page.context());
}

/**
 * Answers that a test expects to be refused (`/v1/…`): the browser notes each in its console, and tells of it a little earlier or later
 * than of what the page makes of it. From here on such lines are no complaint of this page; all others stay one.
 */
export function expectRefusals(page: Page, pattern: RegExp): void {
  expected.set(page, [...(expected.get(page) ?? []), pattern]);
}

/** No violation of WCAG 2.2 AA on the page as it stands. Names each with the elements at fault. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
}

/** The violations of WCAG 2.2 AA on the page as it stands. */
export async function violationsOn(page: Page): Promise<Violation[]> {
  // Transitions end first: half-faded text has half its contrast.
  await page.evaluate(
    `Promise.all(document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity).map((one) => one.finished.catch(() => undefined))).then(() => undefined)`,
  );
  // Read once for each document: it is long.
  if (!(await page.evaluate<boolean>(`typeof axe === 'object'`))) await page.evaluate(axe);
  return page.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], iframes: false })
      .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.target.join(' ') + ': ' + node.failureSummary) })))`,
  );
}

/** Nothing is wider than the window: no page scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  let pixels = await sidewaysPixels(page);
  // What hears of a new width is drawn for it a moment later.
  for (let tries = 0; pixels > 0 && tries < 30; tries += 1) {
    await page.waitForTimeout(100);
    pixels = await sidewaysPixels(page);
  }
  expect(pixels).toBeLessThanOrEqual(0);
}

/** How many pixels the page is wider than its window. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Until the page shows what it is about: its heading is there, and nothing is on its way any more. */
export async function untilShown(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
}

export interface Violation {
  id: string;
  at: string[];
}

// Evaluated by the debugger's protocol, so the page's policy need not let it in.
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

async function watch(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const lines: string[] = [];
  complaints.set(page, lines);
  opened.push(page);
  page.on('pageerror', (fault) => lines.push(`page error: ${fault.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') lines.push(`console: ${message.text()} ${message.location().url}`);
  });
  await page.addInitScript(
    `document.addEventListener('securitypolicyviolation', (event) => console.error('policy violated: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));`,
  );
  return page;
}

/** What was heard since the last time, but for what was expected. */
function heard(page: Page): string[] {
  const lines = complaints.get(page)?.splice(0) ?? [];
  return lines.filter((line) => !expected.get(page)?.some((pattern) => pattern.test(line)));
}

afterEach(() => {
  expect(opened.flatMap(heard)).toEqual([]);
});

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
  opened.length = 0;
});
