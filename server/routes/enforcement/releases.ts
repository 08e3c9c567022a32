import type { z } from 'zod';
import {
  confirmRelease,
  getRelease,
  listReleases,
  proposeRelease,
  type releaseSummary,
  type releaseView,
} from '../../../api/releases';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { paged } from '../../../db/paging';
import {
  confirmRelease as confirm,
  proposeRelease as propose,
  type ReleaseRow,
  releasePlans,
  releasesQuery,
} from '../../../db/workspace/releases';
import { AvowError } from '../../../domain/errors';
import type { ReleaseId } from '../../../domain/ids';
import { isSecondPerson } from '../../../domain/lifecycle/second-person';
import { notFound } from '../../problems';
import { answer, route } from '../../route';

export const proposeReleaseRoute = route(proposeRelease, async ({ body, caller, deps, newId, now }) => {
  const id = newId('rls');
  const others = await propose(deps.db, { id, ...body, proposedBy: caller.personId }, now);
  if (others.length > 0) {
    throw new AvowError(
      'release.not-blocked',
      'Leave out what does not wait for the budget: it needs no release. GET /v1/enforcement/blocked lists what does.',
      body.planIds.flatMap((planId, index) =>
        others.includes(planId) ? [{ path: `/planIds/${index}`, message: 'does not wait for the budget' }] : [],
      ),
    );
  }
  return answer(201, await viewOf(deps.db, id));
});

export const listReleasesRoute = route(listReleases, async ({ query, deps }) => {
  let releases = releasesQuery(deps.db);
  if (query.state !== undefined)
    releases = releases.where('releases.confirmedAt', query.state === 'confirmed' ? 'is not' : 'is', null);
  const sorts = { proposedAt: { by: 'releases.proposedAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(releases, sorts, 'releases.id', query);
  return { items: rows.map(summaryOf), nextCursor };
});

export const getReleaseRoute = route(getRelease, async ({ params, deps }) => viewOf(deps.db, params.releaseId));

export const confirmReleaseRoute = route(confirmRelease, async ({ params, caller, deps, now }) => {
  const { releaseId: id } = params;
  const release = await releaseOr404(deps.db, id);
  if (!isSecondPerson(release.proposedBy, caller.personId))
    throw new AvowError('release.same-person', 'Who named the list cannot release it. Ask another lead or admin.');
  const isConfirmed = await confirm(deps.db, { id, confirmedBy: caller.personId }, now);
  // Who repeats what they did is told that it is done.
  if (!isConfirmed && (await releaseOr404(deps.db, id)).confirmedBy !== caller.personId)
    throw new AvowError('release.already-confirmed', 'Somebody has confirmed this release; it is being carried out.');
  return viewOf(deps.db, id);
});

async function releaseOr404(db: Database, id: ReleaseId): Promise<ReleaseRow> {
  const release = await releasesQuery(db).where('releases.id', '=', id).executeTakeFirst();
  if (!release) throw notFound('release');
  return release;
}

function summaryOf({ proposedAt, confirmedAt, ...row }: ReleaseRow): z.output<typeof releaseSummary> {
  return {
    ...row,
    state: confirmedAt === null ? 'proposed' : 'confirmed',
    proposedAt: iso(proposedAt),
    confirmedAt: isoOrNull(confirmedAt),
  };
}

async function viewOf(db: Database, id: ReleaseId): Promise<z.output<typeof releaseView>> {
  return { ...summaryOf(await releaseOr404(db, id)), plans: await releasePlans(db, id) };
}
