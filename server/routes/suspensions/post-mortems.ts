import type { z } from 'zod';
import { concludePostMortem, getPostMortem, listPostMortems, type postMortemView } from '../../../api/post-mortems';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { paged } from '../../../db/paging';
import { findPostMortem, type PostMortemRow, postMortemsQuery } from '../../../db/queries/post-mortems';
import type { PostMortemId } from '../../../domain/ids';
import { refuseOwnPeople } from '../../own-people';
import { notFound } from '../../problems';
import { route } from '../../route';

export const listPostMortemsRoute = route(listPostMortems, async ({ query, deps }) => {
  let postMortems = postMortemsQuery(deps.db);
  if (query.developerId !== undefined)
    postMortems = postMortems.where('postMortems.developerId', '=', query.developerId);
  if (query.isConcluded !== undefined)
    postMortems = postMortems.where('postMortems.concludedAt', query.isConcluded ? 'is not' : 'is', null);
  const sorts = { undoneAt: { by: 'postMortems.undoneAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(postMortems, sorts, 'postMortems.id', query);
  return { items: rows.map(viewOf), nextCursor };
});

export const getPostMortemRoute = route(getPostMortem, async ({ params, deps }) =>
  viewOf(await postMortemOr404(deps.db, params.postMortemId)),
);

export const concludePostMortemRoute = route(
  concludePostMortem,
  async ({ params, body, caller, actor, deps, eventId }) => {
    const { postMortemId } = params;
    const { developerId } = await postMortemOr404(deps.db, postMortemId);
    await refuseOwnPeople(deps.db, caller, developerId, 'access.forbidden');
    await deps.lifecycle.transact(developerId, {
      id: eventId,
      type: 'post-mortem.concluded',
      actor,
      postMortemId,
      ...body,
    });
    return viewOf(await postMortemOr404(deps.db, postMortemId));
  },
);

async function postMortemOr404(db: Database, postMortemId: PostMortemId): Promise<PostMortemRow> {
  const postMortem = await findPostMortem(db, postMortemId);
  if (!postMortem) throw notFound('post-mortem');
  return postMortem;
}

function viewOf(row: PostMortemRow): z.output<typeof postMortemView> {
  const { legalName, appId, appName, keyIds: _ids, suspendedAt, undoneAt, concludedAt, ...rest } = row;
  return {
    ...rest,
    developerName: legalName ?? row.developerId,
    app: { id: appId, name: appName ?? appId },
    suspendedAt: iso(suspendedAt),
    undoneAt: iso(undoneAt),
    refusedMs: undoneAt - suspendedAt,
    concludedAt: isoOrNull(concludedAt),
  };
}
