import type { z } from 'zod';
import {
  announceTermination,
  confirmTermination,
  getTermination,
  listAllTerminations,
  listTerminations,
  type terminationView,
  withdrawTermination,
} from '../../../api/terminations';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { paged } from '../../../db/paging';
import { subjectOfEvent } from '../../../db/queries/event-subject';
import { findTermination, type TerminationRow, terminationsQuery } from '../../../db/queries/terminations';
import type { DeveloperId, TerminationId } from '../../../domain/ids';
import type { Termination } from '../../../domain/lifecycle/terminations';
import { refuseOwnPeople } from '../../own-people';
import { notFound } from '../../problems';
import { answer, route } from '../../route';

export const announceTerminationRoute = route(announceTermination, async ({ params, body, actor, deps, eventId }) => {
  const { developerId } = params;
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'termination.announced', actor, ...body });
  const terminationId = await subjectOfEvent(deps.db, developerId, eventId, 'termination.announced');
  return answer(201, viewOf(await terminationOr404(deps.db, terminationId as TerminationId), true));
});

export const listTerminationsRoute = route(listTerminations, async ({ params, query, as, deps }) =>
  list(deps.db, query, as === 'staff', params.developerId),
);

export const listAllTerminationsRoute = route(listAllTerminations, async ({ query, deps }) =>
  list(deps.db, query, true),
);

export const getTerminationRoute = route(getTermination, async ({ params, as, reach, deps }) => {
  const termination = await terminationOr404(deps.db, params.terminationId);
  reach(termination.developerId);
  return viewOf(termination, as === 'staff');
});

export const confirmTerminationRoute = route(confirmTermination, async ({ params, caller, actor, deps, eventId }) => {
  const { terminationId } = params;
  const { developerId } = await terminationOr404(deps.db, terminationId);
  await refuseOwnPeople(deps.db, caller, developerId, 'termination.same-person');
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'termination.confirmed', actor, terminationId });
  return viewOf(await terminationOr404(deps.db, terminationId), true);
});

export const withdrawTerminationRoute = route(withdrawTermination, async ({ params, caller, actor, deps, eventId }) => {
  const { terminationId } = params;
  const { developerId } = await terminationOr404(deps.db, terminationId);
  await refuseOwnPeople(deps.db, caller, developerId, 'termination.same-person');
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'termination.withdrawn', actor, terminationId });
  return viewOf(await terminationOr404(deps.db, terminationId), true);
});

interface ListQuery {
  state?: Termination['state'];
  limit: number;
  cursor?: string;
  sort: 'announcedAt' | '-announcedAt';
}

async function list(db: Database, query: ListQuery, isForStaff: boolean, developerId?: DeveloperId) {
  let terminations = terminationsQuery(db);
  if (developerId !== undefined) terminations = terminations.where('terminations.developerId', '=', developerId);
  if (query.state !== undefined) terminations = terminations.where('terminations.state', '=', query.state);
  const sorts = { announcedAt: { by: 'terminations.announcedAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(terminations, sorts, 'terminations.id', query);
  return { items: rows.map((row) => viewOf(row, isForStaff)), nextCursor };
}

async function terminationOr404(db: Database, terminationId: TerminationId): Promise<TerminationRow> {
  const termination = await findTermination(db, terminationId);
  if (!termination) throw notFound();
  return termination;
}

function viewOf(row: TerminationRow, isForStaff: boolean): z.output<typeof terminationView> {
  return {
    id: row.id,
    developerId: row.developerId,
    developerName: row.legalName ?? row.developerId,
    kind: row.kind,
    appId: row.appId,
    reason: row.reason,
    state: row.state,
    announcedAt: iso(row.announcedAt),
    announcedBy: isForStaff ? row.announcedBy : null,
    noticeId: row.noticeId,
    notBeforeAt: isoOrNull(row.notBeforeAt),
    confirmedBy: isForStaff ? row.confirmedBy : null,
    executedAt: isoOrNull(row.executedAt),
    cancelledAt: isoOrNull(row.cancelledAt),
  };
}
