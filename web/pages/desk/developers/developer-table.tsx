import { Anchor, Checkbox, Table, Text, UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import type { DeveloperId } from '../../../../domain/ids';
import { DataTable } from '../../../desk/data-table';
import { paths } from '../../../paths';
import { StateBadge } from '../../../standing/badge';
import { Cell } from './cell';
import { type Column, type Listed, sortable, type useDevelopersView } from './view';
import { useDevelopersWords } from './words';

type View = ReturnType<typeof useDevelopersView>;

/** The list as a table: headings order it, boxes choose from it. */
export function DeveloperTable({
  items,
  view,
  chosen,
  onChoose,
}: {
  items: readonly Listed[];
  view: View;
  chosen: ReadonlySet<DeveloperId>;
  onChoose: (chosen: ReadonlySet<DeveloperId>) => void;
}) {
  const t = useDevelopersWords();
  const isAll = items.every(({ id }) => chosen.has(id));
  return (
    <DataTable title={t('title')} minWidth={view.columns.length * 120 + 260}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={44}>
            <Checkbox
              aria-label={t('selectAll')}
              checked={isAll}
              indeterminate={!isAll && chosen.size > 0}
              onChange={() => onChoose(isAll ? new Set() : new Set([...chosen, ...items.map(({ id }) => id)]))}
            />
          </Table.Th>
          <Heading column="name" view={view} />
          {view.columns.map((column) => (
            <Heading key={column} column={column} view={view} />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.id} bg={chosen.has(item.id) ? 'harbour.0' : undefined}>
            <Table.Td>
              <Checkbox
                aria-label={t('select', { name: item.legalName })}
                checked={chosen.has(item.id)}
                onChange={(event) => {
                  const after = new Set(chosen);
                  if (event.currentTarget.checked) after.add(item.id);
                  else after.delete(item.id);
                  onChoose(after);
                }}
              />
            </Table.Td>
            <Table.Td>
              <Anchor component={Link} to={paths.deskDeveloper(item.id)} fw={600} fz="sm">
                {item.legalName}
              </Anchor>
              {item.isUnreachable && (
                <Text component="div">
                  <StateBadge look={{ color: 'over', icon: 'mail' }}>{t('unreachable')}</StateBadge>
                </Text>
              )}
            </Table.Td>
            {view.columns.map((column) => (
              <Table.Td key={column}>
                <Cell column={column} item={item} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </DataTable>
  );
}

function Heading({ column, view }: { column: Column | 'name'; view: View }) {
  const t = useDevelopersWords();
  const { field, isDown } = view.order;
  const word = t(`column.${column}`);
  const by = sortable.find((one) => one === column);
  if (!by) return <Table.Th>{word}</Table.Th>;
  const isHere = field === by;
  return (
    <Table.Th aria-sort={isHere ? (isDown ? 'descending' : 'ascending') : 'none'}>
      <UnstyledButton fz="sm" fw={700} onClick={() => view.orderBy(by)}>
        {word} <span aria-hidden="true">{isHere ? (isDown ? '↓' : '↑') : '↕'}</span>
      </UnstyledButton>
    </Table.Th>
  );
}
