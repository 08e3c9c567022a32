import { getApp, listApps, renameApp, retireApp } from '../../../api/apps';
import { paged } from '../../../db/paging';
import { appSorts, appsQuery } from '../../../db/queries/apps';
import { renameApp as rename } from '../../../db/workspace/app-profiles';
import { notFound } from '../../problems';
import { route } from '../../route';
import { findApp, orRetired, viewOfApp } from './view';

export const listAppsRoute = route(listApps, async ({ params, query, deps }) => {
  let apps = appsQuery(deps.db, params.developerId);
  if (query.standing !== undefined) apps = apps.where('apps.standing', '=', query.standing);
  if (query.sdkProduct !== undefined) apps = apps.where('apps.sdkProduct', '=', query.sdkProduct);
  if (query.isRetired !== undefined) apps = apps.where('apps.retiredAt', query.isRetired ? 'is not' : 'is', null);
  const { rows, nextCursor } = await paged(apps, appSorts, 'apps.id', query);
  return { items: rows.map(viewOfApp), nextCursor };
});

export const getAppRoute = route(getApp, async ({ params, deps }) =>
  viewOfApp(await findApp(deps.db, params.developerId, params.appId)),
);

export const renameAppRoute = route(renameApp, async ({ params, body, deps }) => {
  if (!(await rename(deps.db, params.developerId, params.appId, body.name))) throw notFound('app');
  return viewOfApp(await findApp(deps.db, params.developerId, params.appId));
});

export const retireAppRoute = route(retireApp, async ({ params, body, actor, deps, eventId }) => {
  const { developerId, appId } = params;
  const { reason } = body;
  await orRetired(
    await findApp(deps.db, developerId, appId),
    deps.lifecycle.transact(developerId, { id: eventId, type: 'app.retired', actor, appId, reason }),
  );
  return viewOfApp(await findApp(deps.db, developerId, appId));
});
