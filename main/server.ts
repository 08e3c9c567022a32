import { leaveWhenAsked, reportReady } from '../integrations/embedded/node-part';
import { serve } from './serve';
import { readSettings } from './settings';

async function main(): Promise<void> {
  const server = await serve(readSettings(process.env));
  leaveWhenAsked(() => server.stop());
  reportReady();
}

main().catch((fault: Error) => {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
});
