import { stringify } from 'csv/sync';

/** By this mark spreadsheets know that Chinese names are UTF-8. */
export const csvMark = '\uFEFF';

export type CsvCell = string | number | null;

/** A CSV file, some rows at a time: it is never in memory as a whole. What a spreadsheet would take for a formula is kept from being one. */
export async function* csvOf(
  head: readonly string[],
  pages: AsyncIterable<readonly (readonly CsvCell[])[]>,
): AsyncGenerator<string> {
  yield csvMark + stringify([[...head]]);
  for await (const rows of pages) if (rows.length > 0) yield stringify([...rows], { escape_formulas: true });
}
