import { getTerms } from '../../../api/terms';
import { route } from '../../route';

export const getTermsRoute = route(getTerms, async ({ deps }) => {
  const {
    budget: _budget,
    sampleShare: _share,
    remindersBefore,
    remindersAfter,
    slot,
    ...terms
  } = deps.lifecycle.terms;
  return {
    ...terms,
    remindersBefore: [...remindersBefore],
    remindersAfter: [...remindersAfter],
    slot: { ...slot, weekdays: [...slot.weekdays], freezeDays: [...slot.freezeDays] },
  };
});
