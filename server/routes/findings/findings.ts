import { getFinding, listAllFindings, listFindings } from '../../../api/findings';
import type { Database } from '../../../db/database';
import { paged } from '../../../db/paging';
import { type FindingRow, findFinding, findingsQuery } from '../../../db/queries/findings';
import type { AppId, DeveloperId, FindingId } from '../../../domain/ids';
import type { FindingState } from '../../../domain/lifecycle/findings';
import { notFound } from '../../problems';
import { route } from '../../route';
import { findingViewOf } from './view';

export const listFindingsRoute = route(listFindings, async ({ params, query, deps }) =>
  list(deps.db, query, params.developerId),
);

export const listAllFindingsRoute = route(listAllFindings, async ({ query, deps }) =>
  list(deps.db, query, query.developerId),
);

export const getFindingRoute = route(getFinding, async ({ params, deps, reach }) => {
  const finding = await findingOr404(deps.db, params.findingId);
  reach(finding.developerId);
  return findingViewOf(finding);
});

export async function findingOr404(db: Database, findingId: FindingId): Promise<FindingRow> {
  const finding = await findFinding(db, findingId);
  if (!finding) throw notFound();
  return finding;
}

interface ListQuery {
  state?: FindingState;
  appId?: AppId;
  limit: number;
  cursor?: string;
  sort: 'raisedAt' | '-raisedAt';
}

async function list(db: Database, query: ListQuery, developerId: DeveloperId | undefined) {
  let findings = findingsQuery(db);
  if (developerId !== undefined) findings = findings.where('findings.developerId', '=', developerId);
  if (query.state !== undefined) findings = findings.where('findings.state', '=', query.state);
  if (query.appId !== undefined) findings = findings.where('findings.appId', '=', query.appId);
  const sorts = { raisedAt: { by: 'findings.raisedAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(findings, sorts, 'findings.id', query);
  return { items: rows.map(findingViewOf), nextCursor };
}
