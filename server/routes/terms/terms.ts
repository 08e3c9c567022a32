import { getTerms } from '../../../api/terms';
import { termsHeldBy } from '../../../db/queries/terms';
import type { DeveloperId } from '../../../domain/ids';
import type { Terms } from '../../../domain/terms';
import type { ServerDeps } from '../../deps';
import { notFound } from '../../problems';
import { route } from '../../route';

export const getTermsRoute = route(getTerms, async ({ query: { developerId }, reach, deps }) => {
  if (developerId !== undefined) reach(developerId);
  const {
    budget: _budget,
    sampleShare: _share,
    remindersBefore,
    remindersAfter,
    slot,
    ...terms
  } = developerId === undefined ? deps.lifecycle.terms : await termsOf(deps, developerId);
  return {
    ...terms,
    remindersBefore: [...remindersBefore],
    remindersAfter: [...remindersAfter],
    slot: { ...slot, weekdays: [...slot.weekdays], freezeDays: [...slot.freezeDays] },
  };
});

/** Throws resource.not-found. */
async function termsOf({ db, lifecycle }: ServerDeps, developerId: DeveloperId): Promise<Terms> {
  const held = await termsHeldBy(db, developerId);
  if (held === undefined) throw notFound('developer');
  return { ...lifecycle.terms, ...held };
}
