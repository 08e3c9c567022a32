import type { z } from 'zod';
import {
  decideExtension,
  type extensionView,
  listAllExtensions,
  listExtensions,
  requestExtension,
  withdrawExtension,
} from '../../../api/extensions';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { paged } from '../../../db/paging';
import { type ExtensionRow, extensionOfEvent, extensionsQuery, findExtension } from '../../../db/queries/extensions';
import type { DeveloperId, ExtensionId } from '../../../domain/ids';
import type { Extension } from '../../../domain/lifecycle/extensions';
import { refuseOwnPeople } from '../../own-people';
import { notFound } from '../../problems';
import { answer, route } from '../../route';

export const requestExtensionRoute = route(requestExtension, async ({ params, body, actor, deps, eventId }) => {
  const { developerId } = params;
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'extension.requested', actor, ...body });
  const extension = await extensionOfEvent(deps.db, developerId, eventId);
  if (!extension) throw notFound('extension request');
  return answer(201, extensionViewOf(extension));
});

export const listExtensionsRoute = route(listExtensions, async ({ params, query, deps }) =>
  list(deps.db, query, params.developerId),
);

export const listAllExtensionsRoute = route(listAllExtensions, async ({ query, deps }) => list(deps.db, query));

export const decideExtensionRoute = route(decideExtension, async ({ params, body, caller, actor, deps, eventId }) => {
  const { extensionId } = params;
  const { developerId } = await extensionOr404(deps.db, extensionId);
  await refuseOwnPeople(deps.db, caller, developerId, 'extension.same-person');
  const { outcome, reason, untilOn } = body;
  await deps.lifecycle.transact(developerId, {
    id: eventId,
    type: 'extension.decided',
    actor,
    extensionId,
    outcome,
    reason,
    ...(untilOn !== undefined && { untilOn }),
  });
  return extensionViewOf(await extensionOr404(deps.db, extensionId));
});

export const withdrawExtensionRoute = route(withdrawExtension, async ({ params, actor, deps, eventId, reach }) => {
  const { extensionId } = params;
  const { developerId } = await extensionOr404(deps.db, extensionId);
  reach(developerId);
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'extension.withdrawn', actor, extensionId });
  return extensionViewOf(await extensionOr404(deps.db, extensionId));
});

interface ListQuery {
  state?: Extension['state'];
  limit: number;
  cursor?: string;
  sort: 'requestedAt' | '-requestedAt';
}

async function list(db: Database, query: ListQuery, developerId?: DeveloperId) {
  let extensions = extensionsQuery(db);
  if (developerId !== undefined) extensions = extensions.where('extensions.developerId', '=', developerId);
  if (query.state !== undefined) extensions = extensions.where('extensions.state', '=', query.state);
  const sorts = { requestedAt: { by: 'extensions.requestedAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(extensions, sorts, 'extensions.id', query);
  return { items: rows.map(extensionViewOf), nextCursor };
}

async function extensionOr404(db: Database, extensionId: ExtensionId): Promise<ExtensionRow> {
  const extension = await findExtension(db, extensionId);
  if (!extension) throw notFound();
  return extension;
}

function extensionViewOf({ legalName, ...row }: ExtensionRow): z.output<typeof extensionView> {
  return {
    ...row,
    developerName: legalName ?? row.developerId,
    requestedAt: iso(row.requestedAt),
    decidedAt: isoOrNull(row.decidedAt),
  };
}
