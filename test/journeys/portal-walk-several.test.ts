import type { Page } from 'playwright-core';
import { fillIn } from '../../main/attest';
import { expectAccessible, inBrowser, windowOf } from '../support/browser';
import { startWorld, type World } from '../support/world';
import { enrol, type JourneyDeveloper } from './people';

inBrowser('several apps in one walk', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Alpha');
    await register('Beta app', 'native');
    await register('Gamma app', 'wechat-mini');
    page = await windowOf(world, developer.email);
  }, 240_000);

  it('are chosen together, and the first of them is answered', async () => {
    await page.goto(`/developers/${developer.id}/walk`);
    await page.getByRole('button', { name: 'Answer these together' }).click();
    await page.getByText('Choose at least two apps.').waitFor();
    for (const name of ['Alpha app', 'Beta app', 'Gamma app']) await page.getByRole('checkbox', { name }).check();
    await page.getByRole('button', { name: 'Answer these together' }).click();
    await page.getByRole('heading', { level: 1, name: 'Applications and stores' }).waitFor();
    await page.getByRole('link', { name: 'Skip for now' }).click();
    await page.getByRole('textbox', { name: 'Legal name' }).fill('Harbour Light Retail Ltd.');
    await page.getByText('Saved', { exact: true }).waitFor();
    for (let left = 7; left > 0; left -= 1) {
      await page.getByText(`Question ${9 - left} of 8`).waitFor();
      await page.getByRole('link', { name: 'Skip for now' }).click();
    }
    await page.getByRole('heading', { level: 1, name: 'Law: apply to the other apps' }).waitFor();
  });

  it('are given its answers, and changed where one differs', async () => {
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Apply to 2 apps' }).click();
    await page.getByText('Applied to 2 apps').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'See and change the answers of Beta app' }).click();
    await page.getByRole('link', { name: /^Change.*Legal name/ }).click();
    const entity = page.getByRole('textbox', { name: 'Legal name' });
    expect(await entity.inputValue()).toBe('Harbour Light Retail Ltd.');
    await entity.fill('Beta Retail Ltd.');
    await page.getByRole('button', { name: 'Save and go back' }).click();
    await page.getByText('Beta Retail Ltd.').waitFor();
  });

  it('are checked together: what differs is marked, what is the same is folded away', async () => {
    await fillIn(developer.api, developer.id, {
      change({ law }) {
        law.sdkVersion = law.applications && !isFirst ? '5.3.0' : '5.2.1';
        if (law.applications) isFirst = false;
      },
    });
    await page.goto(`/developers/${developer.id}/walk/review`);
    await page.getByText('Before you sign: everything that is answered for 3 apps.').waitFor();
    expect(await page.getByText('Differs', { exact: true }).count()).toBeGreaterThan(0);
    expect(await page.getByText('Same answers as Alpha app').count()).toBeGreaterThan(0);
    const beta = page.getByRole('region', { name: 'Beta app' });
    await beta
      .getByRole('button', { name: /Show \d answers/ })
      .last()
      .click();
    await beta.getByRole('link', { name: /^Change.*The five rights/ }).waitFor();
    await expectAccessible(page);
  });

  it('are signed for at once, each by statements of its own', async () => {
    await page.getByRole('link', { name: 'Continue to sign' }).click();
    await page.getByLabel('Your full name').fill('Mei Lin');
    await page.getByLabel('Your position').fill('Head of Privacy');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Sign for 3 apps' }).click();
    await page.waitForURL(/\/submissions\/signed\/sig_/);
    const { items } = await developer.api.call('GET', `/v1/developers/${developer.id}/submissions`);
    expect(items.map((one: { items: object[] }) => one.items.length)).toEqual([4, 4, 4]);
    expect(new Set(items.map((one: { signatureId: string }) => one.signatureId)).size).toBe(1);
  });

  it('leaves the act to a signatory: others are told who signs, and their answers stay', async () => {
    const other = await enrol(world, 'Prepared');
    await fillIn(other.api, other.id);
    const email = `preparer-${Date.now()}@developer.example`;
    const contact = { name: 'Lin Preparer', email, role: 'preparer', language: 'en' };
    await other.api.call('POST', `/v1/developers/${other.id}/contacts`, contact);
    await world.signIn(email);
    const preparer = await windowOf(world, email);
    await preparer.goto(`/developers/${other.id}/walk/sign`);
    await preparer.getByText('A signatory has to sign this').waitFor();
    await preparer.getByText(other.email).waitFor();
    expect(await preparer.getByRole('button', { name: /^Sign for/ }).count()).toBe(0);
    await expectAccessible(preparer);
    await preparer.goto(`/developers/${other.id}/walk`);
    await preparer.getByText('Only a signatory ends an app.').waitFor();
  });

  it('lets somebody of an agency prepare it, and sign it only under a mandate that is on file', async () => {
    const client = await enrol(world, 'Client');
    const email = `agency-${Date.now()}@agency.example`;
    const endsOn = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
    const grant = (scopes: string[]) =>
      client.api.call('POST', `/v1/developers/${client.id}/delegations`, {
        agencyName: 'Clear Words Agency',
        scopes,
        endsOn,
        delegates: [{ name: 'Ann Lee', email, language: 'en' }],
      });
    const { id } = await grant(['draft']);
    const api = await world.signIn(email);
    await fillIn(api, client.id);
    const agency = await windowOf(world, email);
    await agency.goto(`/developers/${client.id}/walk/${client.appId}/law/sdkVersion`);
    await agency.getByRole('textbox', { name: 'SDK version in production' }).fill('5.2.2');
    await agency.getByText('Saved', { exact: true }).waitFor();
    await agency.goto(`/developers/${client.id}/walk/sign`);
    await agency.getByText('You are let in to prepare it.').waitFor();
    expect(await agency.getByRole('button', { name: /^Sign for/ }).count()).toBe(0);
    await client.api.call('POST', `/v1/developers/${client.id}/delegations/${id}/revoke`, {
      reason: 'Let in for more.',
    });
    const granted = await grant(['draft', 'sign']);
    await world.signIn(email);
    await agency.reload();
    await agency.getByText('the mandate is not on file yet').waitFor();
    await expectAccessible(agency);
    await client.api.call(
      'POST',
      `/v1/developers/${client.id}/delegations/${granted.id}/mandate`,
      Buffer.from('%PDF-1.7\nA mandate, made up.\n'),
      { 'content-type': 'application/pdf' },
    );
    await agency.reload();
    await agency.getByText(`I sign on behalf of ${client.name} under the mandate`).waitFor();
    await signHere(agency, 'Ann Lee');
    const { items } = await client.api.call('GET', `/v1/developers/${client.id}/submissions`);
    const { receipt } = await client.api.call('GET', `/v1/developers/${client.id}/submissions/${items[0].id}`);
    expect(receipt).toMatchObject({ delegationId: granted.id });
  });

  it('claims that the law provides otherwise, with statute, jurisdiction, reason and end', async () => {
    const other = await enrol(world, 'Exempt');
    await fillIn(other.api, other.id);
    const signatory = await windowOf(world, other.email);
    await signatory.goto(`/developers/${other.id}/walk`);
    await signatory.getByRole('link', { name: 'The law exempts us' }).click();
    await signatory.getByRole('radio', { name: 'A legal exemption, which a reviewer must grant' }).check();
    await signatory.getByRole('button', { name: 'Continue' }).click();
    await signatory.getByRole('heading', { level: 1, name: 'The legal exemption' }).waitFor();
    await signatory.getByRole('button', { name: 'Continue' }).click();
    await signatory.getByRole('alert').filter({ hasText: 'Something has to be put right first' }).waitFor();
    await expectAccessible(signatory);
    await signatory.locator('#answer-exemption-statute').fill('Personal Data Protection Act 2012, section 17');
    await signatory.locator('#answer-exemption-jurisdiction').fill('Singapore');
    await signatory.getByRole('option', { name: 'Singapore' }).click();
    await signatory
      .locator('#answer-exemption-reason')
      .fill('The First Schedule lets it be collected without consent.');
    const endsOn = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
    await signatory.locator('#answer-exemption-endsOn').fill(endsOn);
    await signatory.keyboard.press('Tab');
    await signatory.getByText('Saved', { exact: true }).waitFor();
    await signatory.goto(`/developers/${other.id}/walk/sign`);
    await signatory.getByText('we rely on the legal exemption named in our answers').waitFor();
    await signHere(signatory, 'Mei Lin');
    const { items } = await world.lead.call('GET', `/v1/exemptions?developerId=${other.id}`);
    expect(items).toMatchObject([{ state: 'claimed', obligation: 'consent', jurisdiction: 'SG', endsOn }]);
    await signatory.goto(`/developers/${other.id}/status`);
    const exemptions = signatory.getByRole('region', { name: 'Legal exemptions' });
    await exemptions.getByText('Claimed', { exact: true }).waitFor();
    await exemptions.getByText('Personal Data Protection Act 2012, section 17 (Singapore)').waitFor();
    await exemptions.getByText('claimed until the end of').waitFor();
    await expectAccessible(signatory);
  });

  it('ends an app that is no longer shipped, after it was said what that means', async () => {
    const other = await enrol(world, 'Ended');
    const signatory = await windowOf(world, other.email);
    await signatory.goto(`/developers/${other.id}/walk`);
    await signatory.getByRole('button', { name: 'We no longer ship it' }).click();
    const dialog = signatory.getByRole('dialog', { name: 'End “Ended app”?' });
    await dialog.getByRole('button', { name: 'End the app and its keys' }).click();
    await dialog.getByText('Say why in a few words.').waitFor();
    await expectAccessible(signatory);
    await dialog.getByRole('textbox').fill('The shop closed.');
    await dialog.getByRole('button', { name: 'End the app and its keys' }).click();
    await signatory.getByText('Nothing is to be attested').waitFor();
    const app = await other.api.call('GET', `/v1/developers/${other.id}/apps/${other.appId}`);
    expect(app.retiredAt).not.toBeNull();
  });

  let isFirst = true;

  async function signHere(who: Page, name: string): Promise<void> {
    await who.getByLabel('Your full name').fill(name);
    await who.getByLabel('Your position').fill('Head of Privacy');
    await who.getByRole('checkbox').check();
    await who.getByRole('button', { name: 'Sign for 1 app' }).click();
    await who.waitForURL(/\/submissions\/signed\/sig_/);
  }

  async function register(name: string, sdkProduct: string): Promise<void> {
    await developer.api.call('POST', `/v1/developers/${developer.id}/apps`, { name, sdkProduct });
  }
});
