import { parse } from 'csv/sync';
import { mostImportRows } from '../../../api/imports';
import type { TextLanguage } from '../../../domain/catalogue/text';
import { AvowError } from '../../../domain/errors';
import {
  type ColumnProblemCode,
  type ImportCells,
  type ImportColumn,
  type ImportFileProblem,
  importColumns,
  importNotes,
  neededColumns,
} from '../../../domain/imports/columns';
import { columnProblemText, importFileProblemText } from '../../../domain/imports/problem-words';

/** The rows of an uploaded file. Throws import.unreadable: what is wrong with the file in its details, and by column in the language of who reads it. */
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
  if (names.every((name) => name === '')) throw unreadable({ code: 'empty' });
  if (!names.some(isColumn)) throw unreadable({ code: isDividedOtherwise(names) ? 'separator' : 'no-header' });
  if (faults.length > 0) throw unreadable({ code: 'columns' }, faults.slice(0, 50));
  if (records.length === 0) throw unreadable({ code: 'no-rows' });
  if (records.length > mostImportRows)
    throw unreadable({
      code: 'too-many-rows',
      values: { rows: records.length.toLocaleString('en'), most: mostImportRows.toLocaleString('en') },
    });
  return records.map((record) => cellsOf(names, record));
}

function cellsOf(names: readonly string[], record: readonly string[]): ImportCells {
  const cells = Object.fromEntries(importColumns.map((name) => [name, ''])) as Record<ImportColumn, string>;
  names.forEach((name, index) => {
    if (isColumn(name)) cells[name] = (record[index] ?? '').trim();
  });
  return cells;
}

/** The names stand there, and something else than commas between them. */
function isDividedOtherwise(names: readonly string[]): boolean {
  return names.some((name) => name.split(/[;\t|，、]/).some((one) => isColumn(one.trim())));
}

/** What spreadsheet programs save, newer and older. */
const spreadsheets = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('d0cf11e0', 'hex')];

function textOf(content: Uint8Array): string {
  if (spreadsheets.some((mark) => mark.equals(content.subarray(0, mark.length))))
    throw unreadable({ code: 'spreadsheet' });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  throw unreadable({ code: 'encoding' });
}

/** Rows that are blank altogether are kept: the numbers of those behind them are what the spreadsheet shows. */
function recordsOf(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: false, max_record_size: 100_000 });
  } catch (fault) {
    const { code, lines } = fault as { code?: unknown; lines?: unknown };
    if (typeof lines !== 'number') throw unreadable({ code: 'not-csv' });
    throw unreadable({ code: code === 'CSV_MAX_RECORD_SIZE' ? 'long-row' : 'quotation', values: { line: lines } });
  }
}

const isColumn = (name: string): name is ImportColumn => (importColumns as readonly string[]).includes(name);

const isNote = (name: string) => (importNotes as readonly string[]).includes(name);

function unreadable(file: ImportFileProblem, faults: { path: string; message: string }[] = []): AvowError {
  return new AvowError('import.unreadable', importFileProblemText(file, 'en'), faults, { file });
}
