/** Jest calls it once after all test files. */
async function globalTeardown(): Promise<void> {
  await globalThis.avowTestStack?.stop();
  globalThis.avowTestStack = undefined;
}

export = globalTeardown;
