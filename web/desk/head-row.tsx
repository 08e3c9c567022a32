import { Table } from '@mantine/core';

/** The first row of a table: what its columns are called. */
export function HeadRow<const Names extends readonly string[]>({
  names,
  wordOf,
}: {
  names: Names;
  wordOf: (name: Names[number]) => string;
}) {
  return (
    <Table.Thead>
      <Table.Tr>
        {names.map((name) => (
          <Table.Th key={name}>{wordOf(name)}</Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}
