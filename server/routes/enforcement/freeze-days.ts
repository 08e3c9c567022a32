import type { z } from 'zod';
import { addFreezeDay, type freezeDayView, listFreezeDays, removeFreezeDay } from '../../../api/holds';
import { iso, isoOrNull } from '../../../api/values';
import { paged } from '../../../db/paging';
import {
  addFreezeDay as add,
  type FreezeDayRow,
  freezeDaysQuery,
  removeFreezeDay as remove,
} from '../../../db/workspace/freeze-days';
import { dayOf } from '../../../domain/calendar/zoned';
import { AvowError } from '../../../domain/errors';
import { notFound } from '../../problems';
import { answer, route } from '../../route';
import { refuseUnlessMine } from './scope';

export const addFreezeDayRoute = route(addFreezeDay, async ({ body, caller, deps, newId, now }) => {
  await refuseUnlessMine(deps.db, caller, body.developerId);
  if (body.day < dayOf(now, deps.lifecycle.terms.vendor.timeZone))
    throw new AvowError('freeze-day.past', 'Freeze today or a later day.', [{ path: '/day', message: 'is over' }]);
  const freeze = await add(deps.db, { id: newId('frz'), ...body, addedBy: caller.personId }, now);
  if (!freeze) throw new AvowError('freeze-day.exists', 'This day is frozen already; nothing has to be done.');
  return answer(201, viewOf(freeze));
});

export const listFreezeDaysRoute = route(listFreezeDays, async ({ query, deps }) => {
  let days = freezeDaysQuery(deps.db).where('freezeDays.removedAt', query.isRemoved ? 'is not' : 'is', null);
  const { developerId, from } = query;
  if (developerId !== undefined)
    days = days.where((row) =>
      row.or([row('freezeDays.developerId', 'is', null), row('freezeDays.developerId', '=', developerId)]),
    );
  if (from !== undefined) days = days.where('freezeDays.day', '>=', from);
  const sorts = { day: { by: 'freezeDays.day', kind: 'day' } } as const;
  const { rows, nextCursor } = await paged(days, sorts, 'freezeDays.id', query);
  return { items: rows.map(viewOf), nextCursor };
});

export const removeFreezeDayRoute = route(removeFreezeDay, async ({ params, body, caller, deps, now }) => {
  const found = freezeDaysQuery(deps.db).where('freezeDays.id', '=', params.freezeDayId);
  const freeze = await found.executeTakeFirst();
  if (!freeze || freeze.removedAt !== null) throw notFound('frozen day');
  // Otherwise a step that its freeze kept would look as if we had missed it.
  if (freeze.day <= dayOf(now, deps.lifecycle.terms.vendor.timeZone))
    throw new AvowError('freeze-day.past', 'A day that has begun stays frozen to its end.');
  const { freezeDayId: id } = params;
  await remove(deps.db, { id, removedBy: caller.personId, removalReason: body.reason }, now);
  return viewOf(await found.executeTakeFirstOrThrow());
});

function viewOf({ legalName, ...row }: FreezeDayRow): z.output<typeof freezeDayView> {
  return { ...row, developerName: legalName, addedAt: iso(row.addedAt), removedAt: isoOrNull(row.removedAt) };
}
