import { proxyActivities } from '@temporalio/workflow';
import type { createDigestActivities } from '../activities/digest';
import type { createHousekeepingActivities } from '../activities/housekeeping';
import type { createKeyActivities } from '../activities/keys';
import { heartbeatTimeout } from './heartbeat';

const retry = { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 minutes' } as const;
const { digestReaders, sendDigest } = proxyActivities<ReturnType<typeof createDigestActivities>>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout,
  retry,
});
const { reconcileKeyStates } = proxyActivities<ReturnType<typeof createKeyActivities>>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout,
  retry,
});

/** The desk's day in words, one mail to each account manager and lead. */
export async function dailyDigest(): Promise<void> {
  for (const reader of await digestReaders()) await sendDigest(reader);
}

/** Brings every key into the state that the open suspensions ask for (rule 8). Returns how many differed. */
export async function reconcileKeys(): Promise<number> {
  return reconcileKeyStates();
}

const { clearAwayExpired } = proxyActivities<ReturnType<typeof createHousekeepingActivities>>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout,
  retry,
});

/** Deletes what has no use any more: ended links and sessions, kept answers, outbox rows long delivered. */
export async function housekeep(): Promise<void> {
  await clearAwayExpired();
}
