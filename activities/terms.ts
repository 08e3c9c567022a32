import { Context } from '@temporalio/activity';
import { movesCounted, nextToMove } from '../db/queries/terms-moves';
import { finishExamining, finishRollout, type TermsRolloutRow } from '../db/workspace/terms-rollouts';
import type { TermsId } from '../domain/ids';
import { progressOf, tellProgress } from '../integrations/signs-of-life';
import { waitedForMails } from './backlog';
import type { ActivityDeps } from './deps';
import { type Place, type Walk, walkOn } from './leg';
import { actForASecond } from './pace';
import { foreseeMoves } from './terms-foreseeing';
import { type ChangingTerms, changingTerms, moveDeveloper } from './terms-moving';

const foreseenAtOnce = 20;

export interface TermsLeg {
  state: TermsRolloutRow['state'];
  settled: number;
  count: number;
  /** There is more to walk at once. */
  goesOn: boolean;
}

export function createTermsActivities(deps: ActivityDeps) {
  return {
    /** Walks on with a version of a tier's terms for some seconds: works out what it would move, or moves; else does nothing. */
    async walkTerms({ termsId }: { termsId: TermsId }): Promise<TermsLeg> {
      const place: Place = progressOf<Place>(Context.current()) ?? { cursor: null };
      return walkTermsLeg(deps, termsId, place, (reached) => tellProgress(Context.current(), reached));
    },
  };
}

/** One leg. `tell` hears of each place that everybody before is settled. */
export async function walkTermsLeg(
  deps: ActivityDeps,
  termsId: TermsId,
  from: Place,
  tell: (place: Place) => void,
): Promise<TermsLeg> {
  const { subject, goesOn } = await walkOn(walkOf(deps, termsId), from, tell);
  const { count, settled, foreseen } = await movesCounted(deps.db, termsId, deps.clock.now(), 1);
  const isForeseeing = subject.state === 'examining' || subject.state === 'examined';
  return { state: subject.state, goesOn, count, settled: isForeseeing ? foreseen : settled };
}

function walkOf(deps: ActivityDeps, termsId: TermsId): Walk<ChangingTerms> {
  const isForeseeing = ({ state }: ChangingTerms) => state === 'examining';
  return {
    look: () => changingTerms(deps.db, termsId),
    // Withdrawn while it was worked out, or replaced by the next version while it was rolled out: nothing is left to do.
    isWalking: ({ state, version }) =>
      (state === 'examining' && version.state === 'proposed') || (state === 'moving' && version.state === 'in-force'),
    next: (changing, cursor) =>
      isForeseeing(changing)
        ? nextToMove(deps.db, termsId, 'foreseen', cursor, foreseenAtOnce)
        : nextToMove(deps.db, termsId, 'outcome', cursor, deps.settings.campaignRate),
    waited: async (changing) => !isForeseeing(changing) && (await waitedForMails(deps)),
    async settle(changing, developerIds) {
      if (!isForeseeing(changing))
        return actForASecond(developerIds, deps.settings.campaignRate, (id) => moveDeveloper(deps, changing, id));
      await foreseeMoves(deps, changing, developerIds);
      return developerIds.at(-1) ?? null;
    },
    finish: (changing) =>
      isForeseeing(changing)
        ? finishExamining(deps.db, termsId, deps.clock.now())
        : finishRollout(deps.db, changing.version, deps.clock.now()),
  };
}
