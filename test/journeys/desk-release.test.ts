import type { Page } from 'playwright-core';
import { alertsIn, doubledIn, suspendedIn, waitingIn } from '../../main/demo/mass-lapse-figures';
import type { Lapsed } from '../../main/demo/mass-lapse-past';
import { expectAccessible, inBrowser, windowOf } from '../support/browser';
import { massLapse } from '../support/mass-lapse';
import { until } from '../support/until';
import { startWorld, type World } from '../support/world';
import { verify } from './people';

/** As many as the budget of an hour allows. */
const budget = 10;
const count = budget + 4;

inBrowser('a mass lapse that two people release at the desk', () => {
  let world: World;
  let lapsed: Lapsed[];
  let lead: Page;

  beforeAll(async () => {
    world = await startWorld();
    lapsed = await massLapse(world, count);
    lead = await windowOf(world, 'lead@vendor.example');
    await lead.goto('/desk');
    await lead.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await world.startWorker();
  }, 300_000);

  const standing = async () =>
    Promise.all(lapsed.map(async ({ key }) => (await verify(world, key)).valid)).then(
      (valid) => valid.filter(Boolean).length,
    );

  it('stops at the budget, and tells the lead by mail and on the open page', async () => {
    await lead.getByText(`${count - budget} steps wait for a release: the budget is spent`).waitFor();
    await until('the others wait', async () => (await waitingIn(world.db)) === count - budget);
    expect(await suspendedIn(world.db)).toBe(budget);
    expect(await standing()).toBe(count - budget);
    await world.inbox.waitFor('lead@vendor.example', /budget is spent/i);
    expect(await alertsIn(world.inbox)).toBe(1);
  }, 240_000);

  it('waits for a second person when the first has named the steps', async () => {
    await lead.getByRole('link', { name: 'See what waits' }).click();
    await lead.getByRole('checkbox', { name: 'Choose all that wait for the budget' }).check();
    await expectAccessible(lead);
    await lead.getByRole('button', { name: `Propose to release ${count - budget} steps` }).click();
    const dialog = lead.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Their account managers reached every one of them.');
    await dialog.getByRole('button', { name: `Propose to release ${count - budget} steps` }).click();
    await lead.getByText('Proposed. Another person has to confirm it now.').waitFor();
    await lead.goto('/desk/enforcement/releases');
    await lead.getByRole('link', { name: `Release of ${count - budget} steps` }).click();
    await lead.getByRole('button', { name: `Release ${count - budget} steps`, disabled: true }).waitFor();
    // The server holds to it too, whatever a page shows.
    const { items } = await world.lead.call('GET', '/v1/enforcement/releases?state=proposed');
    await expect(world.lead.call('POST', `/v1/enforcement/releases/${items[0].id}/confirm`)).rejects.toMatchObject({
      code: 'release.same-person',
    });
    expect(await suspendedIn(world.db)).toBe(budget);
  }, 240_000);

  it('is released by another, runs once, and shows that on the page of the first', async () => {
    const admin = await windowOf(world, 'admin@vendor.example');
    await admin.goto(new URL(lead.url()).pathname);
    await admin.getByRole('button', { name: `Release ${count - budget} steps` }).click();
    await expectAccessible(admin);
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: `Release ${count - budget} steps` })
      .click();
    await until('all are suspended', async () => (await suspendedIn(world.db)) === count);
    await lead
      .getByText('Carried out')
      .nth(count - budget - 1)
      .waitFor();
    await until('nothing waits', async () => (await waitingIn(world.db)) === 0);
    expect(await standing()).toBe(0);
    expect(await doubledIn(world.db, world.inbox)).toBe(0);
    const spends = await world.db.selectFrom('enforcementSpends').select('id').where('step', '=', 'suspend').execute();
    expect(spends).toHaveLength(budget);
    expect(await alertsIn(world.inbox)).toBe(1);
  }, 240_000);
});
