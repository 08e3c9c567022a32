import { type Kysely, sql } from 'kysely';
import type { ImportId } from '../../domain/ids';
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
  developers: number;
  /** While they wait: what their rows name. */
  apps: number;
  keys: number;
}

/** The counts of these imports. */
export async function countImports(db: Db, importIds: readonly ImportId[]): Promise<ImportCounts[]> {
  if (importIds.length === 0) return [];
  const { rows } = await sql<ImportCounts>`
    select import_id, outcome, count(*) as rows,
      count(*) filter (where problems <> '[]'::jsonb) as with_problems,
      count(distinct developer_reference) as developers,
      count(distinct (developer_reference, cells ->> 'appName')) filter (where outcome = 'waiting' and cells ->> 'appName' <> '') as apps,
      count(*) filter (where outcome = 'waiting' and cells ->> 'keyHash' <> '') as keys
    from import_rows where import_id = any (${importIds}::text[]) group by import_id, outcome`.execute(db);
  return rows;
}

/** Whose turn it is: the rows of the first developer that waits; none when all is done. */
export async function nextOfImport(db: Db, importId: ImportId) {
  return db
    .selectFrom('importRows')
    .selectAll()
    .where('importId', '=', importId)
    .where('outcome', '=', 'waiting')
    .where('developerReference', '=', (rows) =>
      rows
        .selectFrom('importRows as first')
        .select('first.developerReference')
        .where('first.importId', '=', importId)
        .where('first.outcome', '=', 'waiting')
        .orderBy('first.rowNumber')
        .limit(1),
    )
    .orderBy('rowNumber')
    .execute();
}
