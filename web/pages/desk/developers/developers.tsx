import { Alert, Button, Group, List, Skeleton, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { countDevelopers, exportDevelopers } from '../../../../api/desk-developers';
import { listDevelopers } from '../../../../api/developers';
import type { DeveloperId } from '../../../../domain/ids';
import { addressOf } from '../../../client/call';
import { useList, viewOf } from '../../../client/view';
import { More } from '../../../desk/more';
import { EmptyState } from '../../../shell/empty-state';
import { Page } from '../../../shell/page';
import { Bulk, type Outcomes } from './bulk';
import { ColumnChoice } from './column-choice';
import { DeveloperTable } from './developer-table';
import { Filters } from './filters';
import { useDevelopersView } from './view';
import { Views } from './views';
import { useDevelopersWords } from './words';

/** Every developer, as many as there are: the server filters, orders and pages, the address holds the view. */
export function Developers() {
  const t = useDevelopersWords();
  const view = useDevelopersView();
  const { items, more, isAsking } = useList(listDevelopers, { query: { ...view.filter, sort: view.sort, limit: 50 } });
  const count = useQuery({
    ...viewOf(countDevelopers, { query: view.filter }),
    placeholderData: keepPreviousData,
  }).data;
  const [chosen, setChosen] = useState<ReadonlySet<DeveloperId>>(new Set());
  const [outcomes, setOutcomes] = useState<Outcomes | null>(null);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      actions={
        <Button
          component="a"
          variant="default"
          href={addressOf(exportDevelopers, { query: { ...view.filter, sort: view.sort } })}
          download
        >
          {t('export')}
        </Button>
      }
    >
      <Filters view={view} />
      <Group justify="space-between">
        <Text fw={600} aria-live="polite">
          {count && (count.isMore ? t('countMore', { count: count.count }) : t('count', { count: count.count }))}
        </Text>
        <Group gap="xs">
          <Views />
          <ColumnChoice view={view} />
        </Group>
      </Group>
      {outcomes && (
        <Alert color="good" role="status" title={t('bulk.result')} withCloseButton onClose={() => setOutcomes(null)}>
          <List>
            {Object.entries(outcomes).map(([outcome, number]) => (
              <List.Item key={outcome}>
                {t(`bulk.outcome.${outcome as keyof Outcomes}`, { count: number ?? 0 })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {chosen.size > 0 && (
        <Bulk
          chosen={[...chosen]}
          onDone={(result) => {
            setOutcomes(result);
            setChosen(new Set());
          }}
          onLetGo={() => setChosen(new Set())}
        />
      )}
      {!items && <Skeleton height={320} />}
      {items?.length === 0 && (
        <EmptyState title={t('none')} icon="people">
          {t('noneWhat')}
        </EmptyState>
      )}
      {items && items.length > 0 && <DeveloperTable items={items} view={view} chosen={chosen} onChoose={setChosen} />}
      <More more={more} isAsking={isAsking} />
    </Page>
  );
}
