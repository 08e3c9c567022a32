import { nextOfImport } from '../db/queries/imports';
import { knownHashes } from '../db/workspace/key-secrets';
import { type AvowError, codeOf } from '../domain/errors';
import type { DeveloperId, ImportId } from '../domain/ids';
import { importsPerSecond } from '../domain/imports/rate';
import { problemsOfRefusal } from '../domain/imports/refusal';
import { waitedForMails } from './backlog';
import type { ActivityDeps } from './deps';
import { importDeveloper } from './newcomers';
import { actForASecond } from './pace';

/** One activity goes on for so long, shorter than the grace that a worker has when it is stopped; then the workflow has it go on. */
const longestMs = 8_000;
/** Of so many developers the rows are held at a time. */
const mostAtOnce = 100;

export function createImportActivities(deps: ActivityDeps, perSecond = importsPerSecond) {
  return {
    /**
     * Imports the developers of a file that wait, at most so many a second, and none while too many mails wait to leave. True while others wait; false when none does, or when
     * somebody stopped it. Whatever it had done before it was ended is found done.
     */
    async importSome({ importId }: { importId: ImportId }): Promise<boolean> {
      for (const until = performance.now() + longestMs; performance.now() < until; ) {
        const started = await startedOf(deps, importId);
        if (started === null) return false;
        const next = await nextOfImport(deps.db, importId, Math.min(perSecond, mostAtOnce));
        if (next.length === 0) {
          await complete(deps, importId);
          return false;
        }
        if (await waitedForMails(deps)) continue;
        await actForASecond(next, perSecond, (rows) => importRows(deps, importId, rows, started));
      }
      return true;
    },
  };
}

type Started = Pick<Parameters<typeof importDeveloper>[1], 'actor' | 'spreadOver'>;
type Rows = Awaited<ReturnType<typeof nextOfImport>>[number];

/** Who has it carried out, and over which window the due days are spread; null while it is not to run. */
async function startedOf({ db }: ActivityDeps, importId: ImportId): Promise<Started | null> {
  const row = await db
    .selectFrom('imports')
    .innerJoin('staff', 'staff.personId', 'imports.startedBy')
    .select(['imports.startedBy', 'imports.spreadOver', 'staff.role'])
    .where('imports.id', '=', importId)
    .where('imports.state', '=', 'running')
    .executeTakeFirst();
  if (!row?.startedBy) return null;
  return { actor: { kind: 'staff', id: row.startedBy, role: row.role }, spreadOver: row.spreadOver };
}

async function importRows(deps: ActivityDeps, importId: ImportId, rows: Rows, started: Started): Promise<void> {
  const cells = rows.flatMap((row) => row.cells ?? []);
  const [first, ...others] = cells;
  const reference = rows[0]?.developerReference;
  if (first === undefined || reference === undefined) return;
  try {
    const { developerId, isKnown } = await importDeveloper(deps, { importId, rows: [first, ...others], ...started });
    await settle(deps, importId, reference, { outcome: isKnown ? 'known' : 'created', developerId, fault: null });
  } catch (fault) {
    const code = codeOf(fault);
    // What the record refuses is told of these rows, and the others go on; anything else is tried again.
    if (code === undefined || code === 'database.unavailable') throw fault;
    await refuse(deps, importId, rows, fault as AvowError);
  }
}

async function settle(
  { db, clock }: Pick<ActivityDeps, 'db' | 'clock'>,
  importId: ImportId,
  developerReference: string,
  settled: { outcome: 'created' | 'known' | 'failed'; developerId: DeveloperId | null; fault: string | null },
): Promise<void> {
  await db
    .updateTable('importRows')
    .set({ ...settled, ...(settled.outcome !== 'failed' && { cells: null }), settledAt: new Date(clock.now()) })
    .where('importId', '=', importId)
    .where('developerReference', '=', developerReference)
    .where('outcome', '=', 'waiting')
    .execute();
}

/** Where a cell is to blame its row says so, in words that every language has. */
async function refuse(deps: ActivityDeps, importId: ImportId, rows: Rows, refusal: AvowError): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const cells = rows.map((row) => ({ keyHash: row.cells?.keyHash ?? '' }));
  const hashes = cells.map(({ keyHash }) => keyHash);
  const problems = problemsOfRefusal(cells, refusal, await knownHashes(deps.db, hashes));
  const fault = JSON.stringify({ code: refusal.code, message: refusal.message });
  await deps.db.transaction().execute(async (trx) => {
    for (const [index, problem] of problems.entries())
      if (problem)
        await trx
          .updateTable('importRows')
          .set({ problems: JSON.stringify([problem]) })
          .where('importId', '=', importId)
          .where('rowNumber', '=', rows[index]?.rowNumber ?? 0)
          .where('outcome', '=', 'waiting')
          .execute();
    const settled = { outcome: 'failed', developerId: null, fault } as const;
    await settle({ ...deps, db: trx }, importId, first.developerReference, settled);
  });
}

async function complete({ db, clock }: ActivityDeps, importId: ImportId): Promise<void> {
  await db
    .updateTable('imports')
    .set({ state: 'completed', endedAt: new Date(clock.now()) })
    .where('id', '=', importId)
    .where('state', '=', 'running')
    .execute();
}
