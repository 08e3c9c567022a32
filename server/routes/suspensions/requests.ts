import type { z } from 'zod';
import {
  confirmSuspension,
  listAllSuspensionRequests,
  listSuspensionRequests,
  refuseSuspension,
  requestSuspension,
  type suspensionRequestView,
  withdrawSuspension,
} from '../../../api/suspensions';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { paged } from '../../../db/paging';
import { subjectOfEvent } from '../../../db/queries/event-subject';
import {
  findSuspensionRequest,
  type SuspensionRequestRow,
  suspensionRequestsQuery,
} from '../../../db/queries/suspensions';
import type { DeveloperId, SuspensionRequestId } from '../../../domain/ids';
import type { SuspensionRequest } from '../../../domain/lifecycle/suspension-requests';
import { refuseOwnPeople } from '../../own-people';
import { notFound } from '../../problems';
import { answer, route } from '../../route';

export const requestSuspensionRoute = route(requestSuspension, async ({ params, body, actor, deps, eventId }) => {
  const { developerId } = params;
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'suspension.requested', actor, ...body });
  const requestId = await subjectOfEvent(deps.db, developerId, eventId, 'suspension.requested');
  return answer(201, viewOf(await requestOr404(deps.db, requestId as SuspensionRequestId), true));
});

export const listSuspensionRequestsRoute = route(listSuspensionRequests, async ({ params, query, as, deps }) =>
  list(deps.db, query, as === 'staff', params.developerId),
);

export const listAllSuspensionRequestsRoute = route(listAllSuspensionRequests, async ({ query, deps }) =>
  list(deps.db, query, true),
);

export const confirmSuspensionRoute = route(confirmSuspension, async ({ params, caller, actor, deps, eventId }) => {
  const { requestId } = params;
  const { developerId } = await requestOr404(deps.db, requestId);
  await refuseOwnPeople(deps.db, caller, developerId, 'suspension.same-person');
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'suspension.confirmed', actor, requestId });
  return viewOf(await requestOr404(deps.db, requestId), true);
});

export const refuseSuspensionRoute = route(refuseSuspension, async ({ params, body, caller, actor, deps, eventId }) => {
  const { requestId } = params;
  const { developerId } = await requestOr404(deps.db, requestId);
  await refuseOwnPeople(deps.db, caller, developerId, 'suspension.same-person');
  const { reason } = body;
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'suspension.refused', actor, requestId, reason });
  return viewOf(await requestOr404(deps.db, requestId), true);
});

export const withdrawSuspensionRoute = route(withdrawSuspension, async ({ params, actor, deps, eventId }) => {
  const { requestId } = params;
  const { developerId } = await requestOr404(deps.db, requestId);
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'suspension.withdrawn', actor, requestId });
  return viewOf(await requestOr404(deps.db, requestId), true);
});

interface ListQuery {
  state?: SuspensionRequest['state'];
  limit: number;
  cursor?: string;
  sort: 'requestedAt' | '-requestedAt';
}

async function list(db: Database, query: ListQuery, isForStaff: boolean, developerId?: DeveloperId) {
  let requests = suspensionRequestsQuery(db);
  if (developerId !== undefined) requests = requests.where('suspensionRequests.developerId', '=', developerId);
  if (query.state !== undefined) requests = requests.where('suspensionRequests.state', '=', query.state);
  // What the vendor's people only thought about is theirs.
  if (!isForStaff) requests = requests.where('suspensionRequests.state', '=', 'confirmed');
  const sorts = { requestedAt: { by: 'suspensionRequests.requestedAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(requests, sorts, 'suspensionRequests.id', query);
  return { items: rows.map((row) => viewOf(row, isForStaff)), nextCursor };
}

async function requestOr404(db: Database, requestId: SuspensionRequestId): Promise<SuspensionRequestRow> {
  const request = await findSuspensionRequest(db, requestId);
  if (!request) throw notFound('suspension request');
  return request;
}

function viewOf(
  { legalName, ...row }: SuspensionRequestRow,
  isForStaff: boolean,
): z.output<typeof suspensionRequestView> {
  return {
    ...row,
    developerName: legalName ?? row.developerId,
    requestedAt: iso(row.requestedAt),
    decidedAt: isoOrNull(row.decidedAt),
    ...(!isForStaff && { requestedBy: null, decidedBy: null, decisionReason: null }),
  };
}
