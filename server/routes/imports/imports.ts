import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import {
  getImport,
  getImportDays,
  listImportRows,
  listImports,
  startImport,
  stopImport,
  uploadImport,
} from '../../../api/imports';
import { termsAccess } from '../../../api/tiers';
import { paged } from '../../../db/paging';
import { appsOfImport, importedIds, importRowSorts, importSorts } from '../../../db/queries/imports';
import { tiersByName } from '../../../db/queries/terms';
import { keepImport, knownForImport, startImport as start, stopImport as stop } from '../../../db/workspace/imports';
import type { Day, Duration } from '../../../domain/calendar/instant';
import { addDays, dayOf } from '../../../domain/calendar/zoned';
import { AvowError } from '../../../domain/errors';
import type { ImportId } from '../../../domain/ids';
import { byReference, judgeImport, rowNumberOf } from '../../../domain/imports/judge';
import { importWindowFaults } from '../../../domain/imports/window';
import { daysUntilImportIsDue, daysUntilNewcomerIsDue } from '../../../domain/lifecycle/import-dates';
import type { StaffRole } from '../../../domain/permissions';
import { preferredLanguage } from '../../accept-language';
import type { ServerDeps } from '../../deps';
import { notFound } from '../../problems';
import { answer, route } from '../../route';
import { readImport } from './read-file';
import { rowViewOf, viewsOf } from './view';

export const uploadImportRoute = route(uploadImport, async ({ body, caller, deps, newId, now, header }) => {
  const cells = readImport(body.content, preferredLanguage(header('accept-language')));
  const known = await knownForImport(deps.db, cells);
  const tiers = mayChooseTiers(caller.staffRole) ? known.tiers : null;
  const problems = judgeImport(cells, { ...known, tiers });
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

export const listImportRowsRoute = route(listImportRows, async ({ params, query, deps, header }) => {
  await one(deps, params.importId);
  let found = deps.db.selectFrom('importRows').selectAll().where('importId', '=', params.importId);
  if (query.outcome !== undefined) found = found.where('outcome', '=', query.outcome);
  if (query.hasProblems !== undefined)
    found = found.where('problems', query.hasProblems ? '<>' : '=', JSON.stringify([]) as never);
  if (query.column !== undefined || query.code !== undefined) {
    const sought = JSON.stringify([{ column: query.column, code: query.code }]);
    found = found.where(sql<boolean>`problems @> ${sought}::jsonb`);
  }
  const { rows, nextCursor } = await paged(found, importRowSorts, 'importRows.rowNumber', query);
  const language = preferredLanguage(header('accept-language'));
  return { items: rows.map((row) => rowViewOf(row, language)), nextCursor };
});

export const getImportDaysRoute = route(getImportDays, async ({ params, query, deps, now }) => {
  const { spreadOver: chosen } = await one(deps, params.importId);
  refuseWindow(deps, query.spreadOver);
  const spreadOver = query.spreadOver ?? chosen ?? undefined;
  const tiers = await tiersByName(deps.db);
  const counts = new Map<Day, number>();
  for (const { reference, timeZone, tier, isLive } of await appsOfImport(deps.db, params.importId)) {
    const developerId = importedIds(params.importId, reference)('dev', 'developer');
    const terms = tiers.get(tier.toLowerCase())?.terms ?? deps.lifecycle.terms;
    const daysUntil = isLive ? daysUntilImportIsDue : daysUntilNewcomerIsDue;
    const on = addDays(dayOf(now, timeZone), daysUntil(developerId, terms, spreadOver));
    counts.set(on, (counts.get(on) ?? 0) + 1);
  }
  return { items: [...counts].map(([on, apps]) => ({ on, apps })).sort((a, b) => (a.on < b.on ? -1 : 1)) };
});

export const startImportRoute = route(startImport, async ({ params, body, caller, deps, now }) => {
  const { spreadOver } = body;
  refuseWindow(deps, spreadOver);
  const { namesTiers } = await one(deps, params.importId);
  if (namesTiers && !mayChooseTiers(caller.staffRole))
    throw new AvowError('access.forbidden', 'Its rows name tiers: have a lead or an administrator start it.');
  if (!(await start(deps.db, params.importId, { by: caller.personId, spreadOver }, now))) throw notFound('import');
  return one(deps, params.importId);
});

const mayChooseTiers = (role: StaffRole | null) => termsAccess.staff.some((one) => one === role);

/** Throws request.invalid for a window that is too short or too long. */
function refuseWindow({ lifecycle }: ServerDeps, spreadOver: Duration | undefined): void {
  const faults = spreadOver === undefined ? [] : importWindowFaults(spreadOver, lifecycle.terms);
  if (faults.length > 0) throw new AvowError('request.invalid', 'Correct what is named below.', faults);
}

export const stopImportRoute = route(stopImport, async ({ params, deps }) => {
  if (!(await stop(deps.db, params.importId))) throw notFound('import');
  return one(deps, params.importId);
});

/** Throws resource.not-found. */
async function one(deps: ServerDeps, importId: ImportId) {
  const row = await deps.db.selectFrom('imports').selectAll().where('id', '=', importId).executeTakeFirst();
  const [view] = row ? await viewsOf(deps, [row]) : [];
  if (!view) throw notFound('import');
  return view;
}
