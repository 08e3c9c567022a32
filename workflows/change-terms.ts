import {
  continueAsNew,
  defineSignal,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { createTermsActivities } from '../activities/terms';
import { heartbeatTimeout } from './heartbeat';
import { type ChangeTermsInput, somethingChangedName } from './messages';

/** One leg of the walk; what a killed worker had not written down is walked again, by the same events. */
const { walkTerms } = proxyActivities<ReturnType<typeof createTermsActivities>>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 seconds' },
  // After everything that a date of a developer's waits for.
  priority: { priorityKey: 5 },
});

export const termsChanged = defineSignal(somethingChangedName);

/** A history stays so short: an event for a leg of many developers, never for one. */
const longestHistory = 300;

/**
 * A version of a tier's terms: walks the developers of the tier leg by leg, first to work out what it would move, and once it is in force
 * to take them over to it. Whether it goes on is in the record.
 */
export async function changeTerms(input: ChangeTermsInput): Promise<void> {
  let changes = 0;
  setHandler(termsChanged, () => {
    changes += 1;
  });
  for (;;) {
    // Taken before looking, so that a change during the leg is looked at again.
    const seen = changes;
    const leg = await walkTerms(input);
    setCurrentDetails(`**${leg.state}**: ${leg.settled} of ${leg.count} developers.`);
    if (leg.goesOn) {
      const { historyLength, continueAsNewSuggested } = workflowInfo();
      if (changes === seen && (historyLength > longestHistory || continueAsNewSuggested)) await continueAsNew(input);
    } else if (changes === seen) return;
  }
}
