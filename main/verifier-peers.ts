import type { Worker } from 'node:cluster';
import type { Figures } from '../server/verify/figures';

/** How often processes that share a port tell each other what `/metrics` tells of them. */
const everyMs = 1_000;

interface Told {
  others: Figures[];
  /** What was counted by processes that have ended: a counter never falls. */
  lost: number[];
}

/** The other processes on the port of this one. */
export interface Peers {
  all(): readonly Figures[];
}

/** In one of several processes: tells its figures, and hears those of the others. */
export function joinPeers(figures: () => Figures): Peers {
  let told: Told = { others: [], lost: [] };
  process.on('message', (message: { peers?: Told }) => {
    if (message.peers !== undefined) told = message.peers;
  });
  setInterval(() => process.send?.({ figures: figures() }), everyMs).unref();
  return {
    all: () => [...told.others, { ...figures(), checks: told.lost, readers: 0, memoryBytes: 0 }],
  };
}

/** In the process that leads them: passes on what each tells. */
export class PeersOf {
  readonly #latest = new Map<Worker, Figures>();
  #lost: number[] = [];

  add(worker: Worker): void {
    worker.on('message', (message: { figures?: Figures }) => {
      if (message.figures === undefined) return;
      this.#latest.set(worker, message.figures);
      const others = [...this.#latest].filter(([other]) => other !== worker).map(([, figures]) => figures);
      // One that is about to end may not hear it.
      if (worker.isConnected()) worker.send({ peers: { others, lost: this.#lost } satisfies Told }, () => undefined);
    });
    worker.once('exit', () => {
      const last = this.#latest.get(worker);
      if (last !== undefined) this.#lost = last.checks.map((count, place) => count + (this.#lost[place] ?? 0));
      this.#latest.delete(worker);
    });
  }
}
