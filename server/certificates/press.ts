import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PopulationReport } from '../population/report';
import type { Certificate } from './certificate';

/** Makes the report of a population as a PDF. */
export type RenderPopulation = (report: PopulationReport) => Promise<Uint8Array>;
/** Makes a certificate as a PDF. */
export type RenderCertificate = (certificate: Certificate) => Promise<Uint8Array>;

export interface ToPrint {
  job: number;
  /** One of the two is given. */
  certificate?: Certificate;
  population?: PopulationReport;
}
export type Printed = { job: number } & ({ pdf: Uint8Array } | { fault: string });

interface Waiting {
  resolve(pdf: Uint8Array): void;
  reject(fault: Error): void;
}

/**
 * Renders certificates and reports one after the other in a thread of its own: laying out a page takes a processor longer than an answer about a key
 * may wait. The thread begins with the first certificate; one that dies fails what waited for it, and the next begins another.
 */
export function createPress(): {
  renderCertificate: RenderCertificate;
  renderPopulation: RenderPopulation;
  stop(): Promise<void>;
} {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let job = 0;

  function begin(): Worker {
    const begun = new Worker(join(__dirname, 'worker.js'));
    begun.unref();
    begun.on('message', (printed: Printed) => {
      const one = waiting.get(printed.job);
      waiting.delete(printed.job);
      if ('pdf' in printed) one?.resolve(printed.pdf);
      else one?.reject(new Error(printed.fault));
    });
    const died = (fault: Error) => {
      if (worker === begun) worker = undefined;
      for (const one of waiting.values()) one.reject(fault);
      waiting.clear();
    };
    begun.on('error', died);
    begun.on('exit', () => died(new Error('the thread that renders certificates ended')));
    return begun;
  }

  const print = (paper: Omit<ToPrint, 'job'>) =>
    new Promise<Uint8Array>((resolve, reject) => {
      job += 1;
      waiting.set(job, { resolve, reject });
      worker ??= begin();
      worker.postMessage({ job, ...paper } satisfies ToPrint, []);
    });

  return {
    renderCertificate: (certificate) => print({ certificate }),
    renderPopulation: (population) => print({ population }),
    async stop() {
      await worker?.terminate();
    },
  };
}
