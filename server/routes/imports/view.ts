import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { importRowView, importView } from '../../../api/imports';
import { iso, isoOrNull } from '../../../api/values';
import { countImports, type ImportCounts } from '../../../db/queries/imports';
import { mailsWaiting } from '../../../db/queries/notices';
import type { ImportOutcome, ImportTables } from '../../../db/tables/imports';
import { importProblemText } from '../../../domain/imports/problem-words';
import { importsPerSecond } from '../../../domain/imports/rate';
import type { Language } from '../../../domain/lifecycle/state';
import type { ServerDeps } from '../../deps';

type ImportRecord = Selectable<ImportTables['imports']>;
type View = z.output<typeof importView>;

/** Imports with how far they are. */
export async function viewsOf({ db, lifecycle }: ServerDeps, rows: readonly ImportRecord[]): Promise<View[]> {
  const counts = await countImports(
    db,
    rows.map(({ id }) => id),
  );
  const waiting = rows.some(({ state }) => state === 'running') ? await mailsWaiting(db) : null;
  return rows.map((row) => {
    const own = counts.filter(({ importId }) => importId === row.id);
    const by = (outcome: ImportOutcome, what: 'rows' | 'withProblems' | 'withTier' | 'developers') =>
      own.find((count) => count.outcome === outcome)?.[what] ?? 0;
    const sum = (what: 'rows' | 'developers' | 'apps' | 'keys') => own.reduce((total, count) => total + count[what], 0);
    const parted = (what: 'rows' | 'developers') => ({
      total: sum(what),
      waiting: by('waiting', what),
      leftOut: by('left-out', what),
      known: by('known', what),
      created: by('created', what),
      failed: by('failed', what),
    });
    return {
      id: row.id,
      fileName: row.fileName,
      state: row.state,
      uploadedBy: row.uploadedBy,
      uploadedAt: iso(row.uploadedAt),
      startedBy: row.startedBy,
      startedAt: isoOrNull(row.startedAt),
      endedAt: isoOrNull(row.endedAt),
      rows: { ...parted('rows'), withProblems: by('left-out', 'withProblems') },
      namesTiers: by('waiting', 'withTier') > 0,
      developers: parted('developers'),
      apps: sum('apps'),
      keys: sum('keys'),
      perSecond: importsPerSecond,
      mailsWaiting: row.state === 'running' ? waiting : null,
      secondsLeft: row.state === 'running' ? Math.ceil(waitingOf(own) / importsPerSecond) : null,
      dueAfter: lifecycle.terms.importDueAfter,
      spreadOver: row.spreadOver,
    };
  });
}

const waitingOf = (counts: readonly ImportCounts[]) =>
  counts.find(({ outcome }) => outcome === 'waiting')?.developers ?? 0;

/** One row with what is wrong with it and what became of it, its messages in a language. */
export function rowViewOf(
  {
    rowNumber,
    developerReference,
    outcome,
    cells,
    problems,
    developerId,
    fault,
  }: Selectable<ImportTables['importRows']>,
  language: Language,
): z.output<typeof importRowView> {
  return {
    rowNumber,
    developerReference,
    outcome,
    problems: problems.map((problem) => ({
      column: problem.column,
      code: problem.code,
      value: cells?.[problem.column] ?? '',
      values: { ...problem.values },
      message: importProblemText(problem, language),
    })),
    developerId,
    fault,
  };
}
