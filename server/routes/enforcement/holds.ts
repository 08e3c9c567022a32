import type { z } from 'zod';
import { type holdView, liftHold, listHolds, placeHold } from '../../../api/holds';
import { iso, isoOrNull } from '../../../api/values';
import { paged } from '../../../db/paging';
import { type HoldRow, holdsQuery, liftHold as lift, placeHold as place } from '../../../db/workspace/holds';
import { AvowError } from '../../../domain/errors';
import { refuseOwnPeople } from '../../own-people';
import { notFound } from '../../problems';
import { answer, route } from '../../route';
import { refuseUnlessMine } from './scope';

export const placeHoldRoute = route(placeHold, async ({ body, caller, deps, newId, now }) => {
  await refuseUnlessMine(deps.db, caller, body.developerId);
  const hold = await place(deps.db, { id: newId('hld'), ...body, placedBy: caller.personId }, now);
  return answer(201, viewOf(hold));
});

export const listHoldsRoute = route(listHolds, async ({ query, deps }) => {
  let holds = holdsQuery(deps.db).where('holds.liftedAt', query.isLifted ? 'is not' : 'is', null);
  const { developerId } = query;
  if (developerId !== undefined)
    holds = holds.where((row) =>
      row.or([row('holds.developerId', 'is', null), row('holds.developerId', '=', developerId)]),
    );
  const sorts = { placedAt: { by: 'holds.placedAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(holds, sorts, 'holds.id', query);
  return { items: rows.map(viewOf), nextCursor };
});

export const liftHoldRoute = route(liftHold, async ({ params, body, caller, deps, now }) => {
  const hold = holdsQuery(deps.db).where('holds.id', '=', params.holdId);
  const placed = await hold.executeTakeFirst();
  if (!placed) throw notFound('hold');
  if (placed.developerId !== null) await refuseOwnPeople(deps.db, caller, placed.developerId, 'access.forbidden');
  const isLifted = await lift(deps.db, { id: params.holdId, liftedBy: caller.personId, liftReason: body.reason }, now);
  const lifted = await hold.executeTakeFirstOrThrow();
  // Who repeats what they did is told that it is done.
  if (!isLifted && lifted.liftedBy !== caller.personId)
    throw new AvowError('hold.already-lifted', 'Somebody has lifted this hold. See who, and why.');
  return viewOf(lifted);
});

function viewOf({ legalName, ...row }: HoldRow): z.output<typeof holdView> {
  return { ...row, developerName: legalName, placedAt: iso(row.placedAt), liftedAt: isoOrNull(row.liftedAt) };
}
