import { continueAsNew, defineSignal, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { createImportActivities } from '../activities/imports';
import { heartbeatTimeout } from './heartbeat';
import { type RunImportInput, somethingChangedName } from './messages';
import { isLong } from './walk';

const { importSome } = proxyActivities<ReturnType<typeof createImportActivities>>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

const somethingChanged = defineSignal(somethingChangedName);

/**
 * Imports the developers of a file, some at a time, until none waits or somebody stops it. Where it is, the record knows. Who has it go on
 * while it ends, as it was stopped a moment before, is heard: it looks once more.
 */
export async function runImport(input: RunImportInput): Promise<void> {
  let changes = 0;
  setHandler(somethingChanged, () => {
    changes += 1;
  });
  for (;;) {
    const seen = changes;
    const goesOn = await importSome(input);
    if (changes !== seen) continue;
    if (!goesOn) return;
    if (isLong(workflowInfo())) await continueAsNew(input);
  }
}
