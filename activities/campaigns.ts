import { Context } from '@temporalio/activity';
import { nextDevelopers } from '../db/queries/campaign-population';
import { type CampaignRow, finishCampaign, finishExamining } from '../db/workspace/campaigns';
import type { CampaignState } from '../domain/campaigns/states';
import type { CampaignId } from '../domain/ids';
import { progressOf, tellProgress } from '../integrations/signs-of-life';
import { waitedForMails } from './backlog';
import { askDeveloper, askingOf } from './campaign-asking';
import { examineDevelopers } from './campaign-examining';
import type { ActivityDeps } from './deps';
import { type Place, type Walk, walkOn } from './leg';
import { actForASecond } from './pace';

const examinedAtOnce = 20;

export interface Leg {
  state: CampaignState;
  settled: number;
  count: number;
  /** There is more to walk at once. */
  goesOn: boolean;
}

export function createCampaignActivities(deps: ActivityDeps) {
  return {
    /** Walks on with a campaign for some seconds, as its record says: works out what would happen, or asks; else does nothing. */
    async walkCampaign({ campaignId }: { campaignId: CampaignId }): Promise<Leg> {
      const place: Place = progressOf<Place>(Context.current()) ?? { cursor: null };
      return walkLeg(deps, campaignId, place, (reached) => tellProgress(Context.current(), reached));
    },
  };
}

/** One leg. `tell` hears of each place that everybody before is settled. */
export async function walkLeg(
  deps: ActivityDeps,
  campaignId: CampaignId,
  from: Place,
  tell: (place: Place) => void,
): Promise<Leg> {
  const { subject, goesOn } = await walkOn(walkOf(deps, campaignId), from, tell);
  return legOf(deps, subject, goesOn);
}

function walkOf(deps: ActivityDeps, campaignId: CampaignId): Walk<CampaignRow> {
  return {
    look: () => load(deps, campaignId),
    isWalking: ({ state }) => state === 'examining' || state === 'running',
    next: ({ id, state }, cursor) =>
      state === 'examining'
        ? nextDevelopers(deps.db, id, 'whatIf', cursor, examinedAtOnce)
        : nextDevelopers(deps.db, id, 'outcome', cursor, deps.settings.campaignRate),
    waited: async ({ state }) => state === 'running' && (await waitedForMails(deps)),
    async settle(campaign, developerIds) {
      if (campaign.state === 'running') {
        const asking = await askingOf(deps, campaign);
        return actForASecond(developerIds, deps.settings.campaignRate, (id) => askDeveloper(deps, asking, id));
      }
      await examineDevelopers(deps, campaign, developerIds);
      return developerIds.at(-1) ?? null;
    },
    finish: (campaign) => finish(deps, campaign),
  };
}

async function finish(deps: ActivityDeps, { id, state }: CampaignRow): Promise<void> {
  const now = deps.clock.now();
  if (state === 'examining') await finishExamining(deps.db, id, now);
  else await finishCampaign(deps.db, id, now);
}

function load(deps: ActivityDeps, id: CampaignId): Promise<CampaignRow> {
  return deps.db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function legOf(deps: ActivityDeps, { id, state }: CampaignRow, goesOn: boolean): Promise<Leg> {
  const open = state === 'examining' ? 'whatIf' : 'outcome';
  const { count, settled } = await deps.db
    .selectFrom('campaignDevelopers')
    .select((row) => [row.fn.countAll<string>().as('count'), row.fn.count<string>(open).as('settled')])
    .where('campaignId', '=', id)
    .executeTakeFirstOrThrow();
  return { state, goesOn, count: Number(count), settled: Number(settled) };
}
