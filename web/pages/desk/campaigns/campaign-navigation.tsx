import { SubNavigation } from '../../../desk/sub-navigation';
import { paths } from '../../../paths';
import { useCampaignWords } from './words';

/** Between campaigns and the versions of the policy by which they ask. */
export function CampaignNavigation() {
  const t = useCampaignWords();
  return (
    <SubNavigation
      label={t('navigation.label')}
      items={[
        { to: paths.deskCampaigns(), label: t('navigation.campaigns') },
        { to: paths.deskPolicies(), label: t('navigation.policies') },
      ]}
    />
  );
}
