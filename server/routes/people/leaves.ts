import type { z } from 'zod';
import { endLeave, enterLeave, type leaveView, listLeaves } from '../../../api/staff';
import { iso, isoOrNull } from '../../../api/values';
import { paged } from '../../../db/paging';
import { mayManageAccounts } from '../../../db/workspace/developer-profiles';
import { endLeave as end, enterLeave as enter, type LeaveRow, leavesQuery } from '../../../db/workspace/leaves';
import { staffQuery } from '../../../db/workspace/staff';
import { dayOf } from '../../../domain/calendar/zoned';
import { AvowError } from '../../../domain/errors';
import { refuseForeignLeave } from '../../../domain/staff/leave';
import { notFound } from '../../problems';
import { answer, route } from '../../route';

export const listLeavesRoute = route(listLeaves, async ({ query, deps, now }) => {
  const today = dayOf(now, deps.lifecycle.terms.vendor.timeZone);
  let leaves = leavesQuery(deps.db).where((row) => {
    const isOver = row.or([row('endedAt', 'is not', null), row('untilOn', '<', today)]);
    return query.isOver ? isOver : row.not(isOver);
  });
  if (query.personId !== undefined) leaves = leaves.where('personId', '=', query.personId);
  const sorts = { fromOn: { by: 'staffLeaves.fromOn', kind: 'day' } } as const;
  const { rows, nextCursor } = await paged(leaves, sorts, 'staffLeaves.id', query);
  return { items: rows.map(viewOf), nextCursor };
});

export const enterLeaveRoute = route(enterLeave, async ({ params, body, caller, deps, newId, now }) => {
  const { personId } = params;
  refuseForeignLeave({ personId: caller.personId, role: caller.staffRole }, personId);
  if (!(await staffQuery(deps.db).where('staff.personId', '=', personId).executeTakeFirst())) throw notFound('person');
  if (!(await mayManageAccounts(deps.db, body.standInId)))
    throw new AvowError('request.invalid', 'Correct /standInId: name an active account manager or lead.', [
      { path: '/standInId', message: 'is nobody who can look after developers' },
    ]);
  const leave = { id: newId('lve'), personId, ...body, enteredBy: caller.personId };
  const today = dayOf(now, deps.lifecycle.terms.vendor.timeZone);
  return answer(201, viewOf(await enter(deps.db, leave, { now, today })));
});

export const endLeaveRoute = route(endLeave, async ({ params, caller, deps, now }) => {
  const leave = await leavesQuery(deps.db).where('id', '=', params.leaveId).executeTakeFirst();
  if (!leave) throw notFound('leave');
  refuseForeignLeave({ personId: caller.personId, role: caller.staffRole }, leave.personId);
  const ended = await end(deps.db, params.leaveId, caller.personId, now);
  if (!ended) throw notFound('leave');
  return viewOf(ended);
});

function viewOf({ endedBy: _endedBy, ...row }: LeaveRow): z.output<typeof leaveView> {
  return { ...row, enteredAt: iso(row.enteredAt), endedAt: isoOrNull(row.endedAt) };
}
