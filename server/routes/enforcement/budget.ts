import { getBudget } from '../../../api/enforcement';
import { iso, isoOrNull } from '../../../api/values';
import { readBudget } from '../../../db/lifecycle/budget';
import { waitingForRelease } from '../../../db/queries/blocked';
import { route } from '../../route';

export const getBudgetRoute = route(getBudget, async ({ deps, now }) => {
  const { db, lifecycle } = deps;
  const { size, spent, left, since } = await readBudget(db, lifecycle.terms, now);
  const { waiting, alertedAt } = await waitingForRelease(db);
  return {
    apps: size,
    spent,
    left: Math.max(0, left),
    window: lifecycle.terms.budget.window,
    since: iso(since),
    waiting,
    alertedAt: isoOrNull(alertedAt),
  };
});
