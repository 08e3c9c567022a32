import { examinationOf, keepWhatIfs, lastTimes } from '../db/queries/campaign-population';
import type { CampaignRow } from '../db/workspace/campaigns';
import { type WhatIf, whatIf, whatIfEventId } from '../domain/campaigns/what-if';
import type { DeveloperId } from '../domain/ids';
import { askingOf } from './campaign-asking';
import type { ActivityDeps } from './deps';
import { lookAhead } from './looking-ahead';
import { actOnFew } from './pace';

/** Works out what a campaign would do to each of these and keeps it; decides and writes nothing else. */
export async function examineDevelopers(
  deps: ActivityDeps,
  campaign: CampaignRow,
  developerIds: readonly DeveloperId[],
): Promise<void> {
  const examination = await examinationOf(deps.db, campaign.id);
  const asking = { ...(await askingOf(deps, campaign)), id: whatIfEventId };
  const lastTime = await lastTimes(deps.db, developerIds);
  const found: { developerId: DeveloperId; whatIf: WhatIf }[] = [];
  await actOnFew(developerIds, async (developerId) => {
    const signedAfterDueMs = lastTime.get(developerId) ?? null;
    const foreseen = await lookAhead(deps, developerId, (state, context, now) =>
      whatIf(state, asking, context, now, signedAfterDueMs),
    );
    if (foreseen) found.push({ developerId, whatIf: foreseen });
  });
  await keepWhatIfs(deps.db, campaign.id, examination, found);
}
