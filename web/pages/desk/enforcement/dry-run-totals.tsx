import { Group, Text } from '@mantine/core';
import type { dryRunEnforcement } from '../../../../api/enforcement';
import type { AnswerOf } from '../../../client/asked';
import { useEnforcementWords } from './words';

/** How far a dry run reaches, in four numbers. */
export function DryRunTotals({ totals }: { totals: AnswerOf<typeof dryRunEnforcement>['totals'] }) {
  const t = useEnforcementWords();
  return (
    <Group gap="xl" fw={600}>
      <Text inherit>{t('totals.apps', { count: totals.apps })}</Text>
      <Text inherit>{t('totals.developers', { count: totals.developers })}</Text>
      <Text inherit>{t('totals.keys', { count: totals.keys })}</Text>
      <Text inherit>{t('totals.traffic', { count: totals.verificationsLastDay })}</Text>
    </Group>
  );
}
