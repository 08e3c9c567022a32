import type { z } from 'zod';
import { listTimeline, type timelineEntry } from '../../../api/timeline';
import { iso } from '../../../api/values';
import { paged } from '../../../db/paging';
import { namesOf, timelineQuery, timelineSorts } from '../../../db/queries/timeline';
import { route } from '../../route';

type Entry = z.output<typeof timelineEntry>;

export const listTimelineRoute = route(listTimeline, async ({ params, query, as, deps }) => {
  const isOwn = as === 'developer';
  const entries = timelineQuery(deps.db, params.developerId, { ...query, withoutTasks: isOwn });
  const { rows, nextCursor } = await paged(entries, timelineSorts, 'auditEntries.seq', query);
  const people = rows.map((row) => row.actor).filter((actor) => actor.kind === 'person' || actor.kind === 'staff');
  // A developer sees the names of their own people; of the vendor's, who has decided by role.
  const names = await namesOf(
    deps.db,
    people.map((actor) => actor.id),
    isOwn ? params.developerId : null,
  );
  return {
    items: rows.map((row) => ({
      seq: row.seq,
      at: iso(row.at),
      recordedAt: iso(row.recordedAt),
      eventId: row.eventId,
      event: row.event,
      decision: row.decision as Entry['decision'],
      subject: row.subject,
      appId: row.appId,
      actor: {
        kind: row.actor.kind,
        id: row.actor.id,
        role: row.actor.kind === 'staff' ? row.actor.role : null,
        name: names.get(row.actor.id) ?? null,
      },
      rule: row.rule as Entry['rule'],
      why: row.why,
      data: row.data,
    })),
    nextCursor,
  };
});
