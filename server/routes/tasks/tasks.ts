import type { z } from 'zod';
import { closeTask, listTasks, type taskView } from '../../../api/tasks';
import { iso, isoOrNull } from '../../../api/values';
import { paged } from '../../../db/paging';
import { ownScope } from '../../../db/queries/desk-scope';
import { filteredTasks, type ListedTask, taskSorts, tasksQuery } from '../../../db/queries/tasks';
import { dayOf } from '../../../domain/calendar/zoned';
import { notFound } from '../../problems';
import { route } from '../../route';

export const listTasksRoute = route(listTasks, async ({ query, caller, deps, now }) => {
  const { personId, staffRole } = caller;
  const today = dayOf(now, deps.lifecycle.terms.vendor.timeZone);
  const mine =
    query.mine && staffRole !== null
      ? { looksAfter: await ownScope(deps.db, personId, today), role: staffRole }
      : undefined;
  const tasks = filteredTasks(deps.db, { ...query, mine });
  const { rows, nextCursor } = await paged(tasks, taskSorts, 'tasks.id', query);
  return { items: rows.map(viewOf), nextCursor };
});

export const closeTaskRoute = route(closeTask, async ({ params, actor, deps, eventId, reach }) => {
  const task = tasksQuery(deps.db).where('tasks.id', '=', params.taskId);
  const found = await task.executeTakeFirst();
  if (!found) throw notFound('task');
  const { developerId } = found;
  reach(developerId);
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'task.closed', actor, taskId: params.taskId });
  return viewOf(await task.executeTakeFirstOrThrow());
});

function viewOf({ developerId, legalName, openedAt, closedAt, ...rest }: ListedTask): z.output<typeof taskView> {
  return { ...rest, developer: { id: developerId, legalName }, openedAt: iso(openedAt), closedAt: isoOrNull(closedAt) };
}
