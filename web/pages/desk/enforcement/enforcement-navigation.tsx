import { SubNavigation } from '../../../desk/sub-navigation';
import { paths } from '../../../paths';
import { useEnforcementWords } from './words';

/** Between what comes, holds, releases and what was enforced wrongly. */
export function EnforcementNavigation() {
  const t = useEnforcementWords();
  return (
    <SubNavigation
      label={t('navigation.label')}
      items={[
        { to: paths.deskEnforcement(), label: t('navigation.ahead') },
        { to: paths.deskHolds(), label: t('navigation.holds') },
        { to: paths.deskReleases(), label: t('navigation.releases') },
        { to: paths.deskWrongful(), label: t('navigation.wrongful') },
      ]}
    />
  );
}
