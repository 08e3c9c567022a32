import type { z } from 'zod';
import {
  changeDeskView,
  type deskViewView,
  keepDeskView,
  listDeskViews,
  removeDeskView,
} from '../../../api/desk-views';
import { iso } from '../../../api/values';
import { paged } from '../../../db/paging';
import {
  changeDeskView as change,
  type DeskViewRow,
  deskViewsQuery,
  keepDeskView as keep,
  removeDeskView as remove,
} from '../../../db/workspace/desk-views';
import { notFound } from '../../problems';
import { answer, route } from '../../route';

export const listDeskViewsRoute = route(listDeskViews, async ({ query, caller, deps }) => {
  const sorts = { createdAt: { by: 'deskViews.createdAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(deskViewsQuery(deps.db, caller.personId), sorts, 'deskViews.id', query);
  return { items: rows.map(viewOf), nextCursor };
});

export const keepDeskViewRoute = route(keepDeskView, async ({ body, caller, deps, newId, now }) =>
  answer(201, viewOf(await keep(deps.db, { ...body, id: newId('dvw'), personId: caller.personId }, now))),
);

export const changeDeskViewRoute = route(changeDeskView, async ({ params, body, caller, deps, now }) => {
  const own = { id: params.viewId, personId: caller.personId };
  const changed = await change(deps.db, own, body, now);
  if (!changed) throw notFound('view');
  return viewOf(changed);
});

export const removeDeskViewRoute = route(removeDeskView, async ({ params, caller, deps }) => {
  if (!(await remove(deps.db, params.viewId, caller.personId))) throw notFound('view');
});

function viewOf({ id, name, query, createdAt, changedAt }: DeskViewRow): z.output<typeof deskViewView> {
  return { id, name, query, createdAt: iso(createdAt), changedAt: iso(changedAt) };
}
