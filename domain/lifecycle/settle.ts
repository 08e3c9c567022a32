import { overtakeAppeals } from './appeal';
import { closeFinishedCycles } from './cycle';
import { settleKeys } from './key';
import { standingOf } from './standing';
import { settleTerminations } from './termination-gate';
import { isStandingChange } from './transitions';
import { put, record, rowOf, type Work } from './work';

/** What follows from every decision: finished cycles close, standings and keys follow the plans and suspensions. */
export function settle(work: Work): void {
  settleTerminations(work);
  closeFinishedCycles(work);
  overtakeAppeals(work);
  for (const { id } of work.state.apps) {
    const app = rowOf(work, 'apps', id);
    const standing = standingOf(work.state, app);
    if (standing === app.standing) continue;
    if (!isStandingChange(app.standing, standing))
      throw new Error(`no transition leads from ${app.standing} to ${standing}`);
    record(
      work,
      'app.standing-changed',
      id,
      { why: `from ${app.standing} to ${standing}`, data: { from: app.standing, to: standing } },
      [put('apps', { ...app, standing, standingChangedAt: work.now })],
    );
  }
  settleKeys(work);
}
