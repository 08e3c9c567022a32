import type { AvowError } from '../errors';
import type { ImportProblem } from './columns';

/** What the record refuses of a developer, by the field that its refusal names. */
const problems: Readonly<Record<string, ImportProblem>> = {
  '/existingKeys': { column: 'keyHash', code: 'key-known' },
  '/tier': { column: 'tier', code: 'tier-unknown' },
};

/** What is wrong with the rows of a developer whom the record refused when it was their turn; null where no cell is to blame. */
export function problemOfRefusal({ faults }: Pick<AvowError, 'faults'>): ImportProblem | null {
  return faults.map(({ path }) => problems[path]).find((problem) => problem !== undefined) ?? null;
}
