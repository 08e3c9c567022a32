import { Checkbox, Code, Stack, Table, Text } from '@mantine/core';
import type { dryRunEnforcement } from '../../../../api/enforcement';
import type { AnswerOf } from '../../../client/asked';
import { AppCell } from '../../../desk/app-cell';
import { DataTable } from '../../../desk/data-table';
import { Moment } from '../../../moment/moment';
import { StateBadge } from '../../../standing/badge';
import { useLanguage } from '../../../words/words';
import { useEnforcementWords } from './words';

type Item = AnswerOf<typeof dryRunEnforcement>['items'][number];
const mostKeys = 3;

/** Step by step: when, whose, which live keys and how often they were checked. */
export function DryRunTable({
  items,
  chosen,
  onToggle,
}: {
  items: readonly Item[];
  chosen?: ReadonlySet<string>;
  onToggle?: (planId: string) => void;
}) {
  const t = useEnforcementWords();
  return (
    <DataTable title={t('navigation.ahead')} minWidth={700}>
      <Table.Thead>
        <Table.Tr>
          {onToggle && <Table.Th w={60}>{t('column.choose')}</Table.Th>}
          {(['app', 'step', 'when', 'keys', 'traffic'] as const).map((column) => (
            <Table.Th key={column} ta={column === 'traffic' ? 'right' : undefined}>
              {t(`column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Row
            key={`${item.planId} ${item.step}`}
            item={item}
            isChosen={chosen?.has(item.planId) === true}
            onToggle={onToggle}
          />
        ))}
      </Table.Tbody>
    </DataTable>
  );
}

function Row({ item, isChosen, onToggle }: { item: Item; isChosen: boolean; onToggle?: (planId: string) => void }) {
  const t = useEnforcementWords();
  const language = useLanguage();
  const { step, at, blockedBy, keys } = item;
  const traffic = keys.reduce((sum, key) => sum + key.verificationsLastDay, 0);
  return (
    <Table.Tr>
      {onToggle && (
        <Table.Td>
          {blockedBy === 'budget' && (
            <Checkbox
              checked={isChosen}
              onChange={() => onToggle(item.planId)}
              aria-label={t('chooseOne', { app: item.appName, developer: item.developerName })}
            />
          )}
        </Table.Td>
      )}
      <AppCell {...item} />
      <Table.Td>
        <StateBadge look={step === 'suspend' ? { color: 'over', icon: 'pause' } : { color: 'near', icon: 'warning' }}>
          {t(`step.${step}`)}
        </StateBadge>
      </Table.Td>
      <Table.Td>
        <Text fz="sm">{at ? <Moment at={at} /> : t('waits.now')}</Text>
        {blockedBy && (
          <Text fz="sm" fw={600}>
            {t(`waits.${blockedBy}`)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Stack gap={2}>
          {keys.slice(0, mostKeys).map((key) => (
            <Text key={key.id} fz="sm">
              {key.name}{' '}
              <Code>
                {key.prefix}…{key.lastFour}
              </Code>
            </Text>
          ))}
          {keys.length > mostKeys && <Text fz="sm">{t('keysMore', { count: keys.length - mostKeys })}</Text>}
        </Stack>
      </Table.Td>
      <Table.Td ta="right">{traffic.toLocaleString(language)}</Table.Td>
    </Table.Tr>
  );
}
