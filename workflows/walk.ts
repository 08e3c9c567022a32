import {
  type ActivityOptions,
  condition,
  continueAsNew,
  defineSignal,
  setCurrentDetails,
  setHandler,
  type WorkflowInfo,
  workflowInfo,
} from '@temporalio/workflow';
import { heartbeatTimeout } from './heartbeat';
import { somethingChangedName } from './messages';

/** Of the activity that walks one leg; what a killed worker had not written down is walked again, by the same events. */
export const legOptions: ActivityOptions = {
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  // A leg that died with its worker, or on a machine too busy to be heard, goes on soon: it repeats nothing.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 seconds' },
  // After everything that a date of a developer's waits for.
  priority: { priorityKey: 5 },
};

const somethingChanged = defineSignal(somethingChangedName);

/** A history stays so short: an event for a leg of many developers, never for one. */
const longestHistory = 300;

/** True when a run should give way to the next. */
export function isLong({ historyLength, continueAsNewSuggested }: WorkflowInfo): boolean {
  return historyLength > longestHistory || continueAsNewSuggested;
}

/**
 * Walks developers leg by leg until a leg says that nothing is left to walk; `paused` waits here for the word that something changed.
 * Whether it goes on is in the record that the legs read.
 */
export async function walkLegs<Input>(
  input: Input,
  walk: (input: Input) => Promise<{ state: string; settled: number; count: number; goesOn: boolean }>,
): Promise<void> {
  let changes = 0;
  setHandler(somethingChanged, () => {
    changes += 1;
  });
  for (;;) {
    // Taken before looking, so that a change during the leg is looked at again.
    const seen = changes;
    const leg = await walk(input);
    setCurrentDetails(`**${leg.state}**: ${leg.settled} of ${leg.count} developers.`);
    if (leg.goesOn) {
      if (changes === seen && isLong(workflowInfo())) await continueAsNew(input);
      continue;
    }
    if (leg.state === 'paused') await condition(() => changes !== seen);
    else if (changes === seen) return;
  }
}
