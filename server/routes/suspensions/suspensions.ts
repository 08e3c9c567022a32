import type { z } from 'zod';
import { liftSuspension, listSuspensions, type suspensionView, undoSuspension } from '../../../api/suspensions';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { paged } from '../../../db/paging';
import { findSuspension, type SuspensionRow, suspensionsQuery } from '../../../db/queries/suspensions';
import type { SuspensionId } from '../../../domain/ids';
import { refuseOwnPeople } from '../../own-people';
import { notFound } from '../../problems';
import { route } from '../../route';

export const listSuspensionsRoute = route(listSuspensions, async ({ params, query, deps }) => {
  let suspensions = suspensionsQuery(deps.db).where('suspensions.developerId', '=', params.developerId);
  if (query.appId !== undefined) suspensions = suspensions.where('suspensions.appId', '=', query.appId);
  if (query.isOpen !== undefined)
    suspensions = suspensions.where('suspensions.liftedAt', query.isOpen ? 'is' : 'is not', null);
  const sorts = { openedAt: { by: 'suspensions.openedAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(suspensions, sorts, 'suspensions.id', query);
  return { items: rows.map(viewOf), nextCursor };
});

export const liftSuspensionRoute = route(liftSuspension, async ({ params, body, caller, actor, deps, eventId }) => {
  const { suspensionId } = params;
  const { developerId } = await suspensionOr404(deps.db, suspensionId);
  await refuseOwnPeople(deps.db, caller, developerId, 'access.forbidden');
  const { reason } = body;
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'suspension.lifted', actor, suspensionId, reason });
  return viewOf(await suspensionOr404(deps.db, suspensionId));
});

export const undoSuspensionRoute = route(undoSuspension, async ({ params, body, caller, actor, deps, eventId }) => {
  const { suspensionId } = params;
  const { developerId } = await suspensionOr404(deps.db, suspensionId);
  await refuseOwnPeople(deps.db, caller, developerId, 'access.forbidden');
  await deps.lifecycle.transact(developerId, {
    id: eventId,
    type: 'suspension.undone',
    actor,
    suspensionId,
    ...body,
  });
  return viewOf(await suspensionOr404(deps.db, suspensionId));
});

async function suspensionOr404(db: Database, suspensionId: SuspensionId): Promise<SuspensionRow> {
  const suspension = await findSuspension(db, suspensionId);
  if (!suspension) throw notFound('suspension');
  return suspension;
}

function viewOf(row: SuspensionRow): z.output<typeof suspensionView> {
  return { ...row, openedAt: iso(row.openedAt), liftedAt: isoOrNull(row.liftedAt) };
}
