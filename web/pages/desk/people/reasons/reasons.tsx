import { Code, Table, Text } from '@mantine/core';
import { listReasonCodes } from '../../../../../api/reviews';
import { useView } from '../../../../client/view';
import { DataTable } from '../../../../desk/data-table';
import { HeadRow } from '../../../../desk/head-row';
import { Page } from '../../../../shell/page';
import { PeopleNavigation } from '../people-navigation';
import { useReasonWords } from './words';

/** The reasons of a return, with their sentences in both languages. */
export function Reasons() {
  const t = useReasonWords();
  const { items } = useView(listReasonCodes, {});
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <PeopleNavigation />
      <DataTable title={t('title')} minWidth={720}>
        <HeadRow names={['code', 'english', 'chinese']} wordOf={(column) => t(column)} />
        <Table.Tbody>
          {items.map(({ code, text }) => (
            <Table.Tr key={code}>
              <Table.Th scope="row" fw={400}>
                <Code>{code}</Code>
              </Table.Th>
              <Table.Td lang="en">{text.en}</Table.Td>
              <Table.Td lang="zh-CN">{text['zh-CN']}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </DataTable>
      <Text fz="sm" c="dimmed" maw="75ch">
        {t('frozen')}
      </Text>
    </Page>
  );
}
