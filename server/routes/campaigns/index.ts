import type { Route } from '../../route';
import {
  changePolicyRoute,
  draftPolicyRoute,
  getPolicyInForceRoute,
  getPolicyVersionRoute,
  listPolicyVersionsRoute,
  publishPolicyRoute,
} from '../policies/policies';
import {
  changeCampaignRoute,
  draftCampaignRoute,
  getCampaignRoute,
  getCampaignWhatIfRoute,
  listCampaignDevelopersRoute,
  listCampaignsRoute,
} from './campaigns';
import {
  cancelCampaignRoute,
  examineCampaignRoute,
  pauseCampaignRoute,
  proposeCampaignRoute,
  resumeCampaignRoute,
  startCampaignRoute,
} from './steer';

/** Versions of the policy, and the campaigns that ask by them. */
export const campaignRoutes: readonly Route[] = [
  getPolicyInForceRoute,
  draftPolicyRoute,
  listPolicyVersionsRoute,
  getPolicyVersionRoute,
  changePolicyRoute,
  publishPolicyRoute,
  draftCampaignRoute,
  listCampaignsRoute,
  getCampaignRoute,
  changeCampaignRoute,
  getCampaignWhatIfRoute,
  listCampaignDevelopersRoute,
  examineCampaignRoute,
  proposeCampaignRoute,
  startCampaignRoute,
  pauseCampaignRoute,
  resumeCampaignRoute,
  cancelCampaignRoute,
];
