import {
  cancelCampaign,
  examineCampaign,
  pauseCampaign,
  proposeCampaign,
  resumeCampaign,
  startCampaign,
} from '../../../api/campaigns';
import {
  examineCampaign as examine,
  proposeCampaign as propose,
  startCampaign as start,
  steerCampaign,
} from '../../../db/workspace/campaigns';
import { AvowError } from '../../../domain/errors';
import type { CampaignId, PersonId } from '../../../domain/ids';
import type { ServerDeps } from '../../deps';
import { answer, route } from '../../route';
import { campaignOr404, campaignViewOf } from './view';

export const examineCampaignRoute = route(examineCampaign, async ({ params, caller, deps, now }) => {
  const { campaignId: id } = params;
  await campaignOr404(deps.db, id);
  await examine(deps.db, id, caller.personId, now);
  return answer(202, await campaignViewOf(deps.db, id, now));
});

export const proposeCampaignRoute = route(proposeCampaign, async ({ params, caller, deps, now }) => {
  const { campaignId: id } = params;
  await campaignOr404(deps.db, id);
  await propose(deps.db, id, caller.personId, now);
  return campaignViewOf(deps.db, id, now);
});

export const startCampaignRoute = route(startCampaign, async ({ params, caller, deps, now }) => {
  const { campaignId: id } = params;
  const { startedBy } = await campaignOr404(deps.db, id);
  // Who repeats what they did is told that it is done.
  if (startedBy !== caller.personId) {
    await start(deps.db, id, caller.personId, now, ({ authors, proposedBy }) => {
      if (authors.includes(caller.personId) || proposedBy === caller.personId)
        throw new AvowError('campaign.same-person', 'Who wrote or proposed it cannot start it. Ask somebody else.');
    });
  }
  return campaignViewOf(deps.db, id, now);
});

export const pauseCampaignRoute = route(pauseCampaign, async ({ params, body, caller, deps, now }) =>
  steered(deps, params.campaignId, 'paused', { by: caller.personId, ...body }, now),
);

export const resumeCampaignRoute = route(resumeCampaign, async ({ params, body, caller, deps, now }) =>
  steered(deps, params.campaignId, 'resumed', { by: caller.personId, ...body }, now),
);

export const cancelCampaignRoute = route(cancelCampaign, async ({ params, body, caller, deps, now }) =>
  steered(deps, params.campaignId, 'cancelled', { by: caller.personId, ...body }, now),
);

async function steered(
  { db }: ServerDeps,
  id: CampaignId,
  step: 'paused' | 'resumed' | 'cancelled',
  given: { by: PersonId; reason: string },
  now: number,
) {
  await campaignOr404(db, id);
  await steerCampaign(db, id, step, given, now);
  return campaignViewOf(db, id, now);
}
