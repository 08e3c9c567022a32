import { listTokens } from '../../../../api/tokens';
import { SubNavigation } from '../../../desk/sub-navigation';
import { paths } from '../../../paths';
import { useSession } from '../../../shell/session';
import { usePeopleWords } from './words';

/** Between people, tokens and what the vendor asks and says. Tokens are for administrators. */
export function PeopleNavigation() {
  const t = usePeopleWords();
  const { staff } = useSession();
  const readsTokens = listTokens.access.staff.some((role) => role === staff?.role);
  return (
    <SubNavigation
      label={t('navigation.label')}
      items={[
        { to: paths.deskPeople(), label: t('navigation.people') },
        ...(readsTokens ? [{ to: paths.deskTokens(), label: t('navigation.tokens') }] : []),
        { to: paths.deskTiers(), label: t('navigation.terms') },
        { to: paths.deskMails(), label: t('navigation.mails') },
        { to: paths.deskReasons(), label: t('navigation.reasons') },
      ]}
    />
  );
}
