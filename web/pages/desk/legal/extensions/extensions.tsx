import { Skeleton, Stack } from '@mantine/core';
import { listAllExtensions } from '../../../../../api/extensions';
import { useList } from '../../../../client/view';
import { More } from '../../../../desk/more';
import { useSearch } from '../../../../desk/search';
import { StateFilter } from '../../../../desk/state-filter';
import { EmptyState } from '../../../../shell/empty-state';
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
  const { items, more, isAsking } = useList(listAllExtensions, {
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
      {!items && <Skeleton height={200} />}
      {items?.length === 0 && <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>}
      <Stack gap="md" maw={880}>
        {items?.map((extension) => (
          <AskedExtension key={extension.id} extension={extension} />
        ))}
      </Stack>
      <More more={more} isAsking={isAsking} />
    </Page>
  );
}
