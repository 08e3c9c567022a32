import {
  condition,
  defineSignal,
  makeContinueAsNewFunc,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Agenda } from '../domain/lifecycle/agenda';
import { type DeveloperObligationsInput, somethingChangedName } from './messages';
import { procedureFor, takeStock } from './procedures';
import { describe, show, shownOf } from './showing';

export const somethingChanged = defineSignal(somethingChangedName);

/** A history that is about to sleep stays this short, so that a new release meets only tiny ones. */
const longestHistoryAtWake = 12;

/**
 * The walk of one developer, for as long as they embed the SDK: the window opens, reminders go out, the clock stands while the
 * vendor reviews, the due day lapses, notice is given, the app is restricted, suspended, reinstated, and around again.
 * It owns one timer, to the next moment the record knows of, and wakes early when something changed.
 */
export async function developerObligations({ developerId, agenda: carried }: DeveloperObligationsInput): Promise<void> {
  let changes = 0;
  let seen = 0;
  setHandler(somethingChanged, () => {
    changes += 1;
  });

  let agenda = carried ?? (await takeStock(developerId));
  let before = carried ?? agenda;
  let hasWoken = carried === undefined;
  for (;;) {
    if (agenda.hasEnded) return;
    if (hasWoken) {
      if (changes === seen && isTimeForNewRun(before, agenda)) await startNewRun({ developerId, agenda });
      show(agenda);
    }
    setCurrentDetails(describe(agenda));
    const isSignalled = await wait(() => changes !== seen, agenda);
    hasWoken = true;
    // Taken before looking, so that a change during the look is looked at again.
    seen = changes;
    before = agenda;
    agenda =
      isSignalled || agenda.procedure === null
        ? await takeStock(developerId)
        : await procedureFor(agenda.procedure)(developerId);
  }
}

/** The one timer. True when something changed before it rang. */
function wait(isChanged: () => boolean, agenda: Agenda): Promise<boolean> {
  if (agenda.nextAt === null) return condition(isChanged).then(() => true);
  const obligationNow = Date.now() + agenda.offsetMs;
  return condition(isChanged, Math.max(1, agenda.nextAt - obligationNow));
}

/** Once per cycle, when the walk is done and the long sleep to the next window begins, and whenever a history grew. */
function isTimeForNewRun(before: Agenda, agenda: Agenda): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  const isCycleDone = agenda.procedure === 'open-cycle' && before.procedure !== 'open-cycle';
  return isCycleDone || historyLength >= longestHistoryAtWake || continueAsNewSuggested;
}

function startNewRun(input: Required<DeveloperObligationsInput>): Promise<never> {
  const next = makeContinueAsNewFunc<typeof developerObligations>({ typedSearchAttributes: shownOf(input.agenda) });
  return next(input);
}
