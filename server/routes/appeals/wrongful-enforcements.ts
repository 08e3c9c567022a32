import { iso } from '../../../api/values';
import { listWrongfulEnforcements } from '../../../api/wrongful-enforcements';
import { paged } from '../../../db/paging';
import { wrongfulEnforcementsQuery, wrongfulTotals } from '../../../db/queries/wrongful-enforcements';
import type { AppealAgainst } from '../../../domain/lifecycle/appeals';
import { route } from '../../route';
import { namedApp } from '../named-app';

export const listWrongfulEnforcementsRoute = route(listWrongfulEnforcements, async ({ query, deps: { db } }) => {
  const sorts = { restoredAt: { by: 'wrongfulEnforcements.restoredAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(
    wrongfulEnforcementsQuery(db, query),
    sorts,
    'wrongfulEnforcements.id',
    query,
  );
  const kinds = await wrongfulTotals(db, query);
  const count = (against: AppealAgainst) => kinds.find((kind) => kind.against === against)?.count ?? 0;
  return {
    items: rows.map(({ legalName, appName, postMortemId, concludedAt, ...row }) => ({
      ...row,
      postMortem: postMortemId === null ? null : { id: postMortemId, isConcluded: concludedAt !== null },
      ...namedApp({ ...row, legalName, appName }),
      enforcedAt: iso(row.enforcedAt),
      restoredAt: iso(row.restoredAt),
      timeToRestoreMs: row.restoredAt - row.enforcedAt,
    })),
    nextCursor,
    totals: {
      count: kinds.reduce((sum, kind) => sum + kind.count, 0),
      timeToRestoreMs: {
        sum: Math.round(kinds.reduce((sum, kind) => sum + kind.sum, 0)),
        longest: Math.round(Math.max(0, ...kinds.map((kind) => kind.longest))),
      },
      byAgainst: {
        return: count('return'),
        finding: count('finding'),
        restriction: count('restriction'),
        suspension: count('suspension'),
      } satisfies Record<AppealAgainst, number>,
    },
  };
});
