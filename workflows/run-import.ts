import { proxyActivities } from '@temporalio/workflow';
import type { createImportActivities } from '../activities/imports';
import { heartbeatTimeout } from './heartbeat';
import type { RunImportInput } from './messages';

const { importSome } = proxyActivities<ReturnType<typeof createImportActivities>>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

/** Imports the developers of a file, some at a time, until none waits or somebody stops it. Where it is, the record knows. */
export async function runImport({ importId }: RunImportInput): Promise<void> {
  while (await importSome({ importId })) {
    // The next ones.
  }
}
