import type { Locator, Page } from 'playwright-core';
import type { TermsId } from '../../domain/ids';
import { attestedCrowd, crowdOf } from '../support/attested-crowd';
import { expectAccessible, expectNoSidewaysScroll, inBrowser, untilShown, windowOf } from '../support/browser';
import { recordTerms } from '../support/histories';
import { until } from '../support/until';
import { startWorld, type World } from '../support/world';
import { enrol, type JourneyDeveloper } from './people';

/** Developers of a tier: few enough to wait for, enough to kill a worker in the middle of them. */
const count = 32;

inBrowser('people, leaves, tokens and terms at the desk', () => {
  let world: World;
  let page: Page;
  let developer: JourneyDeveloper;

  beforeAll(async () => {
    world = await startWorld({ CAMPAIGN_RATE: '4' });
    developer = await enrol(world, 'Willow');
    page = await windowOf(world, 'admin@vendor.example');
    await page.goto('/desk/people');
    await untilShown(page);
  }, 240_000);

  const card = (name: string) => page.getByRole('article', { name });
  async function confirm(label: string, fill: () => Promise<void> = async () => undefined): Promise<void> {
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await fill();
    await dialog.getByRole('button', { name: label, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }
  async function choose(label: string, option: string): Promise<void> {
    await page.getByRole('dialog').getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  }
  /** Both languages and both widths are looked at, once for each page. */
  async function look(address: string): Promise<void> {
    for (const [language, width] of [
      ['en', 1280],
      ['zh-CN', 360],
    ] as const) {
      const other = await windowOf(world, 'admin@vendor.example', { language, width });
      await other.goto(address);
      await untilShown(other);
      await expectAccessible(other);
      await expectNoSidewaysScroll(other);
      await other.close();
    }
  }

  it('adds somebody, who is told so by mail and signs in by it', async () => {
    await page.getByRole('button', { name: 'Add somebody' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Add somebody' }).click();
    await page.getByText('Give a name.').waitFor();
    await confirm('Add somebody', async () => {
      await page.getByRole('dialog').getByLabel('Name').fill('Dora Diaz');
      await page.getByRole('dialog').getByLabel('Mail address').fill('dora@vendor.example');
      await page.getByRole('dialog').getByLabel('Team').fill('Games');
    });
    await card('Dora Diaz').getByText('Account manager').waitFor();
    const mail = await world.inbox.waitFor('dora@vendor.example', /^You are invited to the desk/);
    expect(mail.text).toContain('Vendor admin added you');
    const [, token] = /token=([\w-]+)/.exec(mail.text) ?? [];
    const { sessionToken } = await world.api.call('POST', '/v1/sessions', { token });
    const dora = world.api.as(sessionToken);
    expect((await dora.call('GET', '/v1/session')).staff).toMatchObject({ role: 'am' });
  }, 120_000);

  it('lets her stand in for who is away: the developers show on her Today', async () => {
    const dora = await world.signIn('dora@vendor.example');
    const mine = async () => (await dora.call('GET', '/v1/desk/portfolio?scope=mine')).developerCount;
    expect(await mine()).toBe(0);
    // Whoever goes away enters it; those of others are for the leads.
    const own = await windowOf(world, 'am@vendor.example');
    await own.goto('/desk/people');
    const cardOf = (name: string) => own.getByRole('article', { name });
    await cardOf('Dora Diaz').getByRole('button', { name: 'Enter a leave', disabled: true }).waitFor();
    await cardOf('Vendor am').getByRole('button', { name: 'Enter a leave' }).click();
    const dialog = own.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Enter a leave' }).click();
    await own.getByText('Name somebody.').waitFor();
    // The vendor's zone and the window's are a day apart at most.
    await dialog.getByLabel('First day').fill(day(-1));
    await dialog.getByLabel('Last day').fill(day(7));
    await dialog.getByRole('combobox', { name: 'Who looks after the developers' }).click();
    await own.getByRole('option', { name: 'Dora Diaz' }).click();
    await dialog.getByRole('button', { name: 'Enter a leave', exact: true }).click();
    await cardOf('Vendor am').getByText('Dora Diaz looks after the developers').waitFor();
    await own.close();
    await page.reload();
    await card('Vendor am').getByText('Dora Diaz looks after the developers').waitFor();
    expect(await mine()).toBe(1);
    await look('/desk/people');
  }, 120_000);

  it('hands over a portfolio after saying what moves', async () => {
    await card('Vendor am').getByRole('button', { name: 'Hand over developers' }).click();
    await page.getByText('Developers: 1').waitFor();
    await expectAccessible(page);
    await confirm('Hand over developers', () => choose('Who looks after them from now on', 'Dora Diaz'));
    await page.getByText('1 developer was handed over.').waitFor();
    const { accountManagerId } = await world.am.call('GET', `/v1/developers/${developer.id}`);
    expect(accountManagerId).not.toBe(world.amId);
  }, 120_000);

  it('ends the access of somebody, not one’s own', async () => {
    await card('Vendor admin').getByRole('button', { name: 'End access', disabled: true }).waitFor();
    await card('Vendor am').getByRole('button', { name: 'End access' }).click();
    await confirm('End access');
    await card('Vendor am').waitFor({ state: 'detached' });
    await expect(world.am.call('GET', '/v1/staff')).rejects.toMatchObject({ status: 403 });
  }, 120_000);

  it('creates a token that is shown once and works until it is revoked', async () => {
    await page.getByRole('link', { name: 'API tokens' }).click();
    await page.getByRole('button', { name: 'Create a token' }).click();
    const dialog = page.getByRole('dialog');
    await page.getByRole('dialog').getByLabel('Name').fill('Order desk');
    await page.getByRole('dialog').getByLabel('Read developers').check();
    await dialog.getByRole('button', { name: 'Create a token' }).click();
    await page.getByText('It is shown this once.').waitFor();
    await expectAccessible(page);
    const token = (await dialog.locator('pre').innerText()).trim();
    await page.getByRole('dialog').getByLabel('I have stored it').check();
    await dialog.getByRole('button', { name: 'Done' }).click();
    const backend = world.api.as(token);
    expect((await backend.call('GET', '/v1/developers')).items).toHaveLength(1);
    const row = page.getByRole('row', { name: /Order desk/ });
    await look('/desk/people/tokens');
    await row.getByRole('button', { name: 'Revoke' }).click();
    await confirm('Revoke');
    await row.getByText('Revoked', { exact: true }).waitFor();
    await expect(backend.call('GET', '/v1/developers')).rejects.toMatchObject({ status: 401 });
    expect(await page.content()).not.toContain(token);
  }, 120_000);

  it('shows the reasons of a return and every mail in both languages, to everybody', async () => {
    await look('/desk/people/reasons');
    await look('/desk/people/mails');
    const other = await windowOf(world, 'legal@vendor.example');
    await other.goto('/desk/people/reasons');
    await other.getByText('隐私政策未写明该 SDK 的名称。').waitFor();
    expect(await other.getByRole('link', { name: 'API tokens' }).count()).toBe(0);
    await other.goto('/desk/people/mails?mail=suspended');
    await other.getByText('suspended', { exact: false }).first().waitFor();
    await other.getByText('暂停').first().waitFor();
    await other.close();
  }, 120_000);

  describe('terms of a tier', () => {
    const crowd = crowdOf(count);
    let legal: Page;
    let lead: Page;
    let termsId: TermsId;

    const version = () => world.admin.call('GET', `/v1/terms-versions/${termsId}`);
    const dueDays = async () => {
      const rows = await world.db.selectFrom('developers').select(['id', 'nextDueOn']).execute();
      return new Map<string, string | null>(rows.map(({ id, nextDueOn }) => [id, nextDueOn]));
    };
    const openPlans = () =>
      world.db.selectFrom('plans').selectAll().where('closedAt', 'is', null).orderBy('id').execute();
    /** Presses a button, and the one of the same name in the dialog that it opens. */
    const press = async (on: Page, name: string, fill: (dialog: Locator) => Promise<void> = async () => undefined) => {
      await on.getByRole('button', { name }).click();
      const dialog = on.getByRole('dialog');
      await fill(dialog);
      await dialog.getByRole('button', { name }).click();
      await dialog.waitFor({ state: 'detached' });
    };

    beforeAll(async () => {
      const { personId } = await world.db
        .selectFrom('staff')
        .select('personId')
        .where('role', '=', 'lead')
        .executeTakeFirstOrThrow();
      await attestedCrowd(world.db, count, personId, Date.now());
      [legal, lead] = [await windowOf(world, 'legal@vendor.example'), await windowOf(world, 'lead@vendor.example')];
    }, 120_000);

    it('begin with a tier, into which developers are put from their list', async () => {
      await legal.goto('/desk/people/terms');
      await legal.getByText('No tier yet').waitFor();
      await press(legal, 'Create a tier', (dialog) => dialog.getByLabel('Name of the tier').fill('Gold'));
      await lead.goto('/desk/developers?search=Crowd');
      await lead.getByText(`${count} developers`).waitFor();
      await lead.getByLabel('Choose all shown').check();
      await press(lead, 'Put into a tier', async (dialog) => {
        await dialog.getByRole('combobox', { name: 'Tier' }).click();
        await lead.getByRole('option', { name: 'Gold' }).click();
      });
      await lead.getByText(`Assigned: ${count}`).waitFor();
      await legal.getByRole('link', { name: 'Gold' }).click();
      await legal.getByText(`${count} developers in this tier`).waitFor();
    }, 240_000);

    it('are proposed, each fault named at its field, and worked out for everybody', async () => {
      await legal.getByRole('button', { name: 'Propose other terms' }).click();
      await legal.getByLabel('Suspended').fill('20');
      await legal.getByRole('button', { name: 'Propose these terms' }).click();
      await legal.getByRole('link', { name: 'Suspended: From 22 to 730 days.' }).waitFor();
      await expectAccessible(legal);
      await legal.getByLabel('Suspended').fill('40');
      await legal.getByLabel('Attestation is due every').fill('9');
      await legal.getByRole('combobox', { name: 'Unit' }).first().click();
      await legal.getByRole('option', { name: 'months' }).click();
      await legal.getByText('2 terms change').waitFor();
      await legal.getByLabel('Why').fill('The contract of Gold asks for it every nine months.');
      await legal.getByRole('button', { name: 'Propose these terms' }).click();
      await legal.getByText('Worked out by the rules themselves').waitFor();
      termsId = new URL(legal.url()).pathname.split('/').at(-1) as TermsId;
      const { preview } = await version();
      // Who is asked twice a year already is asked no sooner.
      expect(preview).toMatchObject({
        examined: count,
        earlier: count - crowd.risky,
        later: 0,
        same: crowd.risky,
        runningCycles: crowd.unmet,
      });
      await legal.getByRole('button', { name: 'Put in force', disabled: true }).waitFor();
      await look(legal.url());
    }, 240_000);

    it('are put in force by another person; a killed worker loses and repeats nobody, and running cycles keep their dates', async () => {
      const [before, plans, { preview }] = [await dueDays(), await openPlans(), await version()];
      await lead.goto(legal.url());
      await press(lead, 'Put in force');
      await until('to a quarter', async () => (await version()).rollout.settled >= count / 4, { pollMs: 50 });
      process.kill(world.pids().worker as number, 'SIGKILL');
      expect((await version()).rollout.settled).toBeLessThan(count);
      await until('to the end', async () => (await version()).rollout.endedAt !== null);
      // The page has followed by itself.
      await lead.getByText('100%').waitFor();
      const { rollout } = await version();
      expect(rollout).toMatchObject({ settled: count, moved: preview.earlier, kept: preview.same, asForetold: count });
      const after = await dueDays();
      expect([...after].filter(([id, dueOn]) => dueOn !== before.get(id))).toHaveLength(preview.earlier);
      const { items } = await world.admin.call('GET', `/v1/terms-versions/${termsId}/developers?limit=100`);
      for (const item of items) expect(after.get(item.developerId)).toBe(item.after.dueOn);
      expect(await openPlans()).toEqual(plans);
      const taken = await world.db
        .selectFrom('auditEntries')
        .select('developerId')
        .where('decision', '=', 'terms.changed')
        .execute();
      // Once into the tier, once to its version.
      expect(taken).toHaveLength(2 * count);
    }, 400_000);

    it('show in the tier beside those of the product', async () => {
      await lead.getByRole('link', { name: 'Gold: terms' }).click();
      await lead.getByRole('row', { name: /Attestation is due every \(differs\) 9 months 1 year/ }).waitFor();
      await look(new URL(lead.url()).pathname);
    }, 120_000);

    afterAll(() => recordTerms(world, 'terms', termsId));
  });
});

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
