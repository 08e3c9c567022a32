import { listAllExtensions } from '../../../../../api/extensions';
import { useList } from '../../../../client/view';
import { Listed } from '../../../../desk/listed';
import { useSearch } from '../../../../desk/search';
import { StateFilter } from '../../../../desk/state-filter';
import { Page } from '../../../../shell/page';
import { LegalNavigation } from '../legal-navigation';
import { AskedExtension } from './asked-extension';
import { useExtensionWords } from './words';

const states = ['open', 'granted', 'refused', 'withdrawn'] as const;

/** Requests for more time: those to decide, and what became of the others. */
export function Extensions() {
  const t = useExtensionWords();
  const { oneOf, set } = useSearch();
  const state = oneOf('state', states);
  const list = useList(listAllExtensions, {
    query: { state, sort: state === 'open' ? 'requestedAt' : '-requestedAt' },
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
        {(extension) => <AskedExtension extension={extension} />}
      </Listed>
    </Page>
  );
}
