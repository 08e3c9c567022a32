import { readFileSync } from 'node:fs';

/** What the global setup started for all test files of this run. */
export interface Stack {
  /** `{database}` stands for the name of a database. */
  postgresUrl: string;
  temporalAddress?: string;
  /** Why there is no Temporal server, in a sentence that says how to get one. */
  temporalFault?: string;
}

/** The environment variable that leads test files to the stack of their run. */
export const stackVariable = 'AVOW_TEST_STACK';

/** The PostgreSQL of this test run; a database of one's own comes from `testDatabase`. */
export function postgresUrl(database: string): string {
  return stack().postgresUrl.replace('{database}', database);
}

/** host:port of the Temporal server of this test run. Files share it: use a task queue of your own. */
export function temporalAddress(): string {
  const { temporalAddress, temporalFault } = stack();
  if (temporalAddress === undefined) throw new Error(temporalFault);
  return temporalAddress;
}

function stack(): Stack {
  const path = process.env[stackVariable];
  if (path === undefined)
    throw new Error('No stack runs: start Jest with test/support/global-setup.ts as globalSetup.');
  return JSON.parse(readFileSync(path, 'utf8')) as Stack;
}
