import type { Page } from 'playwright-core';
import { currentCatalogueVersion, fieldsFor } from '../../domain/catalogue';
import { type Answers, holds } from '../../domain/catalogue/condition';
import type { Field } from '../../domain/catalogue/field';
import type { Language } from '../../domain/lifecycle/state';
import { type ObligationSlug, obligations } from '../../domain/obligations';
import type { SdkProductSlug } from '../../domain/products';

/** A one-pixel PNG: evidence that holds nobody's data. */
const file = {
  name: 'consent.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** Whoever answers by mouse and keyboard in a page, and how many fields, choices and buttons it took. */
export interface Answering {
  page: Page;
  language: Language;
  inputs: number;
}

/** Answers every question of an app, from its first on, until the page where the answers are checked. */
export async function answerApp(
  who: Answering,
  product: SdkProductSlug,
  answers: Readonly<Record<ObligationSlug, Answers>>,
): Promise<void> {
  for (const obligation of obligations) {
    const asked = fieldsFor(product, obligation, currentCatalogueVersion).filter(
      ({ askedWhen }) => !askedWhen || holds(askedWhen, answers) === true,
    );
    for (const field of asked) {
      const heading = { level: 1, name: field.label[who.language], exact: true } as const;
      await who.page.getByRole('heading', heading).waitFor();
      await answer(who, field, answers[obligation][field.slug], `/${field.slug}`, 0);
      await did(who, () => who.page.locator('main button[type="submit"]').click());
    }
  }
}

/** One thing a person does. */
export async function did(who: Answering, act: () => Promise<unknown>): Promise<void> {
  await act();
  who.inputs += 1;
}

async function answer(who: Answering, field: Field, value: unknown, path: string, row: number): Promise<void> {
  const { page, language } = who;
  const input = page.locator(`[id="answer${path.replaceAll('/', '-')}"]`);
  const choose = (kind: 'radio' | 'checkbox', chosen: string) =>
    did(who, () => page.locator(`main input[type="${kind}"][value="${chosen}"]`).nth(row).check());
  switch (field.kind) {
    case 'yesNo':
    case 'choice':
      return choose('radio', String(value));
    case 'choices':
      for (const chosen of value as string[]) await choose('checkbox', chosen);
      return;
    case 'countries':
    case 'languages': {
      const names = new Intl.DisplayNames(language, { type: field.kind === 'countries' ? 'region' : 'language' });
      for (const code of value as string[]) {
        await did(who, () => input.pressSequentially(names.of(code) ?? code));
        await page.keyboard.press('Enter');
      }
      return;
    }
    case 'evidence':
      await did(who, () => page.locator('main input[type="file"]').setInputFiles(file));
      await page.getByText('SHA-256').waitFor();
      return;
    case 'path':
      return did(who, () => input.fill((value as string[]).join(' > ')));
    case 'place':
      return did(who, () => input.fill((value as { path: string[] }).path.join(' > ')));
    case 'group':
      for (const inside of field.fields)
        await answerInside(who, inside, value as Record<string, unknown>, `${path}/${inside.slug}`, row);
      return;
    case 'table': {
      const rows = Object.entries(value as Record<string, Record<string, unknown>>);
      for (const [place, [name, told]] of rows.entries()) {
        for (const inside of field.columns)
          await answerInside(who, inside, told, `${path}/${name}/${inside.slug}`, place);
        const isLast = place === rows.length - 1;
        if (Array.isArray(value) && !isLast)
          await did(who, () => page.getByRole('button', { name: language === 'en' ? 'Add an entry' : /添加/ }).click());
      }
      return;
    }
    default:
      await did(who, () => input.fill(String(value)));
      // A day is taken when the field is left.
      if (field.kind === 'date') await page.keyboard.press('Enter');
  }
}

async function answerInside(
  who: Answering,
  field: Field,
  row: Record<string, unknown>,
  path: string,
  place: number,
): Promise<void> {
  if (row[field.slug] !== undefined) await answer(who, field, row[field.slug], path, place);
}
