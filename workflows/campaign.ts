import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { createCampaignActivities } from '../activities/campaigns';
import { heartbeatTimeout } from './heartbeat';
import { type CampaignInput, somethingChangedName } from './messages';

/** One leg of the walk; what a killed worker had not written down is walked again, by the same events. */
const { walkCampaign } = proxyActivities<ReturnType<typeof createCampaignActivities>>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  // A leg that died with its worker, or on a machine too busy to be heard, goes on soon: it repeats nothing.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 seconds' },
  // After everything that a date of a developer's waits for.
  priority: { priorityKey: 5 },
});

export const campaignChanged = defineSignal(somethingChangedName);

/** A history stays so short: an event for a leg of many developers, never for one. */
const longestHistory = 300;

/**
 * A campaign: walks its developers leg by leg, first to work out what would happen, later to ask them. Whether it goes on is in the
 * record; a pause waits here for the word that something changed.
 */
export async function campaign(input: CampaignInput): Promise<void> {
  let changes = 0;
  setHandler(campaignChanged, () => {
    changes += 1;
  });
  for (;;) {
    // Taken before looking, so that a change during the leg is looked at again.
    const seen = changes;
    const leg = await walkCampaign(input);
    setCurrentDetails(`**${leg.state}**: ${leg.settled} of ${leg.count} developers.`);
    if (leg.goesOn) {
      const { historyLength, continueAsNewSuggested } = workflowInfo();
      if (changes === seen && (historyLength > longestHistory || continueAsNewSuggested)) await continueAsNew(input);
      continue;
    }
    if (leg.state === 'paused') await condition(() => changes !== seen);
    else if (changes === seen) return;
  }
}
