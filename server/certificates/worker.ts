import { parentPort } from 'node:worker_threads';
import type { Certificate } from './certificate';
import type { Printed, ToPrint } from './press';
import { renderCertificate } from './render';

// The other side of press.ts: a thread of its own, so that nobody who asks about a key waits for a page to be laid out.
parentPort?.on('message', ({ job, certificate }: ToPrint) => {
  void print(certificate).then((printed) => parentPort?.postMessage({ job, ...printed } satisfies Printed, []));
});

async function print(certificate: Certificate): Promise<{ pdf: Uint8Array } | { fault: string }> {
  try {
    return { pdf: await renderCertificate(certificate) };
  } catch (fault) {
    return { fault: String((fault as Error).stack ?? fault) };
  }
}
