import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { TimeZone } from '../../domain/calendar/instant';
import { type Id, type ImportId, idFrom } from '../../domain/ids';
import type { Tables } from '../tables';
import type { ImportOutcome } from '../tables/imports';

type Db = Kysely<Tables>;

export const importSorts = { uploadedAt: { by: 'imports.uploadedAt', kind: 'instant' } } as const;
export const importRowSorts = { rowNumber: { by: 'importRows.rowNumber', kind: 'number' } } as const;

/** How many rows and developers of an import there are, by what became of them. */
export interface ImportCounts {
  importId: ImportId;
  outcome: ImportOutcome;
  rows: number;
  withProblems: number;
  /** Rows that name a tier. */
  withTier: number;
  developers: number;
  /** While they wait: what their rows name. */
  apps: number;
  keys: number;
}

/** The counts of these imports. */
export async function countImports(db: Db, importIds: readonly ImportId[]): Promise<ImportCounts[]> {
  if (importIds.length === 0) return [];
  // Counted from small to large, so that nothing has to be sorted: a page that is open asks this every second.
  const { rows } = await sql<ImportCounts>`
    with by_app as (
      select import_id, outcome, developer_reference, cells ->> 'appName' as app_name, count(*) as rows,
        count(*) filter (where problems <> '[]'::jsonb) as with_problems,
        count(*) filter (where cells ->> 'tier' <> '') as with_tier,
        count(*) filter (where cells ->> 'keyHash' <> '') as keys
      from import_rows where import_id = any (${importIds}::text[])
      group by import_id, outcome, developer_reference, cells ->> 'appName'
    ), by_developer as (
      select import_id, outcome, sum(rows) as rows, sum(with_problems) as with_problems, sum(with_tier) as with_tier, sum(keys) as keys,
        count(*) filter (where app_name <> '') as apps
      from by_app group by import_id, outcome, developer_reference
    )
    select import_id, outcome, sum(rows)::float8 as rows, sum(with_problems)::float8 as with_problems,
      sum(with_tier)::float8 as with_tier, count(*) as developers,
      (case when outcome = 'waiting' then sum(apps) else 0 end)::float8 as apps,
      (case when outcome = 'waiting' then sum(keys) else 0 end)::float8 as keys
    from by_developer group by import_id, outcome`.execute(db);
  return rows;
}

/** How many rows a developer has at most that are looked at to find whose turn it is. */
const rowsLookedAt = 10;

/** Whose turn it is: all rows of the first developers that wait, each developer's together; none when all is done. */
export async function nextOfImport(db: Db, importId: ImportId, developers: number) {
  const rows = await db
    .selectFrom('importRows')
    .selectAll()
    .where('importId', '=', importId)
    .where('outcome', '=', 'waiting')
    .where('developerReference', 'in', (waiting) =>
      waiting
        .selectFrom((first) =>
          first
            .selectFrom('importRows')
            .select(['developerReference', 'rowNumber'])
            .where('importId', '=', importId)
            .where('outcome', '=', 'waiting')
            .orderBy('rowNumber')
            .limit(developers * rowsLookedAt)
            .as('first'),
        )
        .select('first.developerReference')
        .groupBy('first.developerReference')
        .orderBy((row) => row.fn.min('first.rowNumber'))
        .limit(developers),
    )
    .orderBy('rowNumber')
    .execute();
  const byDeveloper = new Map<string, typeof rows>();
  for (const row of rows)
    byDeveloper.set(row.developerReference, [...(byDeveloper.get(row.developerReference) ?? []), row]);
  return [...byDeveloper.values()];
}

/** Ids of what the rows of one developer become: the same at every try, and known before it is imported. */
export function importedIds(
  importId: ImportId,
  reference: string,
): <Prefix extends string>(prefix: Prefix, what: string) => Id<Prefix> {
  const hashOf = (text: string) => createHash('sha256').update(text);
  const seed = hashOf(`${importId}\n${reference}`).digest('hex');
  return (prefix, what) => idFrom(prefix, hashOf(`${seed}\n${what}`).digest());
}

interface WaitingApp {
  reference: string;
  name: string;
  timeZone: TimeZone;
  /** As the file names it; '' for none. */
  tier: string;
  isLive: boolean;
}

/** The apps of an import that wait, with whether a live key of theirs works already. */
export async function appsOfImport(db: Db, importId: ImportId): Promise<WaitingApp[]> {
  const { rows } = await sql<WaitingApp>`
    select reference, name, bool_or(has_key) as is_live, max(time_zone) as time_zone, coalesce(max(tier), '') as tier
    from (
      select developer_reference as reference, cells ->> 'appName' as name, cells ->> 'keyHash' <> '' as has_key,
        max(cells ->> 'timeZone') over (partition by developer_reference) as time_zone,
        max(cells ->> 'tier') over (partition by developer_reference) as tier
      from import_rows where import_id = ${importId} and outcome = 'waiting'
    ) named where name <> '' group by reference, name`.execute(db);
  return rows;
}

/** So many of the rows that are left out or were refused, behind that row; `isExplained`: a cell of the same developer is to blame. */
export async function leftOutRows(db: Db, importId: ImportId, afterRow: number, limit: number) {
  return db
    .selectFrom('importRows')
    .selectAll()
    .select(
      sql<boolean>`exists (select from import_rows of_same where of_same.import_id = import_rows.import_id
        and of_same.developer_reference = import_rows.developer_reference and of_same.problems <> '[]'::jsonb)`.as(
        'isExplained',
      ),
    )
    .where('importId', '=', importId)
    .where('outcome', 'in', ['left-out', 'failed'])
    .where('rowNumber', '>', afterRow)
    .orderBy('rowNumber')
    .limit(limit)
    .execute();
}
