import { type RunningStack, startStack } from './running-stack';
import { stackVariable } from './stack';
import { clearAwayLeftovers } from './throw-away';

declare global {
  var avowTestStack: RunningStack | undefined;
}

/** Jest calls it once before all test files. It cleans up after itself: Jest skips the teardown when it fails. */
async function globalSetup(): Promise<void> {
  await clearAwayLeftovers();
  const stack = await startStack();
  globalThis.avowTestStack = stack;
  process.env[stackVariable] = stack.path;
}

export = globalSetup;
