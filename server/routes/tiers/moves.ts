import type { z } from 'zod';
import type { QueryOf } from '../../../api/operation';
import { exportTermsMoves, listTermsMoves, type termsMoveView } from '../../../api/terms-versions';
import { isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { everyPage, paged } from '../../../db/paging';
import { moveSorts, movesQuery } from '../../../db/queries/terms-moves';
import { dayOf } from '../../../domain/calendar/zoned';
import type { TermsId } from '../../../domain/ids';
import type { Ahead } from '../../../domain/terms/terms-move';
import { type CsvCell, csvOf } from '../../csv';
import { route } from '../../route';
import { termsOr404 } from './view';

type MoveRow = Awaited<ReturnType<ReturnType<typeof movesQuery>['executeTakeFirstOrThrow']>>;

const rowsAtOnce = 500;

export const listTermsMovesRoute = route(listTermsMoves, async ({ params, query: { which, ...asked }, deps }) => {
  await termsOr404(deps.db, params.termsId);
  const moves = movesQuery(deps.db, params.termsId, which);
  const { rows, nextCursor } = await paged(moves, moveSorts, 'termsMoves.developerId', asked);
  return { items: rows.map(viewOf), nextCursor };
});

export const exportTermsMovesRoute = route(exportTermsMoves, async ({ params, query, deps, now }) => {
  await termsOr404(deps.db, params.termsId);
  return {
    mediaType: 'text/csv; charset=utf-8',
    name: `terms-${dayOf(now, deps.lifecycle.terms.vendor.timeZone)}.csv`,
    content: csvOf(
      columns.map(([name]) => name),
      linesOf(deps.db, params.termsId, query),
    ),
  };
});

function viewOf({ termsId: _terms, foreseen, movedDays, ...row }: MoveRow): z.output<typeof termsMoveView> {
  const { developerId, developerName, outcome, dueOn, settledAt } = row;
  return {
    developerId,
    developerName,
    movedDays,
    runningCycles: foreseen?.runningCycles ?? null,
    before: foreseen && aheadOf(foreseen.before),
    after: foreseen && aheadOf(foreseen.after),
    outcome,
    dueOn,
    settledAt: isoOrNull(settledAt),
  };
}

function aheadOf(ahead: Ahead) {
  return { ...ahead, remindersOn: [...ahead.remindersOn] };
}

async function* linesOf(
  db: Database,
  termsId: TermsId,
  { which, sort }: QueryOf<typeof exportTermsMoves>,
): AsyncGenerator<CsvCell[][]> {
  const read = (cursor: string | undefined) =>
    paged(movesQuery(db, termsId, which), moveSorts, 'termsMoves.developerId', { sort, limit: rowsAtOnce, cursor });
  for await (const rows of everyPage(read)) yield rows.map((row) => columns.map(([, cell]) => cell(row)));
}

const columns: readonly (readonly [name: string, cell: (row: MoveRow) => CsvCell])[] = [
  ['developerId', (row) => row.developerId],
  ['legalName', (row) => row.developerName],
  ['movedDays', (row) => row.movedDays],
  ['runningCycles', (row) => row.foreseen?.runningCycles ?? null],
  ...(['before', 'after'] as const).flatMap((side) => [
    [`${side}.dueOn`, (row: MoveRow) => row.foreseen?.[side].dueOn ?? null] as const,
    [`${side}.opensOn`, (row: MoveRow) => row.foreseen?.[side].opensOn ?? null] as const,
    [`${side}.remindersOn`, (row: MoveRow) => row.foreseen?.[side].remindersOn.join(' ') ?? null] as const,
    [`${side}.restrictsNotBeforeOn`, (row: MoveRow) => row.foreseen?.[side].restrictsNotBeforeOn ?? null] as const,
    [`${side}.suspendsNotBeforeOn`, (row: MoveRow) => row.foreseen?.[side].suspendsNotBeforeOn ?? null] as const,
    [`${side}.mails`, (row: MoveRow) => row.foreseen?.[side].mails ?? null] as const,
  ]),
  ['outcome', (row) => row.outcome],
  ['dueOn', (row) => row.dueOn],
  ['settledAt', (row) => isoOrNull(row.settledAt)],
];
