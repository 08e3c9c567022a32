import { getKey, listKeys, revokeKey } from '../../../api/keys';
import { paged } from '../../../db/paging';
import { keySorts, keysQuery } from '../../../db/queries/keys';
import { route } from '../../route';
import { findKey, orEnded, viewOfKey } from './view';

export const listKeysRoute = route(listKeys, async ({ params, query, deps }) => {
  let keys = keysQuery(deps.db, params.developerId);
  if (query.appId !== undefined) keys = keys.where('keys.appId', '=', query.appId);
  if (query.environment !== undefined) keys = keys.where('keys.environment', '=', query.environment);
  if (query.state !== undefined) keys = keys.where('keys.state', '=', query.state);
  const { rows, nextCursor } = await paged(keys, keySorts, 'keys.id', query);
  return { items: rows.map(viewOfKey), nextCursor };
});

export const getKeyRoute = route(getKey, async ({ params, deps }) =>
  viewOfKey(await findKey(deps.db, params.developerId, params.keyId)),
);

export const revokeKeyRoute = route(revokeKey, async ({ params, body, actor, deps, eventId }) => {
  const { developerId, keyId } = params;
  const { reason } = body;
  await orEnded(
    await findKey(deps.db, developerId, keyId),
    deps.lifecycle.transact(developerId, { id: eventId, type: 'key.revoked', actor, keyId, reason }),
  );
  return viewOfKey(await findKey(deps.db, developerId, keyId));
});
