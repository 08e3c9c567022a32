import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { WhatIf } from '../../domain/campaigns/what-if';
import type { CampaignId, DeveloperId } from '../../domain/ids';
import type { ApiClient } from '../../main/api-client';
import { attestedCrowd, crowdOf, memberOf } from '../support/attested-crowd';
import { expectAccessible, inBrowser, sidewaysPixels, windowOf } from '../support/browser';
import { campaignDraft, policyDraft } from '../support/campaigning';
import { recordCampaign } from '../support/histories';
import { startWorld, type World } from '../support/world';
import { advance, attestAccepted } from './people';

/** A small crowd shows what a large one does; `AVOW_CAMPAIGN_SIZE=2000` asks for that one, and takes its minutes. */
const count = Number(process.env.AVOW_CAMPAIGN_SIZE ?? 80);
const crowd = crowdOf(count);
const perSecond = Math.ceil(count / 12);
const patience = 1_500_000;

inBrowser(`a policy campaign over ${count} developers`, () => {
  let world: World;
  let legal: ApiClient;
  let author: Page;
  let second: Page;
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
      if (Date.now() - began > patience) throw new Error(`it never came to this: ${what}`);
      await sleep(250);
    }
    seconds[what] = (Date.now() - began) / 1_000;
  };
  /** Presses a button, and the one of the same name in the dialog that it opens. */
  const press = async (page: Page, name: string, reason?: string) => {
    await page.getByRole('button', { name }).click();
    if (reason !== undefined) await page.getByRole('dialog').getByRole('textbox').fill(reason);
    await page.getByRole('dialog').getByRole('button', { name }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    world = await startWorld({ CAMPAIGN_RATE: String(perSecond) });
    await attestedCrowd(world.db, count, world.amId, Date.now());
    legal = await world.signIn('legal@vendor.example');
    author = await windowOf(world, 'legal@vendor.example');
    second = await windowOf(world, 'lead@vendor.example');
  }, 300_000);

  it('begins with a version that legal writes and a lead publishes', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const policy = await legal.call('POST', '/v1/policy-versions', policyDraft({ effectiveOn: nextDay(today) }));
    expect(policy.obligations).toEqual(['rights']);
    await second.goto(`/desk/policies/${policy.id}`);
    await press(second, 'Publish');
    await second.getByText('Published by').waitFor();
    const campaign = await legal.call('POST', '/v1/campaigns', campaignDraft(policy.id, { spreadOver: 'P28D' }));
    campaignId = campaign.id;
  });

  it(
    'is worked out on the whole population before anybody is asked',
    async () => {
      await author.goto(`/desk/campaigns/${campaignId}`);
      await author.getByRole('button', { name: 'Work out what would happen' }).click();
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
      expect(most).toBeLessThan(Math.max(15, (count / 28) * 2.5));
      expect(await world.db.selectFrom('cycles').select('id').where('campaign', '=', campaignId).execute()).toEqual([]);
      await press(author, 'Ask a second person to start it');
    },
    patience,
  );

  it(
    'is started by a second person, pauses in the middle, and loses and repeats nobody when its worker is killed',
    async () => {
      await expect(legal.call('POST', `${path()}/start`)).rejects.toThrow(/campaign.same-person|second person|403/);
      await second.goto(`/desk/campaigns/${campaignId}`);
      await press(second, 'Start the campaign');
      const began = Date.now();
      // All but the last click is done beforehand: on a busy machine the campaign would end meanwhile.
      await second.getByRole('button', { name: 'Pause' }).click();
      const dialog = second.getByRole('dialog');
      await dialog.getByRole('textbox').fill('The support line is full this morning.');
      await until('to a fifth', async () => (await read()).settled >= count / 5);
      await dialog.getByRole('button', { name: 'Pause' }).click();
      await dialog.waitFor({ state: 'detached' });
      await second.getByText('Paused', { exact: true }).waitFor();
      // Who was being asked in that moment is asked; nobody is after it.
      let paused = await read();
      await until('to a standstill', async () => {
        const before = paused;
        await sleep(3_000);
        paused = await read();
        return paused.settled === before.settled;
      });
      expect(paused.state).toBe('paused');
      expect(paused.settled).toBeLessThan(count);
      await expectAccessible(second);
      await press(second, 'Resume', 'It is quiet again.');
      await until('to the half', async () => (await read()).settled >= count / 2);
      const killedAt = (await read()).settled;
      process.kill(world.pids().worker as number, 'SIGKILL');
      await until('to the end', async () => (await read()).state === 'finished');
      seconds.asking = (Date.now() - began) / 1_000;
      expect(killedAt).toBeLessThan(count);
      // The page has followed by itself.
      await second.getByText('100%').waitFor();

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
    },
    patience,
  );

  it('did what was foretold: who was asked, by which day, how many mails that day', async () => {
    const [found, done] = [await whatIf(), await read()];
    const openedOn = (what: { on: string; count: number }[]) =>
      what.slice(0, 2).reduce((sum, day) => sum + day.count, 0);
    expect(done.progress).toMatchObject({ asked: found.asked, passedOver: found.passedOver });
    const moved = (await rows()).filter(({ dueOn, whatIf: foretold }) => dueOn !== (foretold?.dueOn ?? null));
    // A day later for whom midnight came between the what-if and the asking; else the very day.
    for (const row of moved) expect(row.dueOn).toBe(nextDay(row.whatIf?.dueOn ?? ''));
    const sent = done.mailsOn.reduce((sum: number, day: { count: number }) => sum + day.count, 0);
    const took = Object.entries(seconds).map(([what, taken]) => `${what} ${taken.toFixed(1)} s`);
    process.stdout.write(
      [
        `campaign over ${count}, at most ${perSecond} a second: ${took.join(', ')}`,
        `  asked: foretold ${found.asked}, then ${done.progress.asked}; passed over: foretold ${JSON.stringify(found.passedOver)}, then ${JSON.stringify(done.progress.passedOver)}`,
        `  due days: foretold ${found.dueOn.length} from ${found.dueOn[0]?.on} to ${found.dueOn.at(-1)?.on}, then ${done.dueOn.length} from ${done.dueOn[0]?.on} to ${done.dueOn.at(-1)?.on}; ${moved.length} moved by midnight`,
        `  opening mails: foretold ${openedOn(found.notAtAll.mailsOn)}, then ${sent}`,
        `  as last time: ${found.asLastTime.mails} mails, ${found.asLastTime.reviews} reviews, ${found.asLastTime.lapsed} lapse, ${found.asLastTime.suspended} suspended; not at all: ${found.notAtAll.mails} mails, ${found.notAtAll.suspended} suspended\n`,
      ].join('\n'),
    );
    expect(sent).toBe(found.asked);
  });

  it('shows what came of it to everybody, on a narrow window too', async () => {
    await expectAccessible(second);
    await second.setViewportSize({ width: 360, height: 800 });
    // Charts are drawn anew for the window.
    await until('to a narrow window', async () => (await sidewaysPixels(second)) <= 0);
  });

  it(
    'goes on as foretold for one who does nothing and one who signs',
    async () => {
      // Time is moved for one when the mails to all have gone out: theirs would wait behind a crowd's.
      await until(
        'mails',
        async () =>
          (await world.db.selectFrom('notices').select('id').where('state', '=', 'queued').limit(1).execute())
            .length === 0,
      );
      const signer = memberOf(4);
      const idle = (await rows())
        // Not one for whom midnight came in between: their days are a day later than foretold.
        .filter(({ whatIf: seen, dueOn }) => seen?.dueOn && seen.dueOn === dueOn)
        .filter((row) => row.developerId !== signer.developerId)
        .sort((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1))[0];
      const foretold = idle?.whatIf as WhatIf;
      const { developerId } = idle as { developerId: DeveloperId };
      const { now } = await world.admin.call('GET', `/v1/developers/${developerId}`);
      const beyond = Date.parse(foretold.notAtAll.lapsedOn ?? '') + 2 * dayMs;
      await advance(world, { id: developerId }, `P${Math.ceil((beyond - Date.parse(now)) / dayMs)}D`);
      const mails = await mailDaysOf(developerId);
      const ahead = foretold.notAtAll.mailsOn.filter((day) => day <= (mails.at(-1) ?? ''));
      process.stdout.write(`  mails of who does nothing: foretold ${ahead.length}, then ${mails.length}\n`);
      expect(mails).toEqual(ahead);
      expect((await world.am.call('GET', `/v1/developers/${developerId}`)).standing).toBe('grace');
      const api = await world.signIn(signer.email);
      await attestAccepted(world, { id: signer.developerId, name: 'Crowd', backupEmail: '', ...signer, api });
      expect((await read()).results).toMatchObject({ attested: 1 });
    },
    patience,
  );

  afterAll(() => recordCampaign(world, 'campaign', campaignId));

  async function mailDaysOf(developerId: DeveloperId): Promise<string[]> {
    const notices = await world.db
      .selectFrom('notices')
      .innerJoin('developers', 'developers.id', 'notices.developerId')
      .select(['notices.createdAt', 'developers.timeZone'])
      .where('notices.developerId', '=', developerId)
      .where('notices.template', '!=', 'task')
      .orderBy('notices.createdAt')
      .execute();
    return notices.map(({ createdAt, timeZone }) => new Date(createdAt).toLocaleDateString('sv-SE', { timeZone }));
  }
});

const dayMs = 86_400_000;

function nextDay(day: string): string {
  return new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
}
