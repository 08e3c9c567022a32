import { setTimeout as sleep } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { nextDevelopers } from '../db/queries/campaign-population';
import { type CampaignRow, finishCampaign, finishExamining } from '../db/workspace/campaigns';
import type { CampaignState } from '../domain/campaigns/states';
import type { CampaignId, DeveloperId } from '../domain/ids';
import { progressOf, tellProgress } from '../integrations/signs-of-life';
import { askDeveloper } from './campaign-asking';
import { examineDevelopers } from './campaign-examining';
import type { ActivityDeps } from './deps';

/** A leg is over after so long: shorter than the grace that a worker has when it is stopped. */
const legMs = 8_000;
const examinedAtOnce = 20;
/** Transactions under way at a time: as many as leave the database to others. */
const askedAtOnce = 4;

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
      } else cursor = await askForOneSecond(deps, campaign, batch);
      tell({ cursor });
    }
  }
}

function nextBatch(deps: ActivityDeps, { id, state }: CampaignRow, cursor: DeveloperId | null): Promise<DeveloperId[]> {
  return state === 'examining'
    ? nextDevelopers(deps.db, id, 'whatIf', cursor, examinedAtOnce)
    : nextDevelopers(deps.db, id, 'outcome', cursor, deps.settings.campaignRate);
}

/**
 * Asks these developers for a second: no more of them, so that mail and reviews follow in no faster a stream; and no longer, so that a pause
 * is heard in time where the database is slower than the rate. Returns the last who was asked; all before are.
 */
async function askForOneSecond(
  deps: ActivityDeps,
  campaign: CampaignRow,
  developerIds: readonly DeveloperId[],
): Promise<DeveloperId | null> {
  const second = sleep(1_000);
  const until = performance.now() + 1_000;
  const waiting = [...developerIds];
  let last: DeveloperId | null = null;
  const askOn = async () => {
    for (
      let next = waiting.shift();
      next !== undefined;
      next = performance.now() < until ? waiting.shift() : undefined
    ) {
      last = next;
      await askDeveloper(deps, campaign, next);
    }
  };
  await Promise.all(Array.from({ length: askedAtOnce }, askOn));
  await second;
  return last;
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
