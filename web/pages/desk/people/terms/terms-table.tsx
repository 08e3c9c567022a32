import { Table, Text } from '@mantine/core';
import { type TierTermName, type TierTerms, tierTermNames } from '../../../../../domain/terms/tier-terms';
import { DataTable } from '../../../../desk/data-table';
import { isSame, useTermText } from './term-text';
import { useTermsWords } from './words';

interface Side {
  label: string;
  terms: TierTerms;
}

/** Terms side by side, in words; where the first differs from the second it says so. */
export function TermsTable({
  title,
  sides,
  mark,
  names = tierTermNames,
}: {
  title: string;
  sides: readonly [Side, Side, ...Side[]];
  /** What it says of a term that is not the same in the first two. */
  mark: 'differs' | 'changes';
  names?: readonly TierTermName[];
}) {
  const t = useTermsWords();
  const textOf = useTermText();
  const [first, second] = sides;
  return (
    <DataTable title={title} minWidth={160 + 200 * sides.length}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('table.term')}</Table.Th>
          {sides.map(({ label }) => (
            <Table.Th key={label}>{label}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {names.map((name) => {
          const isMarked = !isSame(first.terms, second.terms, name);
          return (
            <Table.Tr key={name} bg={isMarked ? 'harbour.0' : undefined}>
              <Table.Th scope="row" fw={400}>
                {t(`term.${name}`)}
                {isMarked && (
                  <Text span fz="xs" fw={700}>
                    {t(`table.${mark}`)}
                  </Text>
                )}
              </Table.Th>
              {sides.map(({ label, terms }, place) => (
                <Table.Td key={label} fw={isMarked && place === 0 ? 600 : undefined}>
                  {textOf(terms, name)}
                </Table.Td>
              ))}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </DataTable>
  );
}
