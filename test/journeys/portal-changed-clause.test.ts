import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { currentCatalogueVersion } from '../../domain/catalogue';
import { clausesOf } from '../../domain/policies/policy-version';
import type { SealedRecord } from '../../domain/statements/record';
import type { ApiClient } from '../../main/api-client';
import { checked, review } from '../../main/attest';
import { expectAccessible, expectNoSidewaysScroll, inBrowser, windowOf } from '../support/browser';
import { campaignDraft, policyDraft } from '../support/campaigning';
import { startWorld, type World } from '../support/world';
import { attestAccepted, enrol, type JourneyDeveloper, standingOf } from './people';

const chinese = '我们为最终用户提供便捷的机制，说明如何行使各项权利。';
const added = { en: ' You answer within five working days.', zhCn: '贵方须在五个工作日内答复。' };

inBrowser('a clause that changed is stated anew', () => {
  let world: World;
  let legal: ApiClient;
  let developer: JourneyDeveloper;
  let page: Page;
  let policyVersionId: string;

  beforeAll(async () => {
    world = await startWorld();
    legal = await world.signIn('legal@vendor.example');
    // The clauses as they are, with a Chinese wording for the first time: nothing changes by it, and nobody is asked.
    await publish({ isMaterial: false, clauses: wording({ en: '', zhCn: '' }) });
    developer = await enrol(world, 'Reworded');
    await attestAccepted(world, developer);
    expect(await standingOf(world, developer)).toBe('active');
    policyVersionId = await publish({ clauses: wording(added) });
    await campaign(policyVersionId);
    page = await windowOf(world, developer.email);
  }, 240_000);

  it('comes by mail, in its new words, and leads to the walk', async () => {
    const { text } = await world.inbox.waitFor(developer.email, /^The privacy policy has changed: attest by /);
    expect(text).toContain('You answer within five working days.');
    await page.goto(String(text.match(/http\S+\/developers\/dev_\w+/)?.[0]));
    await page.getByText('1 statement to make: rights').waitFor();
    await page.getByRole('link', { name: 'Go on with the attestation' }).click();
    await page.getByRole('link', { name: 'Rights', exact: true }).waitFor();
    // What does not rest on the clause is not asked.
    for (const step of ['Law', 'Notice', 'Consent'])
      expect(await page.getByText(step, { exact: true }).count()).toBe(0);
    await expectAccessible(page);
  });

  it('stands beside the question with what changed, in both languages, and the last answer beside the field', async () => {
    await page.goto(`/developers/${developer.id}/walk/${developer.appId}/rights/rights`);
    const clause = page.getByRole('complementary');
    await clause.getByText('Requests are answered within five working days.').waitFor();
    expect(await clause.locator('ins').allTextContents()).toEqual([`Added: ${added.en}`]);
    expect(await clause.locator('del').count()).toBe(0);
    await page.getByText(/^On .* you answered:$/).waitFor();
    await seen();
    await page.getByRole('button', { name: '简体中文' }).click();
    await clause.getByText('须在五个工作日内答复请求。').waitFor();
    expect(await clause.locator('ins').allTextContents()).toEqual([`新增：${added.zhCn}`]);
    await seen();
    await page.getByRole('button', { name: 'English' }).click();
  });

  it('is stated alone: the last answers are taken again one by one, and signed', async () => {
    for (;;) {
      const [question, address] = [await page.getByRole('heading', { level: 1 }).innerText(), page.url()];
      if (question === 'Check your answers') break;
      await page.getByRole('button', { name: 'Use this answer again' }).click();
      await page.getByText('Saved', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForURL((url) => url.href !== address);
      await page.getByRole('heading', { level: 1, name: question, exact: true }).waitFor({ state: 'detached' });
    }
    expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Rights of end users']);
    await page.getByRole('link', { name: 'Continue to sign' }).click();
    await page.getByLabel('Your full name').fill('Mei Lin');
    await page.getByLabel('Your position').fill('Head of Privacy');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Sign for 1 app' }).click();
    await page.waitForURL(/\/submissions\/signed\/sig_/);
    await page
      .getByText(/sub_\w+/)
      .first()
      .waitFor();
  });

  it('is sealed in the words that were shown, and the app stands as before', async () => {
    const { items } = await developer.api.call('GET', `/v1/developers/${developer.id}/submissions?sort=-signedAt`);
    const [submission] = items;
    expect(submission.items.map((one: { obligation: string }) => one.obligation)).toEqual(['rights']);
    const { record } = await world.db
      .selectFrom('statements')
      .select('record')
      .where('id', '=', submission.items[0].statementId)
      .executeTakeFirstOrThrow();
    const sealed = record as unknown as SealedRecord;
    expect(sealed.policyVersionId).toBe(policyVersionId);
    expect(sealed.obligation.clauseText[0]).toContain(added.en);
    expect(sealed.obligation.clauseTextZhCn).toEqual([`${chinese}${added.zhCn}`]);
    // One in twenty goes to a person all the same.
    const { state } = await checked(developer.api, developer.id, submission.id);
    if (state === 'in-review') await review(world.am, submission.id);
    expect(await standingOf(world, developer)).toBe('active');
    await page.goto(`/developers/${developer.id}`);
    await page.getByText('Nothing is due').waitFor();
  });

  async function seen(): Promise<void> {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  function wording(more: { en: string; zhCn: string }) {
    return clausesOf(currentCatalogueVersion).map((one) => {
      const isIt = one.clause === '3.4';
      const zhCn = isIt ? chinese + more.zhCn : `第 ${one.clause} 条的中文文本。`;
      return { ...one, en: isIt ? one.en + more.en : one.en, zhCn };
    });
  }

  async function publish(changes: Partial<ReturnType<typeof policyDraft>>): Promise<string> {
    const effectiveOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const { id } = await legal.call('POST', '/v1/policy-versions', policyDraft({ effectiveOn, ...changes }));
    await world.lead.call('POST', `/v1/policy-versions/${id}/publish`);
    return id;
  }

  async function campaign(policy: string): Promise<void> {
    const { id } = await legal.call('POST', '/v1/campaigns', campaignDraft(policy as never));
    await legal.call('POST', `/v1/campaigns/${id}/what-if`);
    while ((await legal.call('GET', `/v1/campaigns/${id}/what-if`)).examinedAt === null) await sleep(200);
    await legal.call('POST', `/v1/campaigns/${id}/propose`);
    await world.lead.call('POST', `/v1/campaigns/${id}/start`);
  }
});
