import { SubNavigation } from '../../../desk/sub-navigation';
import { paths } from '../../../paths';
import { useLegalWords } from './words';

/** Between the register, extensions, appeals and what is handed out. */
export function LegalNavigation() {
  const t = useLegalWords();
  return (
    <SubNavigation
      label={t('navigation.label')}
      items={[
        { to: paths.deskLegal(), label: t('navigation.register') },
        { to: paths.deskExtensions(), label: t('navigation.extensions') },
        { to: paths.deskAppeals(), label: t('navigation.appeals') },
        { to: paths.deskRecords(), label: t('navigation.records') },
      ]}
    />
  );
}
