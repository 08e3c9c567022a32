import type { z } from 'zod';
import {
  endExemption,
  type exemptionView,
  getExemption,
  listAllExemptions,
  listExemptions,
} from '../../../api/exemptions';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { paged } from '../../../db/paging';
import { type ExemptionRow, exemptionsQuery, findExemption } from '../../../db/queries/exemptions';
import type { Day } from '../../../domain/calendar/instant';
import type { AppId, DeveloperId, ExemptionId } from '../../../domain/ids';
import type { Exemption } from '../../../domain/lifecycle/exemptions';
import { notFound } from '../../problems';
import { route } from '../../route';

export const listAllExemptionsRoute = route(listAllExemptions, async ({ query, deps }) => list(deps.db, query));

export const listExemptionsRoute = route(listExemptions, async ({ params, query, deps }) =>
  list(deps.db, { ...query, developerId: params.developerId }),
);

export const getExemptionRoute = route(getExemption, async ({ params, deps, reach }) => {
  const exemption = await exemptionOr404(deps.db, params.exemptionId);
  reach(exemption.developerId);
  return exemptionViewOf(exemption);
});

export const endExemptionRoute = route(endExemption, async ({ params, body, actor, deps, eventId }) => {
  const { exemptionId } = params;
  const { developerId } = await exemptionOr404(deps.db, exemptionId);
  const { reason } = body;
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'exemption.ended', actor, exemptionId, reason });
  return exemptionViewOf(await exemptionOr404(deps.db, exemptionId));
});

interface ListQuery {
  developerId?: DeveloperId | undefined;
  state?: Exemption['state'] | undefined;
  appId?: AppId | undefined;
  jurisdiction?: string | undefined;
  endsBefore?: Day | undefined;
  limit: number;
  cursor?: string | undefined;
  sort: 'endsOn' | '-endsOn';
}

async function list(db: Database, query: ListQuery) {
  const { developerId, state, appId, jurisdiction, endsBefore } = query;
  let exemptions = exemptionsQuery(db);
  if (developerId !== undefined) exemptions = exemptions.where('exemptions.developerId', '=', developerId);
  if (state !== undefined) exemptions = exemptions.where('exemptions.state', '=', state);
  if (appId !== undefined) exemptions = exemptions.where('exemptions.appId', '=', appId);
  if (jurisdiction !== undefined) exemptions = exemptions.where('exemptions.jurisdiction', '=', jurisdiction);
  if (endsBefore !== undefined) exemptions = exemptions.where('exemptions.endsOn', '<', endsBefore);
  const sorts = { endsOn: { by: 'exemptions.endsOn', kind: 'day' } } as const;
  const { rows, nextCursor } = await paged(exemptions, sorts, 'exemptions.id', query);
  return { items: rows.map(exemptionViewOf), nextCursor };
}

async function exemptionOr404(db: Database, exemptionId: ExemptionId): Promise<ExemptionRow> {
  const exemption = await findExemption(db, exemptionId);
  if (!exemption) throw notFound();
  return exemption;
}

/** An exemption as the API shows it. */
export function exemptionViewOf({ legalName, appId, appName, tellsAt: _tells, ...row }: ExemptionRow) {
  const view: z.output<typeof exemptionView> = {
    ...row,
    developerName: legalName ?? row.developerId,
    app: { id: appId, name: appName ?? appId },
    endsAt: isoOrNull(row.endsAt),
    askedAt: iso(row.askedAt),
    decidedAt: isoOrNull(row.decidedAt),
    noticedAt: isoOrNull(row.noticedAt),
    endedAt: isoOrNull(row.endedAt),
  };
  return view;
}
