import { setTimeout as sleep } from 'node:timers/promises';

/** In milliseconds. Nothing takes so long, except what never comes. */
export const patience = 120_000;

/** Waits until it is so, looked at every `pollMs`. Throws, with these words, when it never comes to be. */
export async function until(what: string, isSo: () => Promise<boolean>, pollMs = 100): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`it never came to this: ${what}`);
    await sleep(pollMs);
  }
}
