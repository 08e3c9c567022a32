import type { Page } from 'playwright-core';
import { fieldsFor } from '../../domain/catalogue';
import { type Answers, holds } from '../../domain/catalogue/condition';
import { type ObligationSlug, obligations } from '../../domain/obligations';
import { completeAnswers } from '../../domain/obligations/sample-answers';
import { samplePolicyUrl } from '../../main/sample-policies';
import { inBrowser, windowOf } from '../support/browser';
import { startWorld, type World } from '../support/world';
import { answerByKeyboard, pressNamed, tabTo, untilFocused } from './keyboard';
import { enrol, type JourneyDeveloper } from './people';

/** A one-pixel PNG: evidence that holds nobody's data. */
const file = {
  name: 'consent.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

inBrowser('the first attestation of an app, by the keyboard alone', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;
  const sample = completeAnswers('native', { privacyPolicyUrl: samplePolicyUrl('native') });
  const right = {
    place: { path: ['Me', 'Privacy'] },
    steps: 2,
    responseWorkingDays: 5,
    contact: 'privacy@harbourlight.example',
  };
  const rights = { choose: right, access: right, revise: right, delete: right, withdraw: right };
  const answers: Record<ObligationSlug, Answers> = { ...sample, rights: { ...sample.rights, rights } };

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Keys only');
    page = await windowOf(world, developer.email);
  }, 240_000);

  it('begins at the list of steps', async () => {
    await page.goto(`/developers/${developer.id}/walk`);
    await page.getByRole('heading', { level: 1, name: 'Attestation' }).waitFor();
    await pressNamed(page, 'Law');
  });

  it.each(obligations)(
    'answers "%s", one question after the other, each begun at its heading',
    async (obligation) => {
      const { version } = await catalogueVersion();
      const asked = fieldsFor('native', obligation, version).filter(
        ({ askedWhen }) => !askedWhen || holds(askedWhen, answers) === true,
      );
      for (const field of asked) {
        await page.getByRole('heading', { level: 1, name: field.label.en, exact: true }).waitFor();
        await untilFocused(page, ({ tag, words }) => tag === 'H1' && words === field.label.en);
        const value = answers[obligation][field.slug];
        await answerByKeyboard(page, field, value, { file });
        await pressNamed(page, 'Continue');
      }
    },
    240_000,
  );

  it('checks the answers: nothing is missing', async () => {
    await page.getByRole('heading', { level: 1, name: 'Check your answers' }).waitFor();
    expect(await page.getByText('still missing').count()).toBe(0);
    expect(await draftOf('law')).toEqual(answers.law);
    expect(await draftOf('rights')).toEqual(answers.rights);
    await pressNamed(page, 'Continue to sign');
  });

  it('signs by an act of its own, with nothing ticked beforehand', async () => {
    await page.getByRole('heading', { level: 1, name: 'Sign', exact: true }).waitFor();
    expect(await page.getByRole('checkbox').isChecked()).toBe(false);
    await pressNamed(page, 'Sign for 1 app');
    await page.getByText('State that you are authorised to sign.').first().waitFor();
    await untilFocused(page, ({ words }) => words.includes('Type your full name.'));
    await tabTo(page, ({ id }) => id === 'answer-typedName');
    await page.keyboard.type('Mei Lin');
    await tabTo(page, ({ id }) => id === 'answer-typedTitle');
    await page.keyboard.type('Head of Privacy');
    await tabTo(page, ({ type }) => type === 'checkbox');
    await page.keyboard.press('Space');
    await pressNamed(page, 'Sign for 1 app');
    await page.waitForURL(/\/submissions\/signed\/sig_/);
    const { items } = await developer.api.call('GET', `/v1/developers/${developer.id}/submissions`);
    expect(items).toHaveLength(1);
    expect(page.url()).toContain(items[0].signatureId);
  });

  it('then shows every step as being in review', async () => {
    await page.goto(`/developers/${developer.id}/walk`);
    await page.getByText('In review').first().waitFor();
    expect(await page.getByText('In review').count()).toBe(4);
  });

  async function catalogueVersion(): Promise<{ version: string }> {
    return developer.api.call('GET', '/v1/catalogue');
  }

  async function draftOf(obligation: string): Promise<Answers> {
    const { apps } = await developer.api.call('GET', `/v1/developers/${developer.id}/signing`);
    const statements: { obligation: string; answers: Answers }[] = apps[0].statements;
    return statements.find((one) => one.obligation === obligation)?.answers ?? {};
  }
});
