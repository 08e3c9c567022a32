import { listAllAppeals } from '../../../../../api/appeals';
import { useList } from '../../../../client/view';
import { Listed } from '../../../../desk/listed';
import { useSearch } from '../../../../desk/search';
import { StateFilter } from '../../../../desk/state-filter';
import { Page } from '../../../../shell/page';
import { LegalNavigation } from '../legal-navigation';
import { DeskAppeal } from './desk-appeal';
import { useDeskAppealWords } from './words';

const states = ['open', 'upheld', 'dismissed', 'withdrawn'] as const;

/** Appeals of all developers, those that are owed an answer first. */
export function DeskAppeals() {
  const t = useDeskAppealWords();
  const { oneOf, set } = useSearch();
  const state = oneOf('state', states);
  const list = useList(listAllAppeals, {
    query: { state, sort: state === 'open' ? 'decisionDueAt' : '-filedAt' },
  });
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <LegalNavigation />
      <StateFilter
        label={t('which')}
        value={state}
        values={states}
        wordOf={(value) => t(`state.${value}`)}
        onChange={(value) => set('state', value === 'open' ? null : value)}
      />
      <Listed list={list} none={t('none')} noneWhat={t('noneWhat')}>
        {(appeal) => <DeskAppeal appeal={appeal} />}
      </Listed>
    </Page>
  );
}
