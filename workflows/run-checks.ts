import { isCancellation, proxyActivities, uuid4 } from '@temporalio/workflow';
import type { createCheckActivities } from '../activities/checks';
import type { EventId } from '../domain/ids';
import { heartbeatTimeout } from './heartbeat';
import type { RunChecksInput } from './messages';

const { examine } = proxyActivities<ReturnType<typeof createCheckActivities>>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout,
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds', maximumAttempts: 5 },
});

const { checksCompleted, checksInconclusive } = proxyActivities<ReturnType<typeof createCheckActivities>>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout,
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
});

/** Runs the automatic checks of one submission. What cannot be checked goes to a person, never against the developer. */
export async function runChecks({ developerId, submissionId }: RunChecksInput): Promise<void> {
  const eventId: EventId = `evt_${uuid4().replaceAll('-', '')}`;
  try {
    const outcome = await examine({ developerId, submissionId });
    await checksCompleted({ developerId, submissionId, eventId, outcome });
  } catch (fault) {
    if (isCancellation(fault)) throw fault;
    await checksInconclusive({ developerId, submissionId, eventId });
  }
}
