import { createHash } from 'node:crypto';
import { getImport, listImportRows, listImports, startImport, stopImport, uploadImport } from '../../../api/imports';
import { paged } from '../../../db/paging';
import { importRowSorts, importSorts } from '../../../db/queries/imports';
import { keepImport, knownForImport, startImport as start, stopImport as stop } from '../../../db/workspace/imports';
import type { ImportId } from '../../../domain/ids';
import { byReference, judgeImport, rowNumberOf } from '../../../domain/imports/judge';
import type { ServerDeps } from '../../deps';
import { notFound } from '../../problems';
import { answer, route } from '../../route';
import { readImport } from './read-file';
import { rowViewOf, viewsOf } from './view';

export const uploadImportRoute = route(uploadImport, async ({ body, caller, deps, newId, now }) => {
  const cells = readImport(body.content);
  const known = await knownForImport(deps.db, cells);
  const problems = judgeImport(cells, known);
  // A developer comes whole or not at all.
  const faulty = new Set(cells.flatMap((row, index) => (problems[index]?.length ? [row.developerReference] : [])));
  const groups = byReference(cells);
  const rows = cells.flatMap((row, index) => {
    const isBlank = Object.values(row).every((cell) => cell === '');
    if (isBlank) return [];
    const outcome = known.references.has(row.developerReference)
      ? ('known' as const)
      : faulty.has(row.developerReference) || !groups.has(row.developerReference)
        ? ('left-out' as const)
        : ('waiting' as const);
    // Whoever was imported before has keys that are known; that is no problem of this file.
    return [
      {
        rowNumber: rowNumberOf(index),
        cells: row,
        problems: outcome === 'known' ? [] : (problems[index] ?? []),
        outcome,
      },
    ];
  });
  const id = newId('imp');
  const sha256 = createHash('sha256').update(body.content).digest('hex');
  await keepImport(
    deps.db,
    { id, fileName: body.name ?? 'import.csv', sha256, uploadedBy: caller.personId },
    rows,
    now,
  );
  return answer(201, await one(deps, id));
});

export const listImportsRoute = route(listImports, async ({ query, deps }) => {
  const { rows, nextCursor } = await paged(deps.db.selectFrom('imports').selectAll(), importSorts, 'imports.id', query);
  return { items: await viewsOf(deps, rows), nextCursor };
});

export const getImportRoute = route(getImport, async ({ params, deps }) => one(deps, params.importId));

export const listImportRowsRoute = route(listImportRows, async ({ params, query, deps }) => {
  await one(deps, params.importId);
  let found = deps.db.selectFrom('importRows').selectAll().where('importId', '=', params.importId);
  if (query.outcome !== undefined) found = found.where('outcome', '=', query.outcome);
  if (query.hasProblems !== undefined)
    found = found.where('problems', query.hasProblems ? '<>' : '=', JSON.stringify([]) as never);
  const { rows, nextCursor } = await paged(found, importRowSorts, 'importRows.rowNumber', query);
  return { items: rows.map(rowViewOf), nextCursor };
});

export const startImportRoute = route(startImport, async ({ params, caller, deps, now }) => {
  if (!(await start(deps.db, params.importId, caller.personId, now))) throw notFound('import');
  return one(deps, params.importId);
});

export const stopImportRoute = route(stopImport, async ({ params, deps }) => {
  if (!(await stop(deps.db, params.importId))) throw notFound('import');
  return one(deps, params.importId);
});

async function one(deps: ServerDeps, importId: ImportId) {
  const row = await deps.db.selectFrom('imports').selectAll().where('id', '=', importId).executeTakeFirst();
  const [view] = row ? await viewsOf(deps, [row]) : [];
  if (!view) throw notFound('import');
  return view;
}
