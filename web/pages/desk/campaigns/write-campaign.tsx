import { useParams, useSearchParams } from 'react-router';
import { getCampaign } from '../../../../api/campaigns';
import { listPolicyVersions } from '../../../../api/policies';
import type { CampaignId } from '../../../../domain/ids';
import { useViews, viewOf, wholeOf } from '../../../client/view';
import { EmptyState } from '../../../shell/empty-state';
import { Page } from '../../../shell/page';
import { CampaignForm } from './campaign-form';
import { CampaignNavigation } from './campaign-navigation';
import { useCampaignWords } from './words';

const published = wholeOf(listPolicyVersions, { query: { state: 'published' } });

/** Drafts a campaign by a published version: the one of the address, else the newest. */
export function NewCampaign() {
  const t = useCampaignWords();
  const [search] = useSearchParams();
  const [versions] = useViews(published);
  const material = versions.filter(({ isMaterial }) => isMaterial);
  const chosen = material.find(({ id }) => id === search.get('policy')) ?? material[0];
  if (!chosen) {
    return (
      <Page title={t('form.newTitle')} lead={t('form.lead')} width="wide">
        <CampaignNavigation />
        <EmptyState title={t('form.noPolicy')} icon="warning">
          {t('form.noPolicyWhat')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <CampaignForm
      versions={material}
      begin={{
        name: '',
        policyVersionId: chosen.id,
        obligations: chosen.obligations,
        audience: { sdkProducts: chosen.sdkProducts, standings: null, accountManagerIds: null, countries: null },
        dueAfterDays: 30,
        spreadOverDays: 28,
      }}
    />
  );
}

export function EditCampaign() {
  const campaignId = useParams().campaignId as CampaignId;
  const [campaign, versions] = useViews(viewOf(getCampaign, { params: { campaignId } }), published);
  return (
    <CampaignForm
      campaignId={campaignId}
      versions={versions.filter(({ isMaterial }) => isMaterial)}
      begin={{ ...campaign, dueAfterDays: daysIn(campaign.dueAfter), spreadOverDays: daysIn(campaign.spreadOver) }}
    />
  );
}

/** Campaigns are given in whole days: `P30D`, or `P4W`. */
function daysIn(duration: string): number {
  const [, count = '0', unit] = /^P(\d+)([DW])$/.exec(duration) ?? [];
  return Number(count) * (unit === 'W' ? 7 : 1);
}
