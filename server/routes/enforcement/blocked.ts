import { listBlocked } from '../../../api/enforcement';
import { iso } from '../../../api/values';
import { paged } from '../../../db/paging';
import { blockedQuery, blockedSorts } from '../../../db/queries/blocked';
import { route } from '../../route';

export const listBlockedRoute = route(listBlocked, async ({ query, deps }) => {
  let blocked = blockedQuery(deps.db);
  if (query.developerId !== undefined) blocked = blocked.where('plans.developerId', '=', query.developerId);
  if (query.blockedBy !== undefined) blocked = blocked.where('plans.blockedBy', '=', query.blockedBy);
  const { rows, nextCursor } = await paged(blocked, blockedSorts, 'plans.id', query);
  return { items: rows.map(({ since, ...row }) => ({ ...row, since: iso(since) })), nextCursor };
});
