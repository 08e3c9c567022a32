import { parse } from 'csv/sync';
import { mostImportRows } from '../../../api/imports';
import type { TextLanguage } from '../../../domain/catalogue/text';
import { AvowError } from '../../../domain/errors';
import {
  type ColumnProblemCode,
  type ImportCells,
  type ImportColumn,
  importColumns,
  importNotes,
  neededColumns,
} from '../../../domain/imports/columns';
import { columnProblemText } from '../../../domain/imports/problem-words';

/** The rows of an uploaded file. Throws import.unreadable with what to do, by column in the language of who reads it. */
export function readImport(content: Uint8Array, language: TextLanguage): ImportCells[] {
  const [header = [], ...records] = recordsOf(textOf(content));
  const names = header.map((name) => name.trim());
  const unknown = names.filter((name) => name !== '' && !isColumn(name) && !isNote(name));
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) < index);
  const missing = neededColumns.filter((name) => !names.includes(name));
  const fault = (name: string, code: ColumnProblemCode) => ({
    path: `/${name.slice(0, 100)}`,
    message: columnProblemText(code, language),
  });
  const faults = [
    ...unknown.map((name) => fault(name, 'unknown')),
    ...twice.map((name) => fault(name, 'twice')),
    ...missing.map((name) => fault(name, 'missing')),
  ];
  if (faults.length > 0)
    throw unreadable(`Name the columns in the first row: ${importColumns.join(', ')}.`, faults.slice(0, 50));
  if (records.length === 0) throw unreadable('There is no row below the names of the columns.');
  if (records.length > mostImportRows)
    throw unreadable(`A file has at most ${mostImportRows.toLocaleString('en')} rows. Divide it between developers.`);
  return records.map((record) => cellsOf(names, record));
}

function cellsOf(names: readonly string[], record: readonly string[]): ImportCells {
  const cells = Object.fromEntries(importColumns.map((name) => [name, ''])) as Record<ImportColumn, string>;
  names.forEach((name, index) => {
    if (isColumn(name)) cells[name] = (record[index] ?? '').trim();
  });
  return cells;
}

function textOf(content: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw unreadable('Save the file as CSV in UTF-8.');
}

/** Rows that are blank altogether are kept: the numbers of those behind them are what the spreadsheet shows. */
function recordsOf(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false, max_record_size: 100_000 });
  } catch (fault) {
    const { lines } = fault as { lines?: unknown };
    throw unreadable(
      typeof lines === 'number'
        ? `The file cannot be read from line ${lines} on: look for a quotation mark that is not closed.`
        : 'The file cannot be read. Save it as CSV in UTF-8.',
    );
  }
}

const isColumn = (name: string): name is ImportColumn => (importColumns as readonly string[]).includes(name);

const isNote = (name: string) => (importNotes as readonly string[]).includes(name);

function unreadable(message: string, faults: { path: string; message: string }[] = []): AvowError {
  return new AvowError('import.unreadable', message, faults);
}
