import type { Page } from 'playwright-core';
import type { Field } from '../../domain/catalogue/field';
import { until } from '../support/until';

/** What has the focus: enough to know it by. */
interface Focused {
  tag: string;
  id: string;
  type: string;
  words: string;
}

/** What has the focus now. */
async function focused(page: Page): Promise<Focused> {
  return page.evaluate(
    `(() => { const at = document.activeElement; return { tag: at.tagName, id: at.id, type: at.type ?? '', words: (at.getAttribute('aria-label') ?? at.textContent ?? '').trim() }; })()`,
  );
}

/** Until what is looked for has the focus: a page gives it a moment after it is drawn. Throws, with what has it instead. */
export async function untilFocused(page: Page, isIt: (one: Focused) => boolean): Promise<void> {
  let last: Focused | undefined;
  const isThere = async () => isIt((last = await focused(page)));
  await until('it has the focus', isThere, { pollMs: 20 }).catch((fault: unknown) => {
    throw new Error(`${String(fault)}; ${JSON.stringify(last)} has it`);
  });
}

/** Presses Tab until what is looked for has the focus; fails when it never does. Returns how often it was pressed. */
export async function tabTo(page: Page, isIt: (one: Focused) => boolean): Promise<number> {
  for (let presses = 1; presses <= 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (isIt(await focused(page))) return presses;
  }
  throw new Error(`the keyboard does not lead there; it stands at ${JSON.stringify(await focused(page))}`);
}

/** Tabs to a button or a link of this name and presses Enter. */
export async function pressNamed(page: Page, name: string): Promise<void> {
  await tabTo(page, ({ tag, words }) => (tag === 'BUTTON' || tag === 'A') && words === name);
  await page.keyboard.press('Enter');
}

/** Answers one field by the keyboard, from the heading on. `file` is what a file field is given. Named rows that are all the same are filled in from the first. */
export async function answerByKeyboard(
  page: Page,
  field: Field,
  value: unknown,
  { path = `/${field.slug}`, file }: { path?: string; file: { name: string; mimeType: string; buffer: Buffer } },
): Promise<void> {
  const id = `answer${path.replaceAll('/', '-')}`;
  const here = () => tabTo(page, (one) => one.id === id);
  switch (field.kind) {
    case 'yesNo':
      await tabTo(page, ({ type }) => type === 'radio');
      await page.keyboard.press('Space');
      if (value === false) await page.keyboard.press('ArrowDown');
      return;
    case 'choice':
      await tabTo(page, ({ type }) => type === 'radio');
      await page.keyboard.press('Space');
      for (let place = 0; field.options[place]?.value !== value; place += 1) await page.keyboard.press('ArrowDown');
      return;
    case 'choices':
      for (const _chosen of value as string[]) {
        await tabTo(page, ({ type }) => type === 'checkbox');
        await page.keyboard.press('Space');
      }
      return;
    case 'countries':
    case 'languages': {
      const names = new Intl.DisplayNames('en', { type: field.kind === 'countries' ? 'region' : 'language' });
      await here();
      for (const code of value as string[]) {
        await page.keyboard.type(names.of(code) ?? code);
        await page.keyboard.press('Enter');
      }
      return;
    }
    case 'evidence': {
      await here();
      const choosing = page.waitForEvent('filechooser');
      // By the answer to this the browser knows that its dialog is ours to answer.
      await page.evaluate('0');
      await page.keyboard.press('Enter');
      const chooser = await choosing;
      await chooser.setFiles(file);
      await page.getByText('SHA-256').waitFor();
      return;
    }
    case 'path':
      await here();
      await page.keyboard.type((value as string[]).join(' > '));
      return;
    case 'place':
      await here();
      await page.keyboard.type((value as { path: string[] }).path.join(' > '));
      return;
    case 'table':
    case 'group': {
      const fields = field.kind === 'table' ? field.columns : field.fields;
      const rows: [string, Record<string, unknown>][] =
        field.kind === 'group' ? [['', value as Record<string, unknown>]] : Object.entries(value as object);
      const isFilledIn = !Array.isArray(value) && new Set(rows.map(([, row]) => JSON.stringify(row))).size === 1;
      for (const [row, answers] of rows) {
        for (const inside of fields) {
          if (answers[inside.slug] === undefined) continue;
          await answerByKeyboard(page, inside, answers[inside.slug], {
            path: `${path}${row && `/${row}`}/${inside.slug}`,
            file,
          });
        }
        if (Array.isArray(value) && Number(row) < value.length - 1) await pressNamed(page, 'Add an entry');
        if (rows.length > 1 && isFilledIn) {
          await tabTo(page, ({ words }) => words.startsWith('Use what I gave'));
          await page.keyboard.press('Enter');
          return;
        }
      }
      return;
    }
    case 'text':
    case 'url':
    case 'longText':
    case 'number':
    case 'date':
    case 'country':
    case 'json':
      await here();
      await page.keyboard.type(String(value));
  }
}
