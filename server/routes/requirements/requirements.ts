import { listRequirements } from '../../../api/requirements';
import { paged } from '../../../db/paging';
import { appSorts, appsQuery } from '../../../db/queries/apps';
import { loadOwed } from '../../../db/queries/requirements';
import { route } from '../../route';
import { requirementsOf } from './view';

export const listRequirementsRoute = route(listRequirements, async ({ params, query, deps }) => {
  const { developerId } = params;
  let apps = appsQuery(deps.db, developerId).where('apps.retiredAt', 'is', null);
  if (query.appId !== undefined) apps = apps.where('apps.id', '=', query.appId);
  const { name, registeredAt } = appSorts;
  const { rows, nextCursor } = await paged(apps, { name, registeredAt }, 'apps.id', query);
  const owed = await loadOwed(
    deps.db,
    developerId,
    rows.map(({ id }) => id),
  );
  return { items: rows.map((app) => requirementsOf(app, owed)), nextCursor };
});
