import { fileAppeal, getAppeal, listAllAppeals, listAppeals, withdrawAppeal } from '../../../api/appeals';
import type { Database } from '../../../db/database';
import { paged } from '../../../db/paging';
import { appealOfEvent, appealSorts, appealsQuery, isLate } from '../../../db/queries/appeals';
import { evidenceByIds } from '../../../db/queries/evidence';
import type { Instant } from '../../../domain/calendar/instant';
import { AvowError } from '../../../domain/errors';
import type { DeveloperId, EvidenceId } from '../../../domain/ids';
import type { Appeal } from '../../../domain/lifecycle/appeals';
import { notFound } from '../../problems';
import { answer, route } from '../../route';
import { appealOr404, appealViewOf } from './view';

export const fileAppealRoute = route(fileAppeal, async ({ params, body, actor, deps, now, eventId }) => {
  const { developerId } = params;
  const { against, subject, words, evidenceIds = [] } = body;
  await refuseMissing(deps.db, developerId, evidenceIds);
  await deps.lifecycle.transact(developerId, {
    id: eventId,
    type: 'appeal.filed',
    actor,
    against,
    subject,
    words,
    evidenceIds: [...new Set(evidenceIds)],
  });
  const appeal = await appealOfEvent(deps.db, developerId, eventId, now);
  if (!appeal) throw notFound('appeal');
  return answer(201, appealViewOf(appeal));
});

export const listAppealsRoute = route(listAppeals, async ({ params, query, deps, now }) =>
  list(deps.db, query, now, params.developerId),
);

export const listAllAppealsRoute = route(listAllAppeals, async ({ query, deps, now }) => list(deps.db, query, now));

export const getAppealRoute = route(getAppeal, async ({ params, deps, now, reach }) => {
  const appeal = await appealOr404(deps.db, params.appealId, now);
  reach(appeal.developerId);
  return appealViewOf(appeal);
});

export const withdrawAppealRoute = route(withdrawAppeal, async ({ params, actor, deps, now, eventId, reach }) => {
  const { appealId } = params;
  const { developerId } = await appealOr404(deps.db, appealId, now);
  reach(developerId);
  await deps.lifecycle.transact(developerId, { id: eventId, type: 'appeal.withdrawn', actor, appealId });
  return appealViewOf(await appealOr404(deps.db, appealId, now));
});

async function refuseMissing(db: Database, developerId: DeveloperId, ids: readonly EvidenceId[]): Promise<void> {
  const known = await evidenceByIds(db, developerId, ids);
  const missing = ids.flatMap((id, index) => (known.get(id)?.isDestroyed === false ? [] : [index]));
  if (missing.length === 0) return;
  throw new AvowError(
    'evidence.missing',
    'Upload these files first, then name them here.',
    missing.map((index) => ({ path: `/evidenceIds/${index}`, message: 'There is no such file.' })),
  );
}

interface ListQuery {
  state?: Appeal['state'];
  against?: Appeal['against'];
  isLate?: boolean;
  limit: number;
  cursor?: string;
  sort: 'filedAt' | '-filedAt' | 'decisionDueAt' | '-decisionDueAt';
}

async function list(db: Database, query: ListQuery, now: Instant, developerId?: DeveloperId) {
  let appeals = appealsQuery(db, now);
  if (developerId !== undefined) appeals = appeals.where('appeals.developerId', '=', developerId);
  if (query.state !== undefined) appeals = appeals.where('appeals.state', '=', query.state);
  if (query.against !== undefined) appeals = appeals.where('appeals.against', '=', query.against);
  if (query.isLate !== undefined) appeals = appeals.where(isLate(now), '=', query.isLate);
  const { rows, nextCursor } = await paged(appeals, appealSorts, 'appeals.id', query);
  return { items: rows.map(appealViewOf), nextCursor };
}
