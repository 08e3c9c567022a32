import { readFileSync } from 'node:fs';
import { decodeJwt } from 'jose';
import { checked } from '../../main/attest';
import { expectRefusals, inBrowser, openWindow, windowOf } from '../support/browser';
import { startWorld, type World } from '../support/world';
import { type Answering, answerApp, did } from './answering';
import { enrol, type JourneyDeveloper, standingOf } from './people';

const products = ['native', 'wechat-mini', 'taobao-mini'] as const;

const words = {
  en: {
    mail: /sign-in link/i,
    ask: 'Mail me a link',
    signIn: 'Sign in',
    actions: 'Required actions',
    begin: 'Go on with the attestation',
    law: 'Law',
    check: 'Check your answers',
    toSign: 'Continue to sign',
    signed: 'Signed and received',
  },
  'zh-CN': {
    mail: /登录|sign-in link/i,
    ask: '发送登录链接',
    signIn: '登录',
    actions: '待办事项',
    begin: '继续办理声明',
    law: '法律',
    check: '核对回答',
    toSign: '继续签署',
    signed: '已签署并收到',
  },
} as const;

inBrowser('the first attestation, from the mail to the acceptance', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, 240_000);

  /** How much it takes. A script reads nothing and types at once: of people the inputs tell more than the seconds. */
  function tell(what: string, inputs: number, since: number): void {
    process.stdout.write(`${what}: ${inputs} inputs, ${Math.round((Date.now() - since) / 1000)} s by script\n`);
  }

  const headed = ({ page }: Answering, name: string) =>
    page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

  /** Asks for a link on the page for signing in, follows the one that is mailed, and opens the list of steps. */
  async function begin(who: Answering, { email }: JourneyDeveloper): Promise<void> {
    const { page, language } = who;
    const t = words[language];
    await page.goto('/');
    const asked = Date.now();
    await did(who, () => page.getByRole('textbox').fill(email));
    await did(who, () => page.getByRole('button', { name: t.ask }).click());
    const { text } = await world.inbox.waitFor(email, t.mail, asked);
    await did(who, () => page.goto(/https?:\S+\/sign-in\?token=[\w-]+/.exec(text)?.[0] ?? ''));
    await did(who, () => page.getByRole('button', { name: t.signIn }).click());
    await headed(who, t.actions);
    await did(who, () => page.getByRole('link', { name: t.begin }).first().click());
    expectRefusals(page, /401/);
  }

  /** From the list of steps through each question of an app, until nothing of it is missing. */
  async function answerAll(who: Answering, app: string, product: (typeof products)[number]): Promise<void> {
    const t = words[who.language];
    const steps = who.page.getByRole('region', { name: app, exact: true });
    await did(who, () => steps.getByRole('link', { name: t.law, exact: true }).click());
    await answerApp(who, product);
    await headed(who, t.check);
    // Only where nothing is missing does it lead on.
    await who.page.getByRole('link', { name: t.toSign }).waitFor();
  }

  /** From the answers as they are checked to the page that says that they were received. */
  async function sign(who: Answering, name: string, position: string): Promise<void> {
    const { page } = who;
    const t = words[who.language];
    await did(who, () => page.getByRole('link', { name: t.toSign }).click());
    await did(who, () => page.locator('[id="answer-typedName"]').fill(name));
    await did(who, () => page.locator('[id="answer-typedTitle"]').fill(position));
    await did(who, () => page.getByRole('checkbox').check());
    await did(who, () => page.locator('main button[type="submit"]').click());
    await page.waitForURL(/\/submissions\/signed\/sig_/);
    await headed(who, t.signed);
  }

  const submissionsOf = async (developer: JourneyDeveloper): Promise<{ id: string }[]> =>
    (await developer.api.call('GET', `/v1/developers/${developer.id}/submissions`)).items;

  describe('of a developer with three apps, one for each product', () => {
    let developer: JourneyDeveloper;
    let who: Answering;

    beforeAll(async () => {
      developer = await enrol(world, 'native');
      for (const sdkProduct of ['wechat-mini', 'taobao-mini'])
        await developer.api.call('POST', `/v1/developers/${developer.id}/apps`, {
          name: `${sdkProduct} app`,
          sdkProduct,
        });
      who = { page: await openWindow(world), language: 'en', inputs: 0 };
    }, 120_000);

    it('begins with the link of a mail and the list of steps', async () => {
      await begin(who, developer);
      await headed(who, 'Attestation');
      for (const product of products) await who.page.getByRole('region', { name: `${product} app` }).waitFor();
    }, 120_000);

    it.each(products)(
      'answers each question of the %s app, and finds nothing missing',
      async (product) => {
        await who.page.goto(`/developers/${developer.id}/walk`);
        const before = { inputs: who.inputs, at: Date.now() };
        await answerAll(who, `${product} app`, product);
        tell(`answers of the ${product} app`, who.inputs - before.inputs, before.at);
      },
      120_000,
    );

    it('signs for the three at once', async () => {
      await who.page.goto(`/developers/${developer.id}/walk/review`);
      await sign(who, 'Mei Lin', 'Head of Privacy');
      expect(await submissionsOf(developer)).toHaveLength(3);
    }, 120_000);

    it('is accepted once a person of the vendor has looked, and nothing is due any more', async () => {
      const reviewer = await windowOf(world, 'am@vendor.example');
      for (const { id } of await submissionsOf(developer)) {
        expect(await checked(developer.api, developer.id, id)).toMatchObject({ checks: 'green', state: 'in-review' });
        await reviewer.goto(`/desk/reviews/${id}`);
        await reviewer.getByRole('button', { name: 'Accept the 4 items that are left' }).click();
        await reviewer.getByRole('heading', { name: 'Every item is decided' }).waitFor();
      }
      expect(await standingOf(world, developer)).toBe('active');
      await who.page.goto(`/developers/${developer.id}`);
      await who.page.getByRole('heading', { name: 'Nothing is due' }).waitFor();
    }, 120_000);
  });

  it('of one app is made in Chinese, from signing in to the receipt', async () => {
    const developer = await enrol(world, 'Zhongwen');
    const page = await openWindow(world, { language: 'zh-CN' });
    const who: Answering = { page, language: 'zh-CN', inputs: 0 };
    const began = Date.now();
    await begin(who, developer);
    await answerAll(who, 'Zhongwen app', 'native');
    await sign(who, '林美', '隐私负责人');
    tell('first attestation of one app, from the mail to the signature', who.inputs, began);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /签名回执/ }).click(),
    ]);
    const [submission] = await submissionsOf(developer);
    expect(download.suggestedFilename()).toBe(`receipt-${submission?.id}.jws`);
    const receipt = decodeJwt(readFileSync(await download.path(), 'ascii'));
    expect(receipt).toMatchObject({ submissionId: submission?.id, organisation: developer.name });
    expect(JSON.stringify(receipt)).toContain('法律');
  }, 240_000);
});
