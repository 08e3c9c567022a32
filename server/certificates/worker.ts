import { parentPort } from 'node:worker_threads';
import { renderPopulation } from '../population/render';
import type { Certificate } from './certificate';
import type { Printed, ToPrint } from './press';
import { renderCertificate } from './render';

// The other side of press.ts: a thread of its own, so that nobody who asks about a key waits for a page to be laid out.
parentPort?.on('message', ({ job, ...toPrint }: ToPrint) => {
  void print(toPrint).then((printed) => parentPort?.postMessage({ job, ...printed } satisfies Printed, []));
});

async function print(toPrint: Omit<ToPrint, 'job'>): Promise<{ pdf: Uint8Array } | { fault: string }> {
  try {
    return {
      pdf: await (toPrint.population
        ? renderPopulation(toPrint.population)
        : renderCertificate(toPrint.certificate as Certificate)),
    };
  } catch (fault) {
    return { fault: String((fault as Error).stack ?? fault) };
  }
}
