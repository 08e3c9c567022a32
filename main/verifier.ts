import cluster from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import { isReadyReport, leaveWhenAsked, reportReady } from '../integrations/embedded/node-part';
import { serveVerifier } from './serve-verifier';
import { readVerifierSettings } from './settings';
import { joinPeers, PeersOf } from './verifier-peers';

/** `npm run verifier`: answers checks and nothing else. Any number of them may run, each with a memory of its own. */
async function main(): Promise<void> {
  const settings = readVerifierSettings(process.env);
  if (cluster.isPrimary && settings.processes > 1) return lead(settings.processes);
  const verifier = await serveVerifier(settings, cluster.isWorker ? joinPeers : undefined);
  leaveWhenAsked(() => verifier.stop());
  await verifier.loaded;
  reportReady();
}

/** Several listeners on one port. One that dies is replaced; it listens again once it has loaded. */
function lead(count: number): void {
  const ready = new Set<number>();
  const peers = new PeersOf();
  let isLeaving = false;
  const fork = (): void => {
    const worker = cluster.fork();
    peers.add(worker);
    worker.on('message', (message) => {
      if (!isReadyReport(message)) return;
      ready.add(worker.id);
      if (ready.size === count) reportReady();
    });
    worker.once('exit', () => {
      if (!isLeaving) void sleep(1_000).then(fork);
    });
  };
  for (let made = 0; made < count; made += 1) fork();
  leaveWhenAsked(async () => {
    isLeaving = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    for (const worker of workers) worker.process.kill('SIGTERM');
    await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve))));
  });
}

main().catch((fault: Error) => {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
});
