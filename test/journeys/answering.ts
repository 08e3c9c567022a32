import type { Page } from 'playwright-core';
import { currentCatalogueVersion, fieldsFor } from '../../domain/catalogue';
import { holds } from '../../domain/catalogue/condition';
import type { Field } from '../../domain/catalogue/field';
import type { Language } from '../../domain/lifecycle/state';
import { obligations } from '../../domain/obligations';
import { completeAnswers } from '../../domain/obligations/sample-answers';
import type { SdkProductSlug } from '../../domain/products';
import { samplePolicyUrl } from '../../main/sample-policies';

/** A one-pixel PNG: evidence that holds nobody's data. */
const file = {
  name: 'consent.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** Whoever answers by mouse and keyboard in a page, and how many fields, choices and buttons it took so far. */
export interface Answering {
  page: Page;
  language: Language;
  inputs: number;
}

/** One thing a person does. */
export async function did(who: Answering, act: () => Promise<unknown>): Promise<void> {
  await act();
  who.inputs += 1;
}

/** Answers every question of an app with the sample's answers, from its first on, until the page where they are checked. */
export async function answerApp(who: Answering, product: SdkProductSlug): Promise<void> {
  const answers = completeAnswers(product, { privacyPolicyUrl: samplePolicyUrl(product) });
  for (const obligation of obligations) {
    const asked = fieldsFor(product, obligation, currentCatalogueVersion).filter(
      ({ askedWhen }) => !askedWhen || holds(askedWhen, answers) === true,
    );
    for (const field of asked) {
      await who.page.getByRole('heading', { level: 1, name: field.label[who.language], exact: true }).waitFor();
      await answer(who, field, answers[obligation][field.slug], `/${field.slug}`, 0);
      await did(who, () => who.page.locator('main button[type="submit"]').click());
    }
  }
}

/** Answers one field, or one of a row: `row` is the place of that row. */
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
      // The list of names closes when the field is left; until then it lies over the button.
      return page.keyboard.press('Tab');
    }
    case 'evidence':
      await did(who, () => page.locator('main input[type="file"]').setInputFiles(file));
      return page.getByText('SHA-256').waitFor();
    case 'path':
      return did(who, () => input.fill((value as string[]).join(' > ')));
    case 'place':
      return did(who, () => input.fill((value as { path: string[] }).path.join(' > ')));
    case 'group':
      return answerRow(who, field.fields, value, path, row);
    case 'table': {
      const rows = Object.entries(value as object);
      for (const [place, [name, told]] of rows.entries()) {
        await answerRow(who, field.columns, told, `${path}/${name}`, place);
        if (Array.isArray(value) && place < rows.length - 1)
          await did(who, () =>
            page.getByRole('button', { name: language === 'en' ? 'Add an entry' : '添加一条' }).click(),
          );
      }
      return;
    }
    case 'date':
      await did(who, () => input.fill(String(value)));
      // A day is taken, and its calendar closes, when the field is left.
      return page.keyboard.press('Tab');
    case 'country':
    case 'json':
    case 'longText':
    case 'number':
    case 'text':
    case 'url':
      return did(who, () => input.fill(String(value)));
  }
}

async function answerRow(who: Answering, fields: readonly Field[], told: unknown, path: string, row: number) {
  for (const field of fields) {
    const value = (told as Record<string, unknown>)[field.slug];
    if (value !== undefined) await answer(who, field, value, `${path}/${field.slug}`, row);
  }
}
