import { stringify } from 'csv/sync';
import { downloadImportTemplate, downloadLeftOutRows } from '../../../api/imports';
import type { Database } from '../../../db/database';
import { leftOutRows } from '../../../db/queries/imports';
import type { ImportId } from '../../../domain/ids';
import { importColumns, importNotes } from '../../../domain/imports/columns';
import { importProblemText } from '../../../domain/imports/problem-words';
import { importSample } from '../../../domain/imports/sample';
import type { Language } from '../../../domain/lifecycle/state';
import { notFound } from '../../problems';
import { route } from '../../route';

const mediaType = 'text/csv; charset=utf-8';
/** By this mark spreadsheets know that Chinese names are UTF-8. */
const mark = '\uFEFF';
const rowsAtOnce = 500;

export const downloadImportTemplateRoute = route(downloadImportTemplate, async () => ({
  mediaType,
  name: 'import-template.csv',
  content:
    mark + stringify([importColumns, ...importSample.map((row) => importColumns.map((name) => row[name] ?? ''))]),
}));

export const downloadLeftOutRowsRoute = route(downloadLeftOutRows, async ({ params, query, deps }) => {
  const { importId } = params;
  const found = await deps.db.selectFrom('imports').select('fileName').where('id', '=', importId).executeTakeFirst();
  if (!found) throw notFound('import');
  return {
    mediaType,
    name: `${found.fileName.replace(/\.csv$/i, '')}-left-out.csv`,
    content: linesOf(deps.db, importId, query.language),
  };
});

/** The file, some hundred rows at a time: it is never in memory as a whole. */
async function* linesOf(db: Database, importId: ImportId, language: Language): AsyncGenerator<string> {
  yield mark + stringify([[...importNotes, ...importColumns]]);
  let afterRow = 0;
  for (;;) {
    const rows = await leftOutRows(db, importId, afterRow, rowsAtOnce);
    const last = rows.at(-1);
    if (!last) return;
    afterRow = last.rowNumber;
    const lines = rows.map(({ rowNumber, cells, problems, fault }) => {
      const wrong = problems.map((problem) => `${problem.column}: ${importProblemText(problem, language)}`);
      const told = fault ? [fault.message] : wrong;
      return [rowNumber, told.join(' '), ...importColumns.map((name) => cells?.[name] ?? '')];
    });
    yield stringify(lines, { escape_formulas: true });
  }
}
