import { keepMoves } from '../db/queries/terms-moves';
import type { DeveloperId } from '../domain/ids';
import { type TermsMove, termsMove, termsMoveEventId } from '../domain/terms/terms-move';
import type { ActivityDeps } from './deps';
import { lookAhead } from './looking-ahead';
import { actOnFew } from './pace';
import { type ChangingTerms, eventOf } from './terms-moving';

/** Works out what a version of terms would move for each of these and keeps it; decides and writes nothing else. */
export async function foreseeMoves(
  deps: ActivityDeps,
  changing: ChangingTerms,
  developerIds: readonly DeveloperId[],
): Promise<void> {
  const event = eventOf(changing, termsMoveEventId);
  const found: { developerId: DeveloperId; move: TermsMove }[] = [];
  await actOnFew(developerIds, async (developerId) => {
    const move = await lookAhead(
      deps,
      developerId,
      (state, context, now) => termsMove(state, event, context, now),
      changing.version.id,
    );
    if (move) found.push({ developerId, move });
  });
  await keepMoves(deps.db, changing.version.id, found);
}
