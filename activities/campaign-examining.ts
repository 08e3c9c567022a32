import { boundsOf } from '../db/lifecycle/bounds';
import { loadState } from '../db/lifecycle/load';
import { contextOf, obligationNow, offsetOf } from '../db/lifecycle/transact';
import { examinationOf, keepWhatIfs, lastTimes } from '../db/queries/campaign-population';
import type { CampaignRow } from '../db/workspace/campaigns';
import { type WhatIf, whatIf, whatIfEventId } from '../domain/campaigns/what-if';
import type { DeveloperId } from '../domain/ids';
import type { EventOf } from '../domain/lifecycle/events';
import { askingOf } from './campaign-asking';
import type { ActivityDeps } from './deps';

/** Works out what a campaign would do to each of these and keeps it; decides and writes nothing else. */
export async function examineDevelopers(
  deps: ActivityDeps,
  campaign: CampaignRow,
  developerIds: readonly DeveloperId[],
): Promise<void> {
  const examination = await examinationOf(deps.db, campaign.id);
  const asking = await askingOf(deps, campaign, whatIfEventId);
  const lastTime = await lastTimes(deps.db, developerIds);
  const found: { developerId: DeveloperId; whatIf: WhatIf }[] = [];
  for (const developerId of developerIds) {
    const foreseen = await examine(deps, asking, developerId, lastTime.get(developerId) ?? null);
    if (foreseen) found.push({ developerId, whatIf: foreseen });
  }
  await keepWhatIfs(deps.db, campaign.id, examination, found);
}

async function examine(
  { db, lifecycle, clock }: ActivityDeps,
  asking: EventOf<'campaign.asked'>,
  developerId: DeveloperId,
  signedAfterDueMs: number | null,
): Promise<WhatIf | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const state = await loadState(trx, developerId);
      if (state === null) return null;
      const now = obligationNow(clock.now(), await offsetOf(trx, lifecycle, developerId), state);
      const context = contextOf(lifecycle, await boundsOf(trx, developerId));
      return whatIf(state, asking, context, now, signedAfterDueMs);
    });
}
