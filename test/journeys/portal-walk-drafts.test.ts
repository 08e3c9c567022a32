import type { Page } from 'playwright-core';
import { anotherTab, expectAccessible, expectRefusals, inBrowser, windowOf } from '../support/browser';
import { until } from '../support/until';
import { startWorld, type World } from '../support/world';
import { enrol, type JourneyDeveloper } from './people';

const label = 'Legal name of the organisation that operates the app';

inBrowser('drafts of the walk', () => {
  let world: World;
  let developer: JourneyDeveloper;
  let page: Page;
  let address: string;

  beforeAll(async () => {
    world = await startWorld();
    developer = await enrol(world, 'Drafts');
    page = await windowOf(world, developer.email);
    address = `/developers/${developer.id}/walk/${developer.appId}/law`;
  }, 240_000);

  it('are saved as they are typed', async () => {
    await page.goto(`${address}/legalEntity`);
    await page.getByLabel(label).fill('Typed Ltd.');
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await saved()).toEqual({ legalEntity: 'Typed Ltd.' });
  });

  it('begun on one device go on on another, and what the first one kept itself is in nobody’s way', async () => {
    const phone = await windowOf(world, developer.email, { width: 360 });
    await phone.goto(`${address}/legalEntity`);
    await until('the phone shows it', async () => (await phone.getByLabel(label).inputValue()) === 'Typed Ltd.');
    await phone.getByLabel(label).fill('Finished on the way Ltd.');
    await phone.getByText('Saved', { exact: true }).waitFor();
    await phone.goto(`${address}/sdkVersion`);
    await phone.getByLabel('SDK version in production').fill('5.2.0');
    await phone.getByText('Saved', { exact: true }).waitFor();
    await phone.close();
    // The first device goes on where it stood, without having been told.
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/legalEntity'));
    await page.goto(`${address}/legalEntity`);
    await until(
      'the first device shows it',
      async () => (await page.getByLabel(label).inputValue()) === 'Finished on the way Ltd.',
    );
    expect(await saved()).toEqual({ legalEntity: 'Finished on the way Ltd.', sdkVersion: '5.2.0' });
  });

  it('join what two tabs answered to different questions', async () => {
    const other = await anotherTab(page);
    await other.goto(`${address}/sdkVersion`);
    await other.getByLabel('SDK version in production').waitFor();
    await page.getByLabel(label).fill('Joined Ltd.');
    await page.getByText('Saved', { exact: true }).waitFor();
    await other.getByLabel('SDK version in production').fill('5.2.1');
    await other.getByText('Saved', { exact: true }).waitFor();
    expect(await saved()).toEqual({ legalEntity: 'Joined Ltd.', sdkVersion: '5.2.1' });
    expectRefusals(other, /409/);
    await other.close();
  });

  it('tell the later of two tabs that answered the same, show both answers, and keep the one that is chosen', async () => {
    await page.goto(`${address}/legalEntity`);
    await page.getByLabel(label).waitFor();
    const other = await anotherTab(page);
    await other.goto(`${address}/legalEntity`);
    await other.getByLabel(label).fill('Other Ltd.');
    await other.getByText('Saved', { exact: true }).waitFor();
    await page.getByLabel(label).fill('Mine Ltd.');
    await page.getByText('Somebody else changed this').waitFor();
    await page.getByText('Other Ltd.').waitFor();
    expect(await saved()).toMatchObject({ legalEntity: 'Other Ltd.' });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await saved()).toMatchObject({ legalEntity: 'Mine Ltd.' });
    expectRefusals(page, /409/);
    await other.close();
  });

  it('save what is right, and keep what is typed by half on the device', async () => {
    await page.goto(`/developers/${developer.id}/walk/${developer.appId}/notice/privacyPolicyUrl`);
    await page.getByLabel('Address of your privacy policy').fill('https://policies');
    await page.getByText('saved once it is complete').waitFor();
    await page.reload();
    const field = page.getByLabel('Address of your privacy policy');
    await until('what was kept is back', async () => (await field.inputValue()) === 'https://policies');
    await page.getByLabel('Address of your privacy policy').fill('https://policies.example/app');
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  it('outlive a lost connection in the middle and a closed tab', async () => {
    await page.goto(`${address}/legalEntity`);
    await page.getByLabel(label).waitFor();
    const left = page;
    await left.context().setOffline(true);
    await page.getByLabel(label).fill('Without a line Ltd.');
    await page.getByText('No connection: kept on this device').waitFor();
    expectRefusals(page, /ERR_INTERNET_DISCONNECTED/);
    page = await anotherTab(left);
    await left.close();
    expect(await saved()).toMatchObject({ legalEntity: 'Mine Ltd.' });
    await page.context().setOffline(false);
    await page.goto(`/developers/${developer.id}/walk`);
    await until('it is saved', async () => (await saved()).legalEntity === 'Without a line Ltd.');
    await page.goto(`${address}/legalEntity`);
    await until('the page shows it', async () => (await page.getByLabel(label).inputValue()) === 'Without a line Ltd.');
  });

  it('go out by themselves once the connection is back', async () => {
    await page.context().setOffline(true);
    await page.getByLabel(label).fill('Back again Ltd.');
    await page.getByText('No connection: kept on this device').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await saved()).toMatchObject({ legalEntity: 'Back again Ltd.' });
    expectRefusals(page, /ERR_INTERNET_DISCONNECTED/);
  });

  /** What the server has under the first obligation. */
  async function saved(): Promise<Record<string, unknown>> {
    const { apps } = await developer.api.call('GET', `/v1/developers/${developer.id}/signing`);
    return apps[0].statements.find((one: { obligation: string }) => one.obligation === 'law').answers;
  }
});
