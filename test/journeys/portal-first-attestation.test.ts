import type { Page } from 'playwright-core';
import { completeAnswers } from '../../domain/obligations/sample-answers';
import type { SdkProductSlug } from '../../domain/products';
import { checked, review } from '../../main/attest';
import { samplePolicyUrl } from '../../main/sample-policies';
import { expectRefusals, inBrowser, openWindow } from '../support/browser';
import { startWorld, type World } from '../support/world';
import { type Answering, answerApp, did } from './answering';
import { enrol, type JourneyDeveloper, standingOf } from './people';

const answersOf = (product: SdkProductSlug) => completeAnswers(product, { privacyPolicyUrl: samplePolicyUrl(product) });

inBrowser('the first attestation, from the mail to the acceptance', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, 240_000);

  /** Asks for a link on the page for signing in, and follows the one that is mailed. */
  async function signIn(page: Page, email: string, words: { ask: string; go: string }): Promise<void> {
    await page.goto('/');
    const asked = Date.now();
    await page.getByRole('textbox').fill(email);
    await page.getByRole('button', { name: words.ask }).click();
    const { text } = await world.inbox.waitFor(email, /sign-in link|登录/i, asked);
    await page.goto(/https?:\S+\/sign-in\?token=[\w-]+/.exec(text)?.[0] ?? '');
    await page.getByRole('button', { name: words.go }).click();
    expectRefusals(page, /401/);
  }

  describe('of a developer with three apps, one for each product', () => {
    const apps: { name: string; id: string; product: SdkProductSlug }[] = [];
    let developer: JourneyDeveloper;
    let who: Answering;

    beforeAll(async () => {
      developer = await enrol(world, 'Three');
      apps.push({ name: 'Three app', id: developer.appId, product: 'native' });
      for (const product of ['wechat-mini', 'taobao-mini'] as const) {
        const name = `Three ${product}`;
        const { id } = await developer.api.call('POST', `/v1/developers/${developer.id}/apps`, {
          name,
          sdkProduct: product,
        });
        apps.push({ name, id, product });
      }
      who = { page: await openWindow(world), language: 'en', inputs: 0 };
    }, 240_000);

    it('begins with the link of a mail and what is to be done', async () => {
      await signIn(who.page, developer.email, { ask: 'Mail me a link', go: 'Sign in' });
      await who.page.getByRole('heading', { level: 1, name: 'Required actions' }).waitFor();
      for (const { name } of apps) await who.page.getByRole('heading', { level: 2, name }).waitFor();
      await who.page.getByRole('link', { name: 'Go on with the attestation' }).first().click();
      await who.page.getByRole('heading', { level: 1, name: 'Attestation' }).waitFor();
    }, 240_000);

    it.each(['native', 'wechat-mini', 'taobao-mini'] as const)(
      'answers each question of the %s app, and finds nothing missing',
      async (product) => {
        const { name } = apps.find((one) => one.product === product) ?? { name: '' };
        const { page } = who;
        await page.goto(`/developers/${developer.id}/walk`);
        const before = { inputs: who.inputs, at: Date.now() };
        await did(who, () =>
          page.getByRole('region', { name, exact: true }).getByRole('link', { name: 'Law' }).click(),
        );
        await answerApp(who, product, answersOf(product));
        await page.getByRole('heading', { level: 1, name: 'Check your answers' }).waitFor();
        expect(await page.getByText('still missing').count()).toBe(0);
        const seconds = ((Date.now() - before.at) / 1000).toFixed(0);
        process.stdout.write(
          `first attestation, ${product}: ${who.inputs - before.inputs} inputs, ${seconds} s by script\n`,
        );
      },
      300_000,
    );

    it('signs for the three at once, by an act of its own', async () => {
      const { page } = who;
      await page.goto(`/developers/${developer.id}/walk/review`);
      await page.getByRole('link', { name: 'Continue to sign' }).click();
      await page.getByLabel('Your full name').fill('Mei Lin');
      await page.getByLabel('Your position').fill('Head of Privacy');
      await page.getByRole('checkbox').check();
      await page.getByRole('button', { name: 'Sign for 3 apps' }).click();
      await page.waitForURL(/\/submissions\/signed\/sig_/);
      await page.getByRole('heading', { level: 1, name: 'Signed and received' }).waitFor();
    }, 240_000);

    it('is accepted once a person has looked, and nothing is due any more', async () => {
      const { items } = await developer.api.call('GET', `/v1/developers/${developer.id}/submissions`);
      expect(items).toHaveLength(3);
      for (const { id } of items) {
        expect(await checked(developer.api, developer.id, id)).toMatchObject({ checks: 'green' });
        await review(world.am, id);
      }
      expect(await standingOf(world, developer)).toBe('active');
      await who.page.goto(`/developers/${developer.id}`);
      await who.page.getByRole('heading', { name: 'Nothing is due' }).waitFor();
    }, 240_000);
  });

  it('is made in Chinese, from signing in to the receipt', async () => {
    const developer = await enrol(world, 'Zhongwen');
    const who: Answering = { page: await openWindow(world, { language: 'zh-CN' }), language: 'zh-CN', inputs: 0 };
    const { page } = who;
    await signIn(page, developer.email, { ask: '发送登录链接', go: '登录' });
    await page.getByRole('heading', { level: 1, name: '待办事项' }).waitFor();
    await page.getByRole('link', { name: '继续办理声明' }).click();
    await page.getByRole('link', { name: '法律', exact: true }).click();
    await answerApp(who, 'native', answersOf('native'));
    await page.getByRole('heading', { level: 1, name: '核对答案' }).waitFor();
    await page.goto(`/developers/${developer.id}/walk/sign`);
    await page.locator('[id="answer-typedName"]').fill('林美');
    await page.locator('[id="answer-typedTitle"]').fill('隐私负责人');
    await page.getByRole('checkbox').check();
    await page.locator('main button[type="submit"]').click();
    await page.waitForURL(/\/submissions\/signed\/sig_/);
    await page.getByRole('heading', { level: 1, name: '已签署并收到' }).waitFor();
    const { items } = await developer.api.call('GET', `/v1/developers/${developer.id}/submissions`);
    const signed = await developer.api.call('GET', `/v1/developers/${developer.id}/submissions/${items[0].id}`);
    expect(signed.receipt).toMatchObject({ language: 'zh-CN', words: expect.stringMatching(/法律/) });
  }, 400_000);
});
