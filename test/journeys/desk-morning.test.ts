import type { Page } from 'playwright-core';
import { attest, checked } from '../../main/attest';
import { expectAccessible, expectRefusals, inBrowser, windowOf } from '../support/browser';
import { startWorld, type World } from '../support/world';
import { enrol, type JourneyDeveloper } from './people';

const dayMs = 86_400_000;

inBrowser('a morning at the desk', () => {
  let world: World;
  let developers: JourneyDeveloper[];
  let submissions: string[];
  let late: JourneyDeveloper;
  let page: Page;

  beforeAll(async () => {
    world = await startWorld();
    developers = [];
    submissions = [];
    for (const name of ['Acorn', 'Birch', 'Cedar', 'Damson']) {
      const developer = await enrol(world, name);
      const [submission] = await attest(developer.api, developer.id);
      await checked(developer.api, developer.id, submission?.id ?? '');
      developers.push(developer);
      submissions.push(submission?.id ?? '');
    }
    late = await enrol(world, 'Elder');
    await late.api.call('POST', `/v1/developers/${late.id}/extensions`, {
      untilOn: new Date(Date.now() + 40 * dayMs).toISOString().slice(0, 10),
      plan: 'The release leaves in two weeks; legal signs after it.',
    });
    page = await windowOf(world, 'am@vendor.example');
  }, 300_000);

  const reviewOf = (index: number) => world.am.call('GET', `/v1/reviews/${submissions[index]}`);
  const statesOf = async (index: number) =>
    (await reviewOf(index)).items.map(({ state }: { state: string }) => state).sort();
  const said = (text: string | RegExp) => page.getByText(text).first().waitFor();
  /** The letters are heard a moment after the review is drawn: with the title of the window. */
  const lettersWork = () => page.waitForFunction(`document.title.includes(': review')`);
  const open = async (index: number) => {
    await page.goto(`/desk/reviews/${submissions[index]}`);
    await said('Item 1 of 4');
    await lettersWork();
  };

  it('begins with what needs the account manager', async () => {
    await page.goto('/');
    await page.waitForURL('**/desk');
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.getByRole('article', { name: 'Reviews' }).getByText('4', { exact: true }).waitFor();
    await page.getByRole('article', { name: 'Extensions to decide' }).getByRole('link', { name: late.name }).waitFor();
    await page.getByRole('region', { name: /Apps by standing/ }).waitFor();
  });

  it('goes through a review with the keyboard alone: four items accepted', async () => {
    await page.goto('/desk/reviews');
    await page.getByRole('link', { name: /^Review Acorn app/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /: review$/ }).waitFor();
    await lettersWork();
    const opened = submissions.indexOf(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    for (const at of [1, 2, 3, 4]) {
      await said(`Item ${at} of 4`);
      await page.keyboard.press('a');
    }
    await page.getByRole('heading', { name: 'Every item is decided' }).waitFor();
    expect(await statesOf(opened)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    // The way to the next review has the focus: Enter goes on.
    await page.waitForFunction(`document.activeElement?.textContent.startsWith('Next:')`);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith(submissions[opened] ?? ''));
    submissions.splice(opened, 1);
    developers.splice(opened, 1);
  });

  it('accepts another whole with one click', async () => {
    await page.goto(`/desk/reviews/${submissions[0]}`);
    await page.getByRole('button', { name: 'Accept the 4 items that are left' }).click();
    await page.getByRole('heading', { name: 'Every item is decided' }).waitFor();
    expect(new Set(await statesOf(0))).toEqual(new Set(['accepted']));
  });

  it('shows the evidence and holds it to its hash', async () => {
    await open(1);
    await page.keyboard.press('j');
    await said('Item 2 of 4');
    await page.keyboard.press('j');
    await said('Item 3 of 4');
    const picture = page.getByRole('img', { name: /^Evidence consent-screen/ }).first();
    await picture.waitFor();
    expect(await picture.evaluate('(image) => image.decode().then(() => image.naturalWidth)')).not.toBe(0);
    await page.getByRole('button', { name: 'Check the hash' }).first().click();
    await said('The file as served has the hash on record.');
  });

  it('asks about an item by the keyboard; the developer answers in words, and the answer stands beside it', async () => {
    await open(1);
    await page.keyboard.press('q');
    await page.getByRole('button', { name: 'Send the question' }).click();
    await said('Say what you want to know.');
    const question = page.getByRole('textbox', { name: 'Question to the developer' });
    await question.fill('Which of your two policies is it?');
    await question.press('Control+Enter');
    await said('No answer yet. Nothing waits for it: decide whenever you can.');
    await expectAccessible(page);
    const { id, email } = developers[1] as JourneyDeveloper;
    const mail = await world.inbox.waitFor(email, /^A question about your attestation/);
    expect(mail.text).toContain(`/developers/${id}/submissions/${submissions[1]}\n`);
    const theirs = await windowOf(world, email);
    await theirs.goto(`/developers/${id}`);
    await theirs.getByText('Which of your two policies is it?').waitFor();
    await theirs.getByRole('link', { name: 'Answer the question' }).click();
    await theirs.getByRole('textbox', { name: 'Your answer' }).waitFor();
    await expectAccessible(theirs);
    await theirs.getByRole('button', { name: 'Send the answer' }).click();
    await theirs.getByText('Write your answer.').waitFor();
    await theirs.keyboard.type('The one of the app, section 4.2.');
    await theirs.keyboard.press('Control+Enter');
    await theirs.getByText(/^You answered/).waitFor();
    // Nobody decided anything, and the page shows it by itself all the same.
    await page.getByText('The one of the app, section 4.2.').waitFor();
    await said(/^Mei Lin answered/);
    await page.goto('/desk');
    const answers = page.getByRole('article', { name: 'Answers to questions' });
    await answers.getByText(/you asked/).waitFor();
    await answers.getByRole('link').click();
    await said('The one of the app, section 4.2.');
    expect(new Set(await statesOf(1))).toEqual(new Set(['submitted']));
  });

  it.each([1, 2])(
    'returns one item with a reason and a sentence, and says what is missing first (%i)',
    async (index) => {
      await open(index);
      await page.keyboard.press('j');
      await said('Item 2 of 4');
      await page.keyboard.press('r');
      await page.getByRole('button', { name: 'Return this item' }).click();
      await said('Choose a reason.');
      await said('Say what is to be mended, in a sentence.');
      await page.getByRole('combobox', { name: 'Reason' }).click();
      await page.getByRole('option', { name: 'The privacy policy does not name the SDK.' }).click();
      const sentence = page.getByRole('textbox', { name: 'Sentence for the developer' });
      await sentence.fill('Please name the SDK where the third parties are listed.');
      await sentence.press('Control+Enter');
      await said('Item 3 of 4');
      const item = (await reviewOf(index)).items.find(({ state }: { state: string }) => state === 'returned');
      expect(item).toMatchObject({
        obligation: 'notice',
        reasonCode: 'sdk-not-named',
        reason: 'Please name the SDK where the third parties are listed.',
      });
    },
  );

  it('tells the second of two reviewers who was quicker, and changes nothing', async () => {
    await open(1);
    const [first] = (await reviewOf(1)).items;
    // The answer of the server is held back, so that both stand before the same item.
    await page.route('**/decisions', async (route) => {
      await world.lead.call('POST', `/v1/reviews/${submissions[1]}/decisions`, {
        items: [{ requirementId: first.requirementId, outcome: 'accept' }],
      });
      await route.continue();
    });
    await page.getByRole('button', { name: /^Accept A?$/ }).click();
    await page.getByText('Vendor lead was quicker').waitFor();
    await page.getByText(/Accepted by Vendor lead/).waitFor();
    await page.unroute('**/decisions');
    expectRefusals(page, /409/);
  });

  it('decides the extension until a day', async () => {
    await page.goto('/desk/legal/extensions');
    const request = page.getByRole('article').filter({ hasText: late.name });
    await request.getByRole('button', { name: 'Grant' }).click();
    const dialog = page.getByRole('dialog', { name: 'Grant' });
    await dialog.getByRole('button', { name: 'Grant' }).click();
    await dialog.getByText('Say why, in a sentence.').waitFor();
    await dialog.getByRole('textbox', { name: 'Why' }).fill('The plan is sound.');
    await dialog.getByRole('button', { name: 'Grant' }).click();
    await page.getByRole('heading', { name: 'No request here' }).waitFor();
    const { items } = await world.am.call('GET', `/v1/developers/${late.id}/extensions`);
    expect(items[0]).toMatchObject({ state: 'granted', reason: 'The plan is sound.' });
  });

  it('tells of all of it in the timeline, with who and why', async () => {
    await page.goto(`/desk/developers/${late.id}/timeline?decision=extension.granted`);
    await page.getByText('by Vendor am').waitFor();
    await page.getByText('The plan was found sound').waitFor();
  });

  it('shows a button that is not for the role with its reason', async () => {
    await page.goto('/desk/enforcement/holds');
    await page.getByRole('button', { name: 'Hold everybody', disabled: true }).waitFor();
    await page.getByText('This is for leads and administrators.').first().waitFor();
  });
});
