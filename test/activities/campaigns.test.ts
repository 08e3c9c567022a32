import { setTimeout as sleep } from 'node:timers/promises';
import { askDeveloper, askingOf } from '../../activities/campaign-asking';
import { walkLeg } from '../../activities/campaigns';
import type { ActivityDeps } from '../../activities/deps';
import { mailOf, noticeToSend } from '../../activities/notice-mail';
import type { Database } from '../../db/database';
import { mailsWaiting } from '../../db/queries/notices';
import { examineCampaign, proposeCampaign, startCampaign, steerCampaign } from '../../db/workspace/campaigns';
import type { AppId, CampaignId, DeveloperId, PersonId } from '../../domain/ids';
import { mostMailsWaiting } from '../../domain/mail/backlog';
import { activityDeps } from '../support/activity-deps';
import { campaigning } from '../support/campaigning';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';
import { until } from '../support/until';
import { letMailsLeave, makeMailsWait } from '../support/waiting-mails';

const quiet = () => undefined;
let db: Database;
let lived: ReturnType<typeof livedDevelopers>;
let deps: ActivityDeps;
let campaignId: CampaignId;
let author: PersonId;
let second: PersonId;
const people: { developerId: DeveloperId; appId: AppId }[] = [];

const rows = () =>
  db.selectFrom('campaignDevelopers').selectAll().where('campaignId', '=', campaignId).orderBy('developerId').execute();
const cycles = () => db.selectFrom('cycles').selectAll().where('campaign', '=', campaignId).execute();
const state = async () =>
  (await db.selectFrom('campaigns').select('state').where('id', '=', campaignId).executeTakeFirstOrThrow()).state;
const walk = () => walkLeg(deps, campaignId, { cursor: null }, quiet);

beforeAll(async () => {
  db = await testDatabase();
  lived = livedDevelopers(db);
  for (let count = 0; count < 7; count += 1) {
    const { developerId, appId } = await lived.enrol();
    await db
      .insertInto('developerProfiles')
      .values({
        developerId,
        legalName: `Studio ${count}`,
        accountManagerId: null,
        createdAt: new Date(lived.time.now),
      })
      .execute();
    if (count > 0) await lived.attest(developerId, appId);
    people.push({ developerId, appId });
  }
  const { deps: made, time } = activityDeps(db);
  time.now = lived.time.now + 90 * 86_400_000;
  deps = { ...made, settings: { ...made.settings, campaignRate: 3 } };
  ({ campaignId, author, second } = await campaigning(db, time.now));
});

describe('a campaign over seven developers', () => {
  it('works out first what would happen to each, and writes nothing else', async () => {
    await examineCampaign(db, campaignId, author, deps.clock.now());
    expect(await walk()).toEqual({ state: 'examined', settled: 0, count: 7, goesOn: false });
    const found = await rows();
    expect(found.filter(({ whatIf }) => whatIf?.passedOver === null)).toHaveLength(6);
    expect(found.find(({ developerId }) => developerId === people[0]?.developerId)?.whatIf?.passedOver).toBe(
      'asked-already',
    );
    expect(await cycles()).toEqual([]);
  });

  it('asks nobody before a second person has started it', async () => {
    await proposeCampaign(db, campaignId, author, deps.clock.now());
    expect(await walk()).toMatchObject({ state: 'proposed', goesOn: false });
    await expect(startCampaign(db, campaignId, author, deps.clock.now(), quiet)).rejects.toThrow(/check constraint/);
    await startCampaign(db, campaignId, second, deps.clock.now(), quiet);
    expect(await state()).toBe('running');
  });

  it('asks who was asked when it was cut off no second time, and leaves nobody behind', async () => {
    const campaign = await db
      .selectFrom('campaigns')
      .selectAll()
      .where('id', '=', campaignId)
      .executeTakeFirstOrThrow();
    const last = (await rows()).at(-1)?.developerId as DeveloperId;
    // Committed, and not heard of: the process died before it could say how far it had come.
    await askDeveloper(deps, await askingOf(deps, campaign), last);
    await askDeveloper(deps, await askingOf(deps, campaign), last);
    const told: (string | null)[] = [];
    const leg = await walkLeg(deps, campaignId, { cursor: (await rows())[2]?.developerId ?? null }, ({ cursor }) =>
      told.push(cursor),
    );
    expect(leg).toMatchObject({ state: 'finished', settled: 7, count: 7, goesOn: false });
    expect(told).toHaveLength(2);
    const asked = (await rows()).filter(({ outcome }) => outcome === 'asked');
    expect(asked).toHaveLength(6);
    expect((await cycles()).map((cycle) => cycle.developerId).sort()).toEqual(
      asked.map((row) => row.developerId).sort(),
    );
    expect((await rows()).map(({ whatIf, dueOn }) => (whatIf?.dueOn ?? null) === dueOn)).not.toContain(false);
  });

  it('says in a mail what changed, in both languages', async () => {
    const { developerId } = people[1] as (typeof people)[number];
    const notice = await db
      .selectFrom('notices')
      .select('id')
      .where('developerId', '=', developerId)
      .where('template', '=', 'policy-changed')
      .executeTakeFirstOrThrow();
    const toSend = await noticeToSend(deps, developerId, notice.id);
    if (!toSend) throw new Error('the notice is gone');
    const recipient = { personId: author, email: 'a@b.example', name: 'Mei', audience: 'signatory' as const };
    const english = mailOf(deps, toSend, { ...recipient, language: 'en' });
    expect(english.text).toContain('You answer within five working days.');
    expect(english.text).not.toContain('Clause 3.1');
    expect(mailOf(deps, toSend, { ...recipient, language: 'zh-CN' }).text).toContain('第 3.4 条');
  });

  it('has ended: it takes no further step', async () => {
    expect(await walk()).toMatchObject({ state: 'finished', goesOn: false });
    const steer = steerCampaign(db, campaignId, 'paused', { by: second, reason: 'Wait.' }, deps.clock.now());
    await expect(steer).rejects.toMatchObject({ code: 'campaign.not-possible' });
    await expect(
      db.updateTable('campaigns').set({ dueAfter: 'P1D' }).where('id', '=', campaignId).execute(),
    ).rejects.toThrow(/not changed/);
  });
});

describe('a campaign on a database that is slower than its rate', () => {
  it('hears a pause within a second, however many a second may be asked', async () => {
    const now = deps.clock.now();
    const other = await campaigning(db, now);
    await examineCampaign(db, other.campaignId, other.author, now);
    await walkLeg(deps, other.campaignId, { cursor: null }, quiet);
    await proposeCampaign(db, other.campaignId, other.author, now);
    await startCampaign(db, other.campaignId, other.second, now, quiet);
    let isPaused = false;
    const slow: ActivityDeps = {
      ...deps,
      settings: { ...deps.settings, campaignRate: 7 },
      async transact(...given) {
        if (!isPaused) {
          isPaused = true;
          await steerCampaign(db, other.campaignId, 'paused', { by: other.second, reason: 'Wait.' }, now);
        }
        await sleep(1_200);
        return deps.transact(...given);
      },
    };
    const leg = await walkLeg(slow, other.campaignId, { cursor: null }, quiet);
    // Four at a time; after their second nobody more.
    expect(leg).toMatchObject({ state: 'paused', settled: 4, count: 7, goesOn: false });
  });
});

describe('a campaign while as many mails as may wait to leave', () => {
  const batch = 3;
  const newcomers: DeveloperId[] = [];
  let other: Awaited<ReturnType<typeof campaigning>>;
  /** Leg by leg, as the workflow walks. */
  const walkThrough = async () => {
    for (;;) {
      const leg = await walkLeg(deps, other.campaignId, { cursor: null }, quiet);
      if (!leg.goesOn) return leg;
    }
  };
  const steer = (step: 'paused' | 'resumed') =>
    steerCampaign(db, other.campaignId, step, { by: other.second, reason: 'Wait.' }, deps.clock.now());
  const settledOnes = () =>
    db
      .selectFrom('campaignDevelopers')
      .select('developerId')
      .where('campaignId', '=', other.campaignId)
      .where('outcome', 'is not', null)
      .execute();

  beforeAll(async () => {
    const now = deps.clock.now();
    for (let count = 0; count < 7; count += 1) {
      const { developerId, appId } = await lived.enrol();
      await lived.attest(developerId, appId);
      newcomers.push(developerId);
    }
    other = await campaigning(db, now);
    await makeMailsWait(db, people[0]?.developerId as DeveloperId, mostMailsWaiting);
    await examineCampaign(db, other.campaignId, other.author, now);
    expect(await walkThrough()).toMatchObject({ state: 'examined' });
    await proposeCampaign(db, other.campaignId, other.author, now);
    await startCampaign(db, other.campaignId, other.second, now, quiet);
  });

  it('asks nobody, and hears a pause', async () => {
    const standing = walkThrough();
    await sleep(300);
    await steer('paused');
    expect(await standing).toMatchObject({ state: 'paused', settled: 0, goesOn: false });
    await steer('resumed');
  });

  it('asks one batch more when one has left, and stands again', async () => {
    await letMailsLeave(db, 1);
    const standing = walkThrough();
    await until('mails wait again', async () => (await mailsWaiting(db)) >= mostMailsWaiting);
    await sleep(1_500);
    expect(await mailsWaiting(db)).toBeLessThan(mostMailsWaiting + batch);
    await steer('paused');
    expect((await standing).settled).toBeLessThan(14);
    await steer('resumed');
  });

  it('asks everybody once when they have left or come back, though it is walked twice at once', async () => {
    const standing = [walkThrough(), walkThrough()];
    await sleep(300);
    const before = (await settledOnes()).length;
    await letMailsLeave(db);
    // Of two that come to its end the second is refused, and looks again.
    await Promise.allSettled(standing);
    expect(await walkThrough()).toMatchObject({ state: 'finished', settled: 14, goesOn: false });
    expect(before).toBeLessThan(14);
    const opened = await db
      .selectFrom('cycles')
      .select('developerId')
      .where('campaign', '=', other.campaignId)
      .execute();
    expect(opened.map(({ developerId }) => developerId).sort()).toEqual([...newcomers].sort());
  });
});
