import { setTimeout as sleep } from 'node:timers/promises';

/** In milliseconds. Nothing takes so long, except what never comes. */
export const patience = 120_000;

// What is waited for on a busy machine fails by its own words, not by the time of the test around it.
jest.setTimeout(2 * patience);

interface Bounds {
  /** How often it is looked at; when left out, every 5 ms at what answers at once, and every 100 ms at what has to be asked for. */
  pollMs?: number;
  /** What it is given, where that is part of what is promised. */
  withinMs?: number;
}

/** Waits until it is so. Throws, with these words, when it never comes to be. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  { pollMs, withinMs = patience }: Bounds = {},
): Promise<void> {
  const end = performance.now() + withinMs;
  for (;;) {
    const answer = isSo();
    if (await answer) return;
    if (performance.now() > end) throw new Error(`it never came to this: ${what}`);
    await sleep(pollMs ?? (typeof answer === 'boolean' ? 5 : 100));
  }
}
