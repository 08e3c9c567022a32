import type { AvowError } from '../errors';
import type { ImportCells, ImportProblem } from './columns';

/**
 * What is wrong with each row of a developer whom the record refused when it was their turn; null for a row that is not to blame.
 * `knownHashes`: those of its keys that are known with another app.
 */
export function problemsOfRefusal(
  rows: readonly Pick<ImportCells, 'keyHash'>[],
  { faults }: Pick<AvowError, 'faults'>,
  knownHashes: ReadonlySet<string>,
): (ImportProblem | null)[] {
  const isAbout = (path: string) => faults.some((fault) => fault.path === path);
  return rows.map(({ keyHash }, index) => {
    if (isAbout('/existingKeys') && knownHashes.has(keyHash)) return { column: 'keyHash', code: 'key-known' };
    return isAbout('/tier') && index === 0 ? { column: 'tier', code: 'tier-unknown' } : null;
  });
}
