import type { Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { Answers } from '../../domain/catalogue/condition';
import { AvowError } from '../../domain/errors';
import type { DeveloperId, PersonId, RequirementId } from '../../domain/ids';
import type { RequirementState } from '../../domain/lifecycle/state';
import { isOutstanding } from '../queries/drafts';
import type { Tables } from '../tables';

export interface DraftToSave {
  requirementId: RequirementId;
  developerId: DeveloperId;
  answers: Answers;
  /** The version these answers were written over; 0 when there was none. */
  version: number;
  savedBy: PersonId;
}

/**
 * Saves a draft over the version that was read. Returns the new version. Throws draft.stale with the current version and answers
 * when somebody saved in between, draft.closed when the requirement no longer takes answers.
 */
export async function saveDraft(trx: Transaction<Tables>, draft: DraftToSave, now: Instant): Promise<number> {
  const { requirementId, developerId, savedBy } = draft;
  const requirement = await trx
    .selectFrom('requirements')
    .select('state')
    .where('id', '=', requirementId)
    .where('developerId', '=', developerId)
    // Shared: a signature that is being written waits for this save or is waited for, and then sees it or is seen.
    .forShare()
    .executeTakeFirstOrThrow();
  if (!isOutstanding(requirement)) throw draftClosed(requirement.state);
  const columns = { answers: JSON.stringify(draft.answers), savedBy, savedAt: new Date(now) };
  const saved =
    draft.version === 0
      ? await trx
          .insertInto('drafts')
          .values({ requirementId, developerId, version: 1, ...columns })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await trx
          .updateTable('drafts')
          .set({ version: draft.version + 1, ...columns })
          .where('requirementId', '=', requirementId)
          .where('version', '=', draft.version)
          .returning('version')
          .executeTakeFirst();
  if (!saved) throw await draftStale(trx, requirementId);
  return saved.version;
}

/** The refusal for a requirement that is under review, accepted or no longer asked. */
export function draftClosed(state: RequirementState): AvowError {
  const why =
    state === 'submitted'
      ? 'It is signed and under review. Should it be returned, it opens again.'
      : 'Nothing is asked here any more; the next cycle asks anew.';
  return new AvowError('draft.closed', why, [], { state });
}

async function draftStale(trx: Transaction<Tables>, requirementId: RequirementId): Promise<AvowError> {
  const current = await trx
    .selectFrom('drafts')
    .select(['version', 'answers', 'savedAt'])
    .where('requirementId', '=', requirementId)
    .executeTakeFirst();
  return new AvowError(
    'draft.stale',
    'Somebody saved this draft after you read it. Compare with the current answers in details, then save with their version.',
    [{ path: '/version', message: 'is not the current version' }],
    { version: current?.version ?? 0, answers: current?.answers ?? {} },
  );
}

/** Takes drafts away that are being signed, in the version that was read. Returns false when one changed meanwhile: then nothing may be signed. */
export async function takeDrafts(
  trx: Transaction<Tables>,
  drafts: readonly { requirementId: RequirementId; version: number }[],
): Promise<boolean> {
  for (const { requirementId, version } of drafts) {
    const taken = await trx
      .deleteFrom('drafts')
      .where('requirementId', '=', requirementId)
      .where('version', '=', version)
      .returning('requirementId')
      .executeTakeFirst();
    if (!taken) return false;
  }
  return true;
}
