import {
  changeCampaign,
  draftCampaign,
  getCampaign,
  getCampaignWhatIf,
  listCampaignDevelopers,
  listCampaigns,
} from '../../../api/campaigns';
import { isoOrNull } from '../../../api/values';
import { paged } from '../../../db/paging';
import { campaignsQuery } from '../../../db/queries/campaign-figures';
import { type CampaignDraft, changeCampaign as change, draftCampaign as draft } from '../../../db/workspace/campaigns';
import { clausesInForce } from '../../../db/workspace/policies';
import { campaignFaults } from '../../../domain/campaigns/campaign-faults';
import { AvowError } from '../../../domain/errors';
import type { ServerDeps } from '../../deps';
import { answer, route } from '../../route';
import { touchedBy } from '../policies/view';
import { campaignOr404, campaignSummaryOf, campaignViewOf, whatIfViewOf } from './view';

export const draftCampaignRoute = route(draftCampaign, async ({ body, caller, deps, newId, now }) => {
  await refuseFaulty(deps, body);
  const id = newId('cmp');
  await draft(deps.db, id, body, caller.personId, now);
  return answer(201, await campaignViewOf(deps.db, id, now));
});

export const changeCampaignRoute = route(changeCampaign, async ({ params, body, caller, deps, now }) => {
  const { campaignId: id } = params;
  await campaignOr404(deps.db, id);
  await refuseFaulty(deps, body);
  await change(deps.db, id, body, caller.personId, now);
  return campaignViewOf(deps.db, id, now);
});

export const listCampaignsRoute = route(listCampaigns, async ({ query, deps }) => {
  let campaigns = campaignsQuery(deps.db);
  if (query.state !== undefined) campaigns = campaigns.where('campaigns.state', '=', query.state);
  const sorts = { createdAt: { by: 'campaigns.createdAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(campaigns, sorts, 'campaigns.id', query);
  return { items: rows.map(campaignSummaryOf), nextCursor };
});

export const getCampaignRoute = route(getCampaign, async ({ params, deps, now }) =>
  campaignViewOf(deps.db, params.campaignId, now),
);

export const getCampaignWhatIfRoute = route(getCampaignWhatIf, async ({ params, deps }) =>
  whatIfViewOf(deps.db, params.campaignId),
);

export const listCampaignDevelopersRoute = route(listCampaignDevelopers, async ({ params, query, deps }) => {
  await campaignOr404(deps.db, params.campaignId);
  let developers = deps.db
    .selectFrom('campaignDevelopers')
    .innerJoin('developerProfiles', 'developerProfiles.developerId', 'campaignDevelopers.developerId')
    .selectAll('campaignDevelopers')
    .select('developerProfiles.legalName as developerName')
    .where('campaignId', '=', params.campaignId);
  if (query.outcome !== undefined) developers = developers.where('outcome', '=', query.outcome);
  const sorts = { name: { by: 'developerProfiles.legalName', kind: 'text' } } as const;
  const { rows, nextCursor } = await paged(developers, sorts, 'campaignDevelopers.developerId', query);
  return {
    items: rows.map(({ developerId, developerName, outcome, because, dueOn, whatIf, settledAt }) => ({
      developerId,
      developerName,
      outcome,
      because,
      dueOn,
      expectedDueOn: whatIf?.dueOn ?? null,
      settledAt: isoOrNull(settledAt),
    })),
    nextCursor,
  };
});

async function refuseFaulty({ db, lifecycle }: ServerDeps, draft: CampaignDraft): Promise<void> {
  const row = await db
    .selectFrom('policyVersions')
    .selectAll()
    .where('id', '=', draft.policyVersionId)
    .executeTakeFirst();
  const policy = row && {
    isPublished: row.publishedAt !== null,
    isMaterial: row.isMaterial,
    sdkProducts: row.sdkProducts,
    obligations: touchedBy(row, await clausesInForce(db)),
  };
  const faults = campaignFaults({ ...draft, ...draft.audience }, policy ?? null, lifecycle.terms);
  if (faults.length > 0) throw new AvowError('request.invalid', 'Correct what is named below.', faults);
}
