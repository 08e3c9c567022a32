import { proxyActivities } from '@temporalio/workflow';
import type { createCampaignActivities } from '../activities/campaigns';
import type { CampaignInput } from './messages';
import { legOptions, walkLegs } from './walk';

const { walkCampaign } = proxyActivities<ReturnType<typeof createCampaignActivities>>(legOptions);

/** A campaign: walks its developers, first to work out what would happen, later to ask them. */
export async function campaign(input: CampaignInput): Promise<void> {
  await walkLegs(input, walkCampaign);
}
