import { type Kysely, sql } from 'kysely';
import type { Duration, Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import type { ImportId, PersonId } from '../../domain/ids';
import type { ImportCells, ImportProblem } from '../../domain/imports/columns';
import type { Database } from '../database';
import { enqueue } from '../lifecycle/outbox';
import { tiersByName } from '../queries/terms';
import type { Tables } from '../tables';
import type { ImportOutcome } from '../tables/imports';
import { knownHashes } from './key-secrets';

type Db = Kysely<Tables>;

export interface JudgedRow {
  rowNumber: number;
  cells: ImportCells;
  problems: ImportProblem[];
  outcome: Extract<ImportOutcome, 'waiting' | 'left-out' | 'known'>;
}

const rowsAtOnce = 1_000;

/** Keeps a file that was judged; the same id again changes nothing. */
export async function keepImport(
  db: Database,
  file: { id: ImportId; fileName: string; sha256: string; uploadedBy: PersonId },
  rows: readonly JudgedRow[],
  now: Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const kept = await trx
      .insertInto('imports')
      .values({
        ...file,
        state: 'previewed',
        uploadedAt: new Date(now),
        startedBy: null,
        startedAt: null,
        endedAt: null,
        spreadOver: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!kept) return;
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      await trx
        .insertInto('importRows')
        .values(
          rows.slice(from, from + rowsAtOnce).map(({ rowNumber, cells, problems, outcome }) => ({
            importId: file.id,
            rowNumber,
            developerReference: cells.developerReference,
            cells: outcome === 'known' ? null : JSON.stringify(cells),
            problems: JSON.stringify(problems),
            outcome,
            developerId: null,
            fault: null,
            settledAt: null,
          })),
        )
        .execute();
    }
  });
}

/** What the record knows that a file is judged against. */
export async function knownForImport(
  db: Db,
  cells: readonly ImportCells[],
): Promise<{ accountManagers: Set<string>; tiers: Set<string>; keyHashes: Set<string>; references: Set<string> }> {
  const texts = (of: (row: ImportCells) => string) => [...new Set(cells.map(of).filter((text) => text !== ''))];
  const managers = await db
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.personId')
    .select(sql<string>`lower(people.email)`.as('email'))
    .where('staff.isActive', '=', true)
    .where('staff.role', 'in', ['am', 'lead', 'admin'])
    .where('people.email', 'is not', null)
    .execute();
  const references = await db
    .selectFrom('developerReferences')
    .select('reference')
    .where(sql<boolean>`reference = any (${texts((row) => row.developerReference)}::text[])`)
    .execute();
  return {
    accountManagers: new Set(managers.map(({ email }) => email)),
    tiers: new Set((await tiersByName(db)).keys()),
    keyHashes: await knownHashes(
      db,
      texts((row) => row.keyHash),
    ),
    references: new Set(references.map(({ reference }) => reference)),
  };
}

/**
 * Has it carried out, from where it is. `spreadOver` is chosen for those who wait; what was chosen before holds when it is left out, and
 * while it runs. Throws import.nothing-waiting; false when there is no such import.
 */
export async function startImport(
  db: Database,
  importId: ImportId,
  { by, spreadOver }: { by: PersonId; spreadOver?: Duration | undefined },
  now: Instant,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('imports').selectAll().where('id', '=', importId).forUpdate().executeTakeFirst();
    if (!row) return false;
    const waiting = await trx
      .selectFrom('importRows')
      .select('rowNumber')
      .where('importId', '=', importId)
      .where('outcome', '=', 'waiting')
      .executeTakeFirst();
    if (!waiting)
      throw new AvowError(
        'import.nothing-waiting',
        'No row waits to be imported. Correct the file and upload it again.',
      );
    const startedAt = new Date(now);
    if (row.state !== 'running')
      await trx
        .updateTable('imports')
        .set({
          state: 'running',
          ...(row.startedAt === null && { startedAt, startedBy: by }),
          ...(spreadOver !== undefined && { spreadOver }),
        })
        .where('id', '=', importId)
        .execute();
    // Also for one that runs: should its workflow have been lost, it is found again.
    await enqueue(trx, 'run-import', importId, { importId }, now);
    return true;
  });
}

/** Stops it after the developer it is at. Throws import.not-running; false when there is no such import. */
export async function stopImport(db: Database, importId: ImportId): Promise<boolean> {
  const stopped = await db
    .updateTable('imports')
    .set({ state: 'stopped' })
    .where('id', '=', importId)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (stopped.numUpdatedRows > 0n) return true;
  const found = await db.selectFrom('imports').select('id').where('id', '=', importId).executeTakeFirst();
  if (!found) return false;
  throw new AvowError('import.not-running', 'It does not run, so there is nothing to stop.');
}
