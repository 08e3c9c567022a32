import { setTimeout as sleep } from 'node:timers/promises';
import type { WhatIf } from '../../domain/campaigns/what-if';
import type { CampaignId } from '../../domain/ids';
import type { ApiClient } from '../../main/api-client';
import { attestedCrowd, crowdOf, memberOf } from '../support/attested-crowd';
import { expectAccessible, expectNoSidewaysScroll, inBrowser, windowOf } from '../support/browser';
import { campaignDraft, policyDraft } from '../support/campaigning';
import { recordCampaign } from '../support/histories';
import { startWorld, type World } from '../support/world';
import { attestAccepted } from './people';

const count = Number(process.env.AVOW_CAMPAIGN_SIZE ?? 2_000);
const crowd = crowdOf(count);
const perSecond = Math.ceil(count / 20);

// Asked for by `npx jest --testMatch '**/desk-campaign.ts'`, not a part of the tests until it was seen green as a whole.
inBrowser(`a policy campaign over ${count} developers`, () => {
  let world: World;
  let legal: ApiClient;
  let campaignId: CampaignId;
  const seconds: Record<string, number> = {};

  const path = () => `/v1/campaigns/${campaignId}`;
  const read = () => world.am.call('GET', path());
  const whatIf = () => world.am.call('GET', `${path()}/what-if`);
  const rows = () =>
    world.db.selectFrom('campaignDevelopers').selectAll().where('campaignId', '=', campaignId).execute();
  const until = async (what: string, isSo: () => Promise<boolean>) => {
    const began = Date.now();
    while (!(await isSo())) {
      if (Date.now() - began > 900_000) throw new Error(`it never came to this: ${what}`);
      await sleep(250);
    }
    seconds[what] = (Date.now() - began) / 1_000;
  };
  const open = async (who: string, address: string, opening: Parameters<typeof windowOf>[2] = {}) => {
    const page = await windowOf(world, `${who}@vendor.example`, opening);
    await page.goto(address);
    return page;
  };
  /** Sees that a page is for everybody, in both languages and narrow; keeps a picture of each where a developer of ours looks. */
  const look = async (who: string, name: string, address: string) => {
    for (const language of ['en', 'zh-CN'] as const) {
      for (const width of [1280, 360]) {
        const page = await open(who, address, { language, width });
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        if (process.env.AVOW_PICTURES)
          await page.screenshot({
            path: `${process.env.AVOW_PICTURES}/${name}-${language}-${width}.png`,
            fullPage: true,
          });
        await page.close();
      }
    }
  };
  const print = (line: string) => process.stdout.write(`${line}\n`);

  beforeAll(async () => {
    world = await startWorld({ CAMPAIGN_RATE: String(perSecond) });
    await attestedCrowd(world.db, count, world.amId, Date.now());
    legal = await world.signIn('legal@vendor.example');
  }, 300_000);

  it('begins with a version that legal writes and a lead publishes', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const policy = await legal.call('POST', '/v1/policy-versions', policyDraft({ effectiveOn: nextDay(today) }));
    expect(policy.obligations).toEqual(['rights']);
    const page = await open('lead', `/desk/policies/${policy.id}`);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published by').waitFor();
    await look('lead', 'policy', `/desk/policies/${policy.id}`);
    const campaign = await legal.call('POST', '/v1/campaigns', campaignDraft(policy.id, { spreadOver: 'P28D' }));
    campaignId = campaign.id;
  });

  it('is worked out on the whole population before anybody is asked', async () => {
    await legal.call('POST', `${path()}/what-if`);
    await until('what-if', async () => (await whatIf()).examinedAt !== null);
    const found = await whatIf();
    expect(found).toMatchObject({
      count,
      examined: count,
      asked: count - crowd.unmet,
      passedOver: [{ because: 'asked-already', count: crowd.unmet }],
      notAtAll: { lapsed: count - crowd.unmet, suspended: count - crowd.unmet },
    });
    expect(found.asLastTime.lapsed).toBeLessThanOrEqual(crowd.late);
    expect(found.asLastTime.lapsed).toBeGreaterThan(0);
    expect(found.asLastTime.reviews).toBeGreaterThan(0);
    // Spread: no day has more than a few times its share.
    const most = Math.max(...found.dueOn.map((day: { count: number }) => day.count));
    expect(most).toBeLessThan((count / 28) * 2.5);
    expect(await world.db.selectFrom('cycles').select('id').where('campaign', '=', campaignId).execute()).toEqual([]);
  }, 900_000);

  it('is started by a second person, pauses in the middle, and loses and repeats nobody when its worker is killed', async () => {
    await legal.call('POST', `${path()}/propose`);
    await expect(legal.call('POST', `${path()}/start`)).rejects.toThrow(/campaign.same-person|second person|403/);
    const page = await open('lead', `/desk/campaigns/${campaignId}`);
    await page.getByRole('button', { name: 'Start the campaign' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Start the campaign' }).click();
    const began = Date.now();
    await until('to a fifth', async () => (await read()).settled >= count / 5);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('The support line is full this morning.');
    await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused', { exact: true }).waitFor();
    await until('to a stand', async () => {
      const before = (await read()).settled;
      await sleep(2_500);
      return (await read()).settled === before;
    });
    const paused = await read();
    expect(paused.state).toBe('paused');
    expect(paused.settled).toBeLessThan(count);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('It is quiet again.');
    await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
    await until('to the half', async () => (await read()).settled >= count / 2);
    const killedAt = (await read()).settled;
    process.kill(world.pids().worker as number, 'SIGKILL');
    await until('to the end', async () => (await read()).state === 'finished');
    seconds.asking = (Date.now() - began) / 1_000;
    expect(killedAt).toBeLessThan(count);
    // The page has followed by itself.
    await page.getByText('100%').waitFor();

    const settled = await rows();
    const cycles = await world.db
      .selectFrom('cycles')
      .select('developerId')
      .where('campaign', '=', campaignId)
      .execute();
    const notices = await world.db
      .selectFrom('notices')
      .select('developerId')
      .where('template', '=', 'policy-changed')
      .execute();
    const asked = settled.filter((row) => row.outcome === 'asked').map((row) => row.developerId);
    expect(settled.filter((row) => row.outcome === null)).toEqual([]);
    expect(asked).toHaveLength(count - crowd.unmet);
    expect(cycles.map((row) => row.developerId).sort()).toEqual([...asked].sort());
    expect(notices.map((row) => row.developerId).sort()).toEqual([...asked].sort());
  }, 900_000);

  it('did what was foretold: who was asked, by which day, how many mails that day', async () => {
    const [found, done] = [await whatIf(), await read()];
    const openedOn = (what: { on: string; count: number }[]) =>
      what.slice(0, 2).reduce((sum, day) => sum + day.count, 0);
    expect(done.progress).toMatchObject({ asked: found.asked, passedOver: found.passedOver });
    const moved = (await rows()).filter(({ dueOn, whatIf: foretold }) => dueOn !== (foretold?.dueOn ?? null));
    // A day later for whom midnight came between the what-if and the asking; else the very day.
    for (const row of moved) expect(row.dueOn).toBe(nextDay(row.whatIf?.dueOn ?? ''));
    const sent = done.mailsOn.reduce((sum: number, day: { count: number }) => sum + day.count, 0);
    print(
      [
        `campaign over ${count}, ${perSecond} a second:`,
        `  what-if took ${seconds['what-if']?.toFixed(1)} s, asking ${seconds.asking?.toFixed(1)} s with a pause and a killed worker`,
        `  asked: foretold ${found.asked}, then ${done.progress.asked}; passed over: foretold ${JSON.stringify(found.passedOver)}, then ${JSON.stringify(done.progress.passedOver)}`,
        `  due days: foretold ${found.dueOn.length} from ${found.dueOn[0]?.on} to ${found.dueOn.at(-1)?.on}, then ${done.dueOn.length} from ${done.dueOn[0]?.on} to ${done.dueOn.at(-1)?.on}; ${moved.length} moved by midnight`,
        `  opening mails: foretold ${openedOn(found.notAtAll.mailsOn)}, then ${sent}`,
        `  as last time: ${found.asLastTime.mails} mails, ${found.asLastTime.reviews} reviews, ${found.asLastTime.lapsed} lapse, ${found.asLastTime.suspended} suspended; not at all: ${found.notAtAll.mails} mails, ${found.notAtAll.suspended} suspended`,
      ].join('\n'),
    );
    expect(sent).toBe(found.asked);
  });

  it('is shown to everybody: list, form, result, in both languages and narrow', async () => {
    await look('lead', 'campaigns', '/desk/campaigns');
    await look('lead', 'campaign', `/desk/campaigns/${campaignId}`);
    await look('legal', 'new-campaign', '/desk/campaigns/new');
    await look('legal', 'new-policy', '/desk/policies/new');
    await look('am', 'policies', '/desk/policies');
  }, 300_000);

  it('goes on as foretold for one who does nothing and one who signs', async () => {
    const idle = memberOf(2);
    const foretold = await whatIfOf(idle.developerId);
    await moveTo(idle.developerId, 75);
    const mails = await mailDaysOf(idle.developerId);
    const ahead = foretold.notAtAll.mailsOn.filter((day) => day <= (mails.at(-1) ?? ''));
    print(`  mails of who does nothing: foretold ${ahead.length}, then ${mails.length}`);
    expect(mails).toEqual(ahead);
    expect((await world.am.call('GET', `/v1/developers/${idle.developerId}`)).standing).toMatch(/restricted|suspended/);
    const signer = memberOf(4);
    const api = await world.signIn(signer.email);
    await attestAccepted(world, { id: signer.developerId, name: 'Crowd', backupEmail: '', ...signer, api });
    expect((await read()).results).toMatchObject({ attested: 1 });
  }, 300_000);

  afterAll(() => recordCampaign(world, 'campaign', campaignId));

  /** On a machine that is busy a step can take longer than one call waits. */
  async function moveTo(developerId: string, days: number): Promise<void> {
    const until = Date.now() + days * 86_400_000;
    const now = async () => Date.parse((await world.admin.call('GET', `/v1/developers/${developerId}`)).now);
    for (let tries = 0; tries < 30 && (await now()) < until - 86_400_000; tries += 1) {
      const left = Math.max(1, Math.round((until - (await now())) / 86_400_000));
      await world.admin
        .call('POST', `/v1/developers/${developerId}/clock`, { advance: `P${left}D` })
        .catch((fault: { code?: string }) => {
          if (fault.code !== 'clock.timeout') throw fault;
        });
    }
  }

  async function whatIfOf(developerId: string): Promise<WhatIf> {
    const row = (await rows()).find((one) => one.developerId === developerId);
    if (!row?.whatIf) throw new Error(`nothing was foretold of ${developerId}`);
    return row.whatIf;
  }

  async function mailDaysOf(developerId: string): Promise<string[]> {
    const notices = await world.db
      .selectFrom('notices')
      .innerJoin('developers', 'developers.id', 'notices.developerId')
      .select(['notices.createdAt', 'developers.timeZone'])
      .where('notices.developerId', '=', developerId as never)
      .where('notices.template', '!=', 'task')
      .orderBy('notices.createdAt')
      .execute();
    return notices.map(({ createdAt, timeZone }) => new Date(createdAt).toLocaleDateString('sv-SE', { timeZone }));
  }
});

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
