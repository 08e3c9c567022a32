import { Alert, Group, Skeleton, Stack, Text } from '@mantine/core';
import { Suspense } from 'react';
import { dryRunEnforcement } from '../../../../api/enforcement';
import { useView } from '../../../client/view';
import { useSearch } from '../../../desk/search';
import { StateFilter } from '../../../desk/state-filter';
import { EmptyState } from '../../../shell/empty-state';
import { Page } from '../../../shell/page';
import { Icon } from '../../../theme/icon';
import { Budget } from './budget';
import { DryRunTotals } from './dry-run-totals';
import { EnforcementNavigation } from './enforcement-navigation';
import { Proposal } from './proposal';
import { useEnforcementWords } from './words';

const spans = ['P7D', 'P1D', 'P3D', 'P14D', 'P30D'] as const;
const inOrder = ['P1D', 'P3D', 'P7D', 'P14D', 'P30D'] as const;

/** What enforcement would do in the coming days, how much it may, and the way past that by two people. */
export function Enforcement() {
  const t = useEnforcementWords();
  const { oneOf, set } = useSearch();
  const ahead = oneOf('ahead', spans);
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <EnforcementNavigation />
      <Budget />
      <Group align="center">
        <Text fw={600}>{t('ahead.label')}</Text>
        <StateFilter
          label={t('ahead.label')}
          value={ahead}
          values={inOrder}
          wordOf={(span) => t(`ahead.${span}`)}
          onChange={(span) => set('ahead', span === 'P7D' ? null : span)}
        />
      </Group>
      <Suspense key={ahead} fallback={<Skeleton height={240} />}>
        <DryRun ahead={ahead} />
      </Suspense>
    </Page>
  );
}

function DryRun({ ahead }: { ahead: (typeof spans)[number] }) {
  const t = useEnforcementWords();
  const run = useView(dryRunEnforcement, { query: { ahead } });
  return (
    <Stack>
      {run.leftOff > 0 && (
        <Alert color="near" icon={<Icon name="warning" />}>
          {t('leftOff', { count: run.leftOff })}
        </Alert>
      )}
      <DryRunTotals totals={run.totals} />
      {run.items.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>
      ) : (
        <Proposal items={run.items} />
      )}
    </Stack>
  );
}
