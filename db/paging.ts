import { type Expression, type SelectQueryBuilder, sql } from 'kysely';
import { isDay } from '../domain/calendar/zoned';
import { AvowError } from '../domain/errors';

/** What a list can be sorted by. The column must never be null; numbers are whole. */
export interface SortColumn {
  /** `table.column` in camelCase, or an expression. */
  by: string | Expression<unknown>;
  kind: 'instant' | 'text' | 'number' | 'day';
}

export interface PageRequest<Field extends string> {
  limit: number;
  cursor?: string | undefined;
  sort: Field | `-${Field}`;
}

export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
}

/**
 * One page of a query, by key and not by offset: rows that are added or removed meanwhile neither repeat nor skip others.
 * `columns` is the allow-list of sort fields; `idColumn` makes the order total. Throws cursor.invalid.
 */
export async function paged<DB, TB extends keyof DB, Row, Field extends string>(
  query: SelectQueryBuilder<DB, TB, Row>,
  columns: Readonly<Record<Field, SortColumn>>,
  idColumn: string,
  request: PageRequest<Field>,
): Promise<Page<Row>> {
  const isDescending = request.sort.startsWith('-');
  const field = (isDescending ? request.sort.slice(1) : request.sort) as Field;
  const { by, kind } = columns[field];
  const column = typeof by === 'string' ? sql.ref(by) : by;
  const id = sql.ref(idColumn);
  const direction = isDescending ? 'desc' : 'asc';
  let sorted = query
    .select([sql`${column}`.as('pageSortValue'), sql`${id}`.as('pageSortId')])
    .orderBy(sql`${column}`, direction)
    .orderBy(id, direction)
    .limit(request.limit + 1);
  if (request.cursor !== undefined) {
    const idKind = by === idColumn ? kind : 'text';
    const { value, id: lastId } = readCursor(request.cursor, request.sort, kind, idKind);
    const after = kind === 'instant' ? new Date(value) : kind === 'number' ? sql`${value}::bigint` : value;
    sorted = sorted.where(
      isDescending
        ? sql<boolean>`(${column}, ${id}) < (${after}, ${lastId})`
        : sql<boolean>`(${column}, ${id}) > (${after}, ${lastId})`,
    );
  }
  const found = (await sorted.execute()) as (Row & { pageSortValue: unknown; pageSortId: unknown })[];
  const rows = found.slice(0, request.limit);
  const last = found.length > request.limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map(({ pageSortValue: _value, pageSortId: _id, ...row }) => row as unknown as Row),
    nextCursor: last
      ? Buffer.from(JSON.stringify([request.sort, last.pageSortValue, last.pageSortId])).toString('base64url')
      : null,
  };
}

/** The rows of page after page, from the first on. `read` answers the page behind a cursor. */
export async function* everyPage<Row>(read: (cursor: string | undefined) => Promise<Page<Row>>): AsyncGenerator<Row[]> {
  let cursor: string | undefined;
  do {
    const { rows, nextCursor } = await read(cursor);
    yield rows;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function readCursor(
  cursor: string,
  sort: string,
  kind: SortColumn['kind'],
  idKind: SortColumn['kind'],
): { value: string | number; id: string | number } {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    parts = null;
  }
  const [madeFor, value, id] = Array.isArray(parts) && parts.length === 3 ? (parts as unknown[]) : [];
  const isWellFormed = madeFor === sort && isValueOf(kind, value) && isValueOf(idKind, id);
  if (!isWellFormed) {
    throw new AvowError(
      'cursor.invalid',
      'Take nextCursor from the page before as it is, with the same sort; or start again without a cursor.',
      [{ path: '/query/cursor', message: 'is not a cursor of this list and sort' }],
    );
  }
  return { value: value as string | number, id: id as string | number };
}

/** Only what the database can hold, too: whoever makes up a cursor is told so, and it is not a fault of ours. */
function isValueOf(kind: SortColumn['kind'], value: unknown): boolean {
  switch (kind) {
    case 'instant':
      return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < Date.UTC(10_000, 0);
    case 'number':
      return Number.isSafeInteger(value);
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'text':
      return typeof value === 'string' && value.length <= 500 && !/\0|\p{Surrogate}/u.test(value);
  }
}
