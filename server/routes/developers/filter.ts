import type { listDevelopers } from '../../../api/developers';
import type { QueryOf } from '../../../api/operation';
import { ownScope } from '../../../db/queries/desk-scope';
import type { DeveloperFilter } from '../../../db/queries/developer-filter';
import { readSearch } from '../../../db/queries/developer-search';
import type { Instant } from '../../../domain/calendar/instant';
import { dayOf } from '../../../domain/calendar/zoned';
import { AvowError } from '../../../domain/errors';
import type { Caller } from '../../caller';
import type { ServerDeps } from '../../deps';

type Asked = Omit<QueryOf<typeof listDevelopers>, 'sort' | 'limit' | 'cursor'>;

/** Which developers a query asks for. Throws access.forbidden where it says `mine` and nobody of the vendor's asks. */
export async function filterOf(
  { mine, search, ...named }: Asked,
  caller: Caller,
  { db, lifecycle }: Pick<ServerDeps, 'db' | 'lifecycle'>,
  now: Instant,
): Promise<DeveloperFilter> {
  const filter = { ...named, search: await readSearch(db, search) };
  if (mine === undefined) return filter;
  if (caller.kind !== 'person' || caller.staffRole === null)
    throw new AvowError('access.forbidden', 'Only people of the vendor look after developers. Leave mine out.', [
      { path: '/query/mine', message: 'is for the vendor only' },
    ]);
  const by = await ownScope(db, caller.personId, dayOf(now, lifecycle.terms.vendor.timeZone));
  return { ...filter, lookedAfter: { by, is: mine } };
}
