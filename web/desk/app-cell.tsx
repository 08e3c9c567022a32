import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { DeveloperId } from '../../domain/ids';
import { paths } from '../paths';

/** An app in a table, with its developer, to whom it leads. */
export function AppCell(row: { developerId: DeveloperId; appName: string; developerName: string }) {
  return (
    <Table.Td>
      <Anchor component={Link} to={paths.deskDeveloper(row.developerId)} fw={600} fz="sm">
        {row.appName}
      </Anchor>
      <Text fz="sm" c="dimmed">
        {row.developerName}
      </Text>
    </Table.Td>
  );
}
