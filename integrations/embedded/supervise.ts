import { setTimeout as sleep } from 'node:timers/promises';
import type { Part, RunningPart, Say } from './part';

/** A stack of parts that is kept running. */
export interface Supervision {
  /** The process of each part by its name, as of now; a part that is just being restarted is missing. */
  pids(): Record<string, number>;
  /** Ends all parts, the last started first; safe to call twice. */
  stop(): Promise<void>;
  /** Resolves when `stop` has finished. */
  stopped: Promise<void>;
}

export interface SuperviseOptions {
  say: Say;
  /** Wait before the first restart; doubled at each further one. Default 250 ms. */
  firstBackoffMilliseconds?: number;
  /** Longest wait. Default 10 s. */
  longestBackoffMilliseconds?: number;
  /** A part that ran this long starts again with the first wait. Default 30 s. */
  steadyMilliseconds?: number;
}

/**
 * Starts the parts in order, each when the one before it is ready, and starts any that ends by itself again.
 * When one of the first starts fails, those already started are stopped and the failure is thrown.
 */
export async function supervise(parts: readonly Part[], options: SuperviseOptions): Promise<Supervision> {
  const running = new Map<string, RunningPart>();
  const keepers: Promise<void>[] = [];
  const stopping = new AbortController();
  let finish: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (finish = resolve));
  let stop: Promise<void> | undefined;

  const stopAll = async () => {
    stopping.abort();
    // Ends each in turn, also one whose restart was under way when we were asked: its keeper ends that itself.
    for (const name of [...running.keys()].reverse()) await running.get(name)?.stop();
    await Promise.all(keepers);
    finish();
  };

  try {
    for (const part of parts) {
      const first = await part.start();
      running.set(part.name, first);
      keepers.push(keep(part, first, running, stopping.signal, options));
    }
  } catch (fault) {
    await stopAll();
    throw fault;
  }
  return {
    pids: () => Object.fromEntries([...running].map(([name, { pid }]) => [name, pid])),
    stop: () => (stop ??= stopAll()),
    stopped,
  };
}

async function keep(
  part: Part,
  first: RunningPart,
  running: Map<string, RunningPart>,
  stopping: AbortSignal,
  options: SuperviseOptions,
): Promise<void> {
  const {
    say,
    firstBackoffMilliseconds = 250,
    longestBackoffMilliseconds = 10_000,
    steadyMilliseconds = 30_000,
  } = options;
  let current: RunningPart | undefined = first;
  let wait = firstBackoffMilliseconds;
  let startedAt = performance.now();
  for (;;) {
    if (current) {
      const reason = await current.exited;
      if (stopping.aborted) return;
      running.delete(part.name);
      if (performance.now() - startedAt > steadyMilliseconds) wait = firstBackoffMilliseconds;
      say(`${part.name} (process ${current.pid}) ${reason}; starting it again in ${wait} ms`);
    }
    await sleep(wait, undefined, { signal: stopping }).catch(() => undefined);
    wait = Math.min(wait * 2, longestBackoffMilliseconds);
    if (stopping.aborted) return;
    startedAt = performance.now();
    current = await part.start().catch((fault: Error) => {
      say(`${part.name} could not be started again: ${fault.message}; next attempt in ${wait} ms`);
      return undefined;
    });
    if (current && stopping.aborted) return current.stop();
    if (current) {
      running.set(part.name, current);
      say(`${part.name} runs again as process ${current.pid}`);
    }
  }
}

/** Stops the stack in order on SIGINT (Ctrl-C), SIGTERM and SIGHUP; `say` hears why. Call once, right after the start. */
export function stopOnSignals(supervision: Supervision, say: Say): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    let asked = false;
    process.on(signal, () => {
      say(asked ? 'Still stopping; nothing is lost by waiting.' : 'Stopping …');
      asked = true;
      void supervision.stop();
    });
  }
}
