import { DefaultLogger, Runtime } from '@temporalio/worker';
import { leaveWhenAsked, reportReady } from '../integrations/embedded/node-part';
import { readSettings } from './settings';
import { work } from './work';

async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });
  const worker = await work(readSettings(process.env));
  worker.failed.catch(() => process.exit(1));
  leaveWhenAsked(() => worker.stop());
  reportReady();
}

main().catch((fault: Error) => {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
});
