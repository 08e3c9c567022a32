import { Skeleton, Stack } from '@mantine/core';
import { listAllAppeals } from '../../../../../api/appeals';
import { useList } from '../../../../client/view';
import { More } from '../../../../desk/more';
import { useSearch } from '../../../../desk/search';
import { StateFilter } from '../../../../desk/state-filter';
import { EmptyState } from '../../../../shell/empty-state';
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
  const { items, more, isAsking } = useList(listAllAppeals, {
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
      {!items && <Skeleton height={200} />}
      {items?.length === 0 && <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>}
      <Stack gap="md" maw={880}>
        {items?.map((appeal) => (
          <DeskAppeal key={appeal.id} appeal={appeal} />
        ))}
      </Stack>
      <More more={more} isAsking={isAsking} />
    </Page>
  );
}
