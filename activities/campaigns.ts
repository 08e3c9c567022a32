import { Context } from '@temporalio/activity';
import { nextDevelopers } from '../db/queries/campaign-population';
import { type CampaignRow, finishCampaign, finishExamining } from '../db/workspace/campaigns';
import type { CampaignState } from '../domain/campaigns/states';
import type { CampaignId, DeveloperId } from '../domain/ids';
import { progressOf, tellProgress } from '../integrations/signs-of-life';
import { askDeveloper } from './campaign-asking';
import { examineDevelopers } from './campaign-examining';
import type { ActivityDeps } from './deps';
import { actForASecond } from './pace';

/** A leg is over after so long: shorter than the grace that a worker has when it is stopped. */
const legMs = 8_000;
const examinedAtOnce = 20;

export interface Leg {
  state: CampaignState;
  settled: number;
  count: number;
  /** There is more to walk at once. */
  goesOn: boolean;
}

/** Where a leg stands; heard by Temporal, so that the next try goes on from there. */
interface Place {
  cursor: DeveloperId | null;
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
  let { cursor } = from;
  const endsAt = Date.now() + legMs;
  for (;;) {
    const campaign = await load(deps, campaignId);
    if (campaign.state !== 'examining' && campaign.state !== 'running') return legOf(deps, campaign, false);
    if (Date.now() > endsAt) return legOf(deps, campaign, true);
    const batch = await nextBatch(deps, campaign, cursor);
    if (batch.length === 0 && cursor === null) await finish(deps, campaign);
    else if (batch.length === 0) {
      // Once more from the start: a leg that was cut off may have left somebody behind.
      cursor = null;
    } else {
      if (campaign.state === 'examining') {
        await examineDevelopers(deps, campaign, batch);
        cursor = batch.at(-1) ?? null;
      } else {
        // No more of them in a second than this, so that mail and reviews follow in no faster a stream.
        const ask = (developerId: DeveloperId) => askDeveloper(deps, campaign, developerId);
        cursor = await actForASecond(batch, deps.settings.campaignRate, ask);
      }
      tell({ cursor });
    }
  }
}

function nextBatch(deps: ActivityDeps, { id, state }: CampaignRow, cursor: DeveloperId | null): Promise<DeveloperId[]> {
  return state === 'examining'
    ? nextDevelopers(deps.db, id, 'whatIf', cursor, examinedAtOnce)
    : nextDevelopers(deps.db, id, 'outcome', cursor, deps.settings.campaignRate);
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
