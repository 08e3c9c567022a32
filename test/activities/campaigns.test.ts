import { setTimeout as sleep } from 'node:timers/promises';
import { askDeveloper, askingOf } from '../../activities/campaign-asking';
import { walkLeg } from '../../activities/campaigns';
import type { ActivityDeps } from '../../activities/deps';
import { mailOf, noticeToSend } from '../../activities/notice-mail';
import type { Database } from '../../db/database';
import { examineCampaign, proposeCampaign, startCampaign, steerCampaign } from '../../db/workspace/campaigns';
import type { AppId, CampaignId, DeveloperId, PersonId } from '../../domain/ids';
import { activityDeps } from '../support/activity-deps';
import { campaigning } from '../support/campaigning';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';

const quiet = () => undefined;
let db: Database;
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
  const lived = livedDevelopers(db);
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
