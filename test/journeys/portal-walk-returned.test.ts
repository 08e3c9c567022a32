import type { Page } from 'playwright-core';
import { attest, checked, review } from '../../main/attest';
import { expectAccessible, inBrowser, windowOf } from '../support/browser';
import { startWorld, type World } from '../support/world';
import { advanceUntil, attestAccepted, enrol, type JourneyDeveloper } from './people';

inBrowser('a returned item in the walk', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Returned');
    const [submission] = await attest(developer.api, developer.id);
    if (!submission) throw new Error('nothing was submitted');
    await checked(developer.api, developer.id, submission.id);
    await review(world.am, submission.id, 'return', ['notice']);
    page = await windowOf(world, developer.email);
  }, 240_000);

  it('says what came back, why, and in whose words; the rest stays accepted', async () => {
    await page.goto(`/developers/${developer.id}/walk`);
    await page.getByText('Returned: Notice').waitFor();
    await page.getByText('The quoted clause on third-party SDKs is not in the privacy policy.').waitFor();
    await page.getByText('隐私政策中没有所引用的第三方 SDK 条款。').waitFor();
    await page.getByText('Please quote the clause that names the SDK and its vendor.').waitFor();
    expect(await page.getByText('Accepted', { exact: true }).count()).toBe(3);
    await expectAccessible(page);
  });

  it('is mended right there, from what was submitted', async () => {
    await page.getByRole('link', { name: 'Notice', exact: true }).click();
    await page.getByRole('button', { name: 'Take my submitted answers and correct them' }).click();
    await page.getByText('These are the answers that were returned.').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: /^Change.*clause on third-party SDKs/ }).click();
    const clause = page.getByRole('textbox', { name: 'The clause on third-party SDKs, as it reads there' });
    await clause.fill(`${await clause.inputValue()} It is done on your phone.`);
    await page.getByRole('button', { name: 'Save and go back' }).click();
    await page.getByRole('heading', { level: 1, name: 'Notice to end users' }).waitFor();
    expect(await page.getByText('These are the answers that were returned.').count()).toBe(0);
  });

  it('is signed alone', async () => {
    await page.getByRole('link', { name: 'Continue', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Check your answers' }).waitFor();
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Notice to end users']);
    await page.getByRole('link', { name: 'Continue to sign' }).click();
    await page.getByLabel('Your full name').fill('Mei Lin');
    await page.getByLabel('Your position').fill('Head of Privacy');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Sign for 1 app' }).click();
    await page.waitForURL(/\/submissions\/signed\/sig_/);
    const { items } = await developer.api.call('GET', `/v1/developers/${developer.id}/submissions?sort=-signedAt`);
    expect(items[0].items.map((one: { obligation: string }) => one.obligation)).toEqual(['notice']);
  });

  it('stands a year later beside the field, never in it, and is used again by an act of its own', async () => {
    const other = await enrol(world, 'Again');
    await attestAccepted(world, other);
    await advanceUntil(world, other, 'due');
    const again = await windowOf(world, other.email);
    await again.goto(`/developers/${other.id}/walk/${other.appId}/law/sdkVersion`);
    const field = again.getByRole('textbox', { name: 'SDK version in production' });
    await again.getByText(/^On .* you answered:$/).waitFor();
    expect(await field.inputValue()).toBe('');
    await expectAccessible(again);
    await again.getByRole('button', { name: 'Use this answer again' }).click();
    expect(await field.inputValue()).toBe('5.2.1');
    await again.getByText('Saved', { exact: true }).waitFor();
  });
});
