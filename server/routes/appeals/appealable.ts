import { listAppealable } from '../../../api/appeals';
import { iso, isoOrNull } from '../../../api/values';
import { loadState } from '../../../db/lifecycle/load';
import { obligationNow, offsetOf } from '../../../db/lifecycle/transact';
import { appsQuery } from '../../../db/queries/apps';
import { developerTime } from '../../../db/queries/developer-time';
import { addDays, dayOf, daysIn, startOf } from '../../../domain/calendar/zoned';
import { appealablesOf } from '../../../domain/lifecycle/appealable';
import { notFound } from '../../problems';
import { route } from '../../route';

export const listAppealableRoute = route(listAppealable, async ({ params, deps, now: wall }) => {
  const { developerId } = params;
  const { db, lifecycle } = deps;
  const { terms } = lifecycle;
  const { today, timeZone } = await developerTime(db, lifecycle, developerId, wall);
  const decidedSince = startOf(addDays(today, -daysIn(terms.appealWithin)), timeZone);
  const read = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => ({
      state: await loadState(transaction, developerId, { decidedSince }),
      offsetMs: await offsetOf(transaction, lifecycle, developerId),
    }));
  const { state } = read;
  if (state === null) throw notFound('developer');
  const now = dayOf(obligationNow(wall, read.offsetMs, state), timeZone);
  const names = new Map((await appsQuery(db, developerId).execute()).map((app) => [app.id, app.name]));
  return {
    items: appealablesOf(state, lifecycle)
      .filter(({ untilOn }) => now <= untilOn)
      .map(({ against, subject, decision, appId, decidedAt, endedAt, untilOn }) => ({
        against,
        subject,
        appId,
        appName: names.get(appId) ?? appId,
        decidedAt: iso(decidedAt),
        endedAt: isoOrNull(endedAt),
        untilOn,
        appealId: state.appeals.find((row) => row.subject === subject && row.decision === decision)?.id ?? null,
      })),
  };
});
