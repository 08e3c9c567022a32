import { stringify } from 'csv/sync';
import { downloadImportTemplate, downloadLeftOutRows } from '../../../api/imports';
import type { Database } from '../../../db/database';
import { leftOutRows } from '../../../db/queries/imports';
import type { ImportId } from '../../../domain/ids';
import { importColumns, importNotes } from '../../../domain/imports/columns';
import { importProblemText } from '../../../domain/imports/problem-words';
import { importSample } from '../../../domain/imports/sample';
import type { Language } from '../../../domain/lifecycle/state';
import { type CsvCell, csvMark, csvOf } from '../../csv';
import { notFound } from '../../problems';
import { route } from '../../route';

const mediaType = 'text/csv; charset=utf-8';
const rowsAtOnce = 500;

export const downloadImportTemplateRoute = route(downloadImportTemplate, async () => ({
  mediaType,
  name: 'import-template.csv',
  content:
    csvMark + stringify([importColumns, ...importSample.map((row) => importColumns.map((name) => row[name] ?? ''))]),
}));

export const downloadLeftOutRowsRoute = route(downloadLeftOutRows, async ({ params, query, deps }) => {
  const { importId } = params;
  const found = await deps.db.selectFrom('imports').select('fileName').where('id', '=', importId).executeTakeFirst();
  if (!found) throw notFound('import');
  return {
    mediaType,
    name: `${found.fileName.replace(/\.csv$/i, '')}-left-out.csv`,
    content: csvOf([...importNotes, ...importColumns], linesOf(deps.db, importId, query.language)),
  };
});

async function* linesOf(db: Database, importId: ImportId, language: Language): AsyncGenerator<CsvCell[][]> {
  let afterRow = 0;
  for (;;) {
    const rows = await leftOutRows(db, importId, afterRow, rowsAtOnce);
    const last = rows.at(-1);
    if (!last) return;
    afterRow = last.rowNumber;
    yield rows.map(({ rowNumber, cells, problems, fault, isExplained }) => {
      const wrong = problems.map((problem) => `${problem.column}: ${importProblemText(problem, language)}`);
      const told = fault && !isExplained ? [fault.message] : wrong;
      return [rowNumber, told.join(' '), ...importColumns.map((name) => cells?.[name] ?? '')];
    });
  }
}
