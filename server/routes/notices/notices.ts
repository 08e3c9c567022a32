import { confirmNotice, getNotice, listNotices } from '../../../api/notices';
import { instantOf } from '../../../api/values';
import type { Database } from '../../../db/database';
import { paged } from '../../../db/paging';
import { developerTime } from '../../../db/queries/developer-time';
import { loadDeliveries, noticeSorts, noticesQuery } from '../../../db/queries/notices';
import { findContact } from '../../../db/workspace/contacts';
import { AvowError } from '../../../domain/errors';
import type { DeveloperId, NoticeId } from '../../../domain/ids';
import { notFound } from '../../problems';
import { route } from '../../route';
import { summaryOf, type Viewer, viewOf } from './view';

export const listNoticesRoute = route(listNotices, async ({ params, query, as, caller, deps }) => {
  const notices = noticesQuery(deps.db, params.developerId, { ...query, withoutTasks: as === 'developer' });
  const { rows, nextCursor } = await paged(notices, noticeSorts, 'notices.id', query);
  const deliveries = await loadDeliveries(
    deps.db,
    rows.map(({ id }) => id),
  );
  return { items: rows.map((row) => summaryOf(row, deliveries, { as, caller })), nextCursor };
});

export const getNoticeRoute = route(getNotice, async ({ params, as, caller, deps }) =>
  oneNotice(deps.db, params.developerId, params.noticeId, { as, caller }),
);

export const confirmNoticeRoute = route(
  confirmNotice,
  async ({ params, body, as, caller, actor, deps, now, eventId }) => {
    const { developerId, noticeId } = params;
    const { channel, spokeWith } = body;
    const { state } = await oneNotice(deps.db, developerId, noticeId, { as, caller });
    if (state === 'cancelled')
      throw new AvowError('notice.already-accepted', 'This notice was taken back; nothing is left to confirm.');
    if (!(await findContact(deps.db, developerId, spokeWith))) {
      throw new AvowError('request.invalid', 'Correct /spokeWith: name a contact of this developer.', [
        { path: '/spokeWith', message: 'is no contact of this developer' },
      ]);
    }
    const confirmedAt = instantOf(body.confirmedAt);
    if (confirmedAt > (await developerTime(deps.db, deps.lifecycle, developerId, now)).at) {
      throw new AvowError('request.invalid', 'Correct /confirmedAt: say when they were reached.', [
        { path: '/confirmedAt', message: 'is in the future' },
      ]);
    }
    await deps.lifecycle.transact(developerId, {
      id: eventId,
      type: 'notice.confirmed',
      actor,
      noticeId,
      channel,
      spokeWith,
      confirmedAt,
    });
    return oneNotice(deps.db, developerId, noticeId, { as, caller });
  },
);

async function oneNotice(db: Database, developerId: DeveloperId, noticeId: NoticeId, viewer: Viewer) {
  const notice = await noticesQuery(db, developerId, { withoutTasks: viewer.as === 'developer' })
    .where('id', '=', noticeId)
    .executeTakeFirst();
  if (!notice) throw notFound('notice');
  return viewOf(notice, await loadDeliveries(db, [noticeId]), viewer);
}
