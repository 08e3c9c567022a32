import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Describes tests that need a part the machine may lack. Absent, they are skipped and the title says why;
 * with REQUIRE_ALL=1 (as CI runs) the absence is itself a failure, so that a skip never passes for a success.
 *
 * @param probe returns true, or a plain sentence saying what is missing and how to get it.
 */
export function whenPresent(name: string, probe: () => true | string, block: () => void): void {
  const found = probe();
  if (found === true) {
    describe(name, block);
  } else if (process.env.REQUIRE_ALL === '1') {
    describe(name, () => {
      it('has what it needs', () => {
        throw new Error(found);
      });
    });
  } else {
    describe.skip(`${name} (skipped: ${found})`, block);
  }
}

/** Where this program is on the PATH; undefined when it is not. */
export function whereIs(program: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));
}

/** True when this program is on the PATH. */
export function onPath(program: string): boolean {
  return whereIs(program) !== undefined;
}
