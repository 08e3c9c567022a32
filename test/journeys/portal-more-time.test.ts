import type { Page } from 'playwright-core';
import { inBrowser, windowOf } from '../support/browser';
import { expectGoodEverywhere } from '../support/everywhere';
import { startWorld, type World } from '../support/world';
import { advanceUntil, enrol, type JourneyDeveloper, onboard } from './people';

const headings = { en: 'Ask for more time', 'zh-CN': '申请延期' };
const plan = 'The consent screen ships with release 5.3 in two weeks; our counsel reviews it the week before.';

inBrowser('asking for more time', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;
  let dueOn: string;

  const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  const planOf = async (who: JourneyDeveloper) =>
    (await world.admin.call('GET', `/v1/developers/${who.id}`)).cycles[0]?.plans[0];
  const decide = async (outcome: 'grant' | 'refuse', reason: string) => {
    const { items } = await developer.api.call('GET', `/v1/developers/${developer.id}/extensions?state=open`);
    await world.am.call('POST', `/v1/extensions/${items[0].id}/decision`, { outcome, reason });
  };

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Later Larch');
    await onboard(world, developer);
    await advanceUntil(world, developer, 'due');
    dueOn = (await planOf(developer)).dueOn;
    page = await windowOf(world, developer.email);
  }, 240_000);

  it('is reached from the required actions, and says its limits before anything is asked', async () => {
    await page.goto(`/developers/${developer.id}`);
    await page.getByRole('link', { name: 'Ask for more time' }).click();
    await page.waitForURL(`**/developers/${developer.id}/more-time`);
    await page.getByText('You can ask once for each attestation.').waitFor();
    await page.getByText(/At most 30 days after the due day: until/).waitFor();
    await page.getByText('A person of the vendor decides, never the one who asked.').waitFor();
    await page.getByText('Your clock stands still until the answer.').waitFor();
    await page.getByText('You have not asked for more time yet.').waitFor();
    await expectGoodEverywhere(page, 'more-time-form', headings);
  }, 240_000);

  it('says what is missing, with a link to each', async () => {
    await page.getByRole('button', { name: 'Ask for more time' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'Something has to be put right first' });
    await summary.waitFor();
    expect(await summary.getByRole('link').count()).toBe(2);
    await expectGoodEverywhere(page, 'more-time-faults', headings);
    await summary.getByRole('link', { name: 'Say what you will do by then.' }).click();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
  }, 240_000);

  it('takes no day beyond the longest', async () => {
    await page.getByLabel('Until when').fill(later(dueOn, 31));
    await page.getByLabel('Your plan').fill(plan);
    await page.getByRole('button', { name: 'Ask for more time' }).click();
    await page.getByRole('alert').filter({ hasText: 'Something has to be put right first' }).waitFor();
    expect((await planOf(developer)).clock).toBe('running');
  });

  it('asks, and shows the request with a clock that stands still', async () => {
    await page.getByLabel('Until when').fill(later(dueOn, 20));
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Ask for more time' }).click();
    await page.getByText('Waits for its answer', { exact: true }).waitFor();
    await page.getByText(plan).waitFor();
    await page.getByText('A request of yours waits for its answer.').waitFor();
    expect(await planOf(developer)).toMatchObject({ clock: 'stopped', stoppedBy: 'extension' });
    await expectGoodEverywhere(page, 'more-time-open', headings);
  }, 240_000);

  it('shows the day that was granted, and that one request is all there is', async () => {
    await decide('grant', 'A sound plan.');
    await page.reload();
    await page.getByText('Granted', { exact: true }).waitFor();
    await page.getByText(/^Granted until/).waitFor();
    await page.getByText('A sound plan.').waitFor();
    await page.getByText('More time cannot be asked for now').waitFor();
    await page.getByText(/one request is all there is/).waitFor();
    expect((await planOf(developer)).dueOn).toBe(later(dueOn, 20));
    await expectGoodEverywhere(page, 'more-time-granted', headings);
  }, 240_000);

  it('can be taken back, which is asked twice; then it is used up', async () => {
    const other = await enrol(world, 'Withdrawn Willow');
    const own = await windowOf(world, other.email);
    const due = (await planOf(other)).dueOn;
    await own.goto(`/developers/${other.id}/more-time`);
    await own.getByLabel('Until when').fill(later(due, 5));
    await own.getByLabel('Your plan').fill(plan);
    await own.getByRole('button', { name: 'Ask for more time' }).click();
    await own.getByRole('button', { name: 'Take it back' }).click();
    await own.getByText('you cannot ask again for this attestation').waitFor();
    await own.getByRole('button', { name: 'Keep it' }).click();
    await own.getByRole('button', { name: 'Take it back' }).click();
    await own.getByRole('button', { name: 'Yes, take the request back' }).click();
    await own.getByText('Taken back', { exact: true }).waitFor();
    await own.getByText(/one request is all there is/).waitFor();
    expect((await planOf(other)).clock).toBe('running');
  }, 240_000);

  it('says why not once an app is restricted', async () => {
    const late = await enrol(world, 'Restricted Rowan');
    await onboard(world, late);
    await advanceUntil(world, late, 'restricted');
    const own = await windowOf(world, late.email);
    await own.goto(`/developers/${late.id}/more-time`);
    await own.getByText('A restriction or suspension has begun.').waitFor();
    expect(await own.getByRole('button', { name: 'Ask for more time' }).count()).toBe(0);
    await expectGoodEverywhere(own, 'more-time-restricted', headings);
    await own.getByRole('link', { name: 'Go on with the attestation' }).click();
    await own.waitForURL(`**/developers/${late.id}/walk`);
  }, 240_000);
});
