import { Page } from '../../../../shell/page';
import { EnforcementNavigation } from '../enforcement-navigation';
import { FreezeDays } from './freeze-days';
import { HoldList } from './hold-list';
import { useHoldWords } from './words';

/** What stops enforcement for a while: holds until they are lifted, and days on which nobody is suspended. */
export function Holds() {
  const t = useHoldWords();
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <EnforcementNavigation />
      <HoldList />
      <FreezeDays />
    </Page>
  );
}
