import { Anchor, Stack, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { endExemption, type listAllExemptions } from '../../../../api/exemptions';
import type { AnswerOf } from '../../../client/asked';
import { useCommand } from '../../../client/command';
import { DataTable } from '../../../desk/data-table';
import { HeadRow } from '../../../desk/head-row';
import { ReasonedAct } from '../../../desk/reasoned-act';
import { useStaffName } from '../../../desk/staff-names';
import { Day } from '../../../moment/moment';
import { dayText } from '../../../moment/zoned';
import { paths } from '../../../paths';
import { ExemptionBadge } from '../../../standing/badge';
import { useStateWords } from '../../../standing/words';
import { countryName } from '../../../words/names';
import { useLanguage } from '../../../words/words';
import { useLegalWords } from './words';

type Exemption = AnswerOf<typeof listAllExemptions>['items'][number];

/** The register as a table. */
export function RegisterTable({ items }: { items: readonly Exemption[] }) {
  const t = useLegalWords();
  return (
    <DataTable title={t('navigation.register')} minWidth={760}>
      <HeadRow names={['app', 'statute', 'state', 'ends', 'act']} wordOf={(column) => t(`column.${column}`)} />
      <Table.Tbody>
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </Table.Tbody>
    </DataTable>
  );
}

function Row({ item }: { item: Exemption }) {
  const t = useLegalWords();
  const stateWords = useStateWords();
  const nameOf = useStaffName();
  const language = useLanguage();
  const ending = useCommand(endExemption);
  const region = countryName(item.jurisdiction, language);
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={paths.deskDeveloper(item.developerId)} fw={600} fz="sm">
          {item.app.name}
        </Anchor>
        <Text fz="sm" c="dimmed">
          {item.developerName} · {stateWords(`step.${item.obligation}`)}
        </Text>
      </Table.Td>
      <Table.Td maw={320}>
        <Text fz="sm">
          {item.statute} ({region})
        </Text>
        <Text fz="xs" c="dimmed">
          {item.reason}
        </Text>
      </Table.Td>
      <Table.Td>
        <ExemptionBadge state={item.state} />
        <Text fz="xs" c="dimmed">
          {item.decidedBy && t('decidedBy', { who: nameOf(item.decidedBy) })}
          {item.endedBy && ` · ${t('endedBy', { who: nameOf(item.endedBy), reason: item.endReason ?? '' })}`}
          {item.decisionReason && ` · ${t('refusedWhy', { reason: item.decisionReason })}`}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text fz="sm">
          <Day on={item.endsOn} isShort />
        </Text>
        {item.askedUntilOn !== item.endsOn && (
          <Text fz="xs" c="dimmed">
            {t('asked', { day: dayText(item.askedUntilOn, language, { isShort: true }) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Stack gap={4} align="flex-start">
          {item.state === 'claimed' && (
            <Anchor component={Link} to={paths.deskReview(item.submissionId)} fz="sm">
              {t('review')}
            </Anchor>
          )}
          <ReasonedAct
            act="endExemption"
            subject={{ state: item.state }}
            label={t('end')}
            what={t('endWhat', { app: item.app.name })}
            reason={t('endReason')}
            command={ending}
            given={(reason) => ({ params: { exemptionId: item.id }, body: { reason } })}
            color="over"
            variant="outline"
            size="compact-sm"
          />
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}
