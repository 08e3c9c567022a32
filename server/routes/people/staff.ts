import type { z } from 'zod';
import { addStaff, changeStaff, erasePerson, listStaff, type staffView } from '../../../api/people';
import { iso } from '../../../api/values';
import { paged } from '../../../db/paging';
import { erasePerson as erase } from '../../../db/workspace/erasure';
import { addStaff as add, changeStaff as change, type StaffMember, staffQuery } from '../../../db/workspace/staff';
import { AvowError } from '../../../domain/errors';
import { notFound } from '../../problems';
import { route } from '../../route';

export const listStaffRoute = route(listStaff, async ({ query, deps }) => {
  let staff = staffQuery(deps.db);
  if (query.role !== undefined) staff = staff.where('staff.role', '=', query.role);
  const sorts = {
    addedAt: { by: 'staff.addedAt', kind: 'instant' },
    email: { by: 'people.emailNormalised', kind: 'text' },
  } as const;
  const { rows, nextCursor } = await paged(staff, sorts, 'staff.personId', query);
  return { items: rows.map(viewOf), nextCursor };
});

export const addStaffRoute = route(addStaff, async ({ body, caller, deps, now, newId }) =>
  viewOf(await add(deps.db, { ...body, personId: newId('per') }, now, caller.personId)),
);

export const changeStaffRoute = route(changeStaff, async ({ params, body, caller, deps, now }) => {
  // Otherwise the last administrator could lock everybody out.
  if (params.personId === caller.personId)
    throw new AvowError('access.forbidden', 'Ask another administrator to change your own role.');
  const member = await change(deps.db, params.personId, body, caller.personId, now);
  if (!member) throw notFound('person');
  return viewOf(member);
});

export const erasePersonRoute = route(erasePerson, async ({ params, caller, actor, deps, now }) => {
  if (params.personId === caller.personId)
    throw new AvowError('access.forbidden', 'Ask another administrator to erase you.');
  if (!(await erase(deps.db, params.personId, actor, now))) throw notFound('person');
});

function viewOf({ addedAt, ...member }: StaffMember): z.output<typeof staffView> {
  return { ...member, addedAt: iso(addedAt) };
}
