import type { AppId } from '../ids';
import { obligations } from '../obligations';
import type { Cycle, Requirement } from './state';
import { put, type Work } from './work';

/** The four requirements of an app, open. */
export function newRequirements(work: Work, cycle: Cycle, appId: AppId) {
  return obligations.map((obligation) => {
    const requirement: Requirement = {
      id: work.newId('req'),
      cycleId: cycle.id,
      appId,
      obligation,
      catalogueVersion: cycle.catalogueVersion,
      state: 'open',
      statementId: null,
      submissionId: null,
      reasonCode: null,
      reason: null,
      decidedAt: null,
      decidedBy: null,
    };
    return put('requirements', requirement);
  });
}
