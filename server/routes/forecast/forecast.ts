import { getForecast } from '../../../api/forecast';
import { iso } from '../../../api/values';
import { boundsOf } from '../../../db/lifecycle/bounds';
import { loadState } from '../../../db/lifecycle/load';
import { contextOf, obligationNow, offsetOf } from '../../../db/lifecycle/transact';
import { after, dayOf } from '../../../domain/calendar/zoned';
import { AvowError } from '../../../domain/errors';
import type { Decision, DecisionType } from '../../../domain/lifecycle/decisions';
import { forecast } from '../../../domain/lifecycle/forecast';
import type { NoticeTemplate } from '../../../domain/lifecycle/notices';
import type { Standing } from '../../../domain/lifecycle/state';
import { notFound } from '../../problems';
import { route } from '../../route';

/** How far ahead can be looked. */
const longest = 'P3Y';

/** What people plan by; the bookkeeping in between is left out. */
const told: readonly DecisionType[] = [
  'cycle.opened',
  'cycle.scheduled',
  'cycle.lapsed',
  'finding.lapsed',
  'finding.overdue',
  'exemption.ended',
  'notice.queued',
  'app.restricted',
  'app.standing-changed',
  'suspension.opened',
  'key.suspended',
  'key.expired',
  'submission.overdue',
  'submission.passed-provisionally',
  'task.opened',
];

export const getForecastRoute = route(getForecast, async ({ params, query, as, deps, now: wall }) => {
  const { developerId } = params;
  const { db, lifecycle } = deps;
  const read = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => ({
      state: await loadState(transaction, developerId),
      offsetMs: await offsetOf(transaction, lifecycle, developerId),
      bounds: await boundsOf(transaction, developerId),
    }));
  if (read.state === null) throw notFound('developer');
  const { timeZone } = read.state.developer;
  const now = obligationNow(wall, read.offsetMs, read.state);
  const until = after(now, query.ahead, timeZone);
  if (until > after(now, longest, timeZone)) {
    throw new AvowError('request.invalid', `Correct /query/ahead: at most ${longest} can be told ahead.`, [
      { path: '/query/ahead', message: `at most ${longest}` },
    ]);
  }
  const ahead = forecast(read.state, contextOf(lifecycle, read.bounds), now, until);
  const seen = new Set<string>();
  return {
    asOf: iso(now),
    until: iso(until),
    timeZone,
    items: ahead
      .filter(({ decision }) => told.includes(decision.type) && (as !== 'developer' || !isForVendor(decision)))
      .filter(({ decision }) => query.appId === undefined || concerns(decision, query.appId))
      .map(({ at, decision }) => ({
        at: iso(at),
        on: dayOf(at, timeZone),
        what: decision.type,
        notice: decision.type === 'notice.queued' ? (decision.data.template as NoticeTemplate) : null,
        standing: decision.type === 'app.standing-changed' ? (decision.data.to as Standing) : null,
        appId: decision.appId ?? onlyApp(decision),
        why: decision.why,
      }))
      .filter((item) => {
        const key = JSON.stringify(item);
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      }),
  };
});

function isForVendor({ type, data }: Decision): boolean {
  return type.startsWith('task.') || data.template === 'task';
}

function appsOf({ data }: Decision): Decision['appId'][] {
  return Array.isArray(data.apps) ? (data.apps as Decision['appId'][]) : [];
}

function concerns(decision: Decision, appId: string): boolean {
  const apps = appsOf(decision);
  return (
    decision.appId === appId || (decision.appId === null && (apps.length === 0 || apps.some((id) => id === appId)))
  );
}

function onlyApp(decision: Decision): Decision['appId'] {
  const apps = appsOf(decision);
  return apps.length === 1 ? (apps[0] ?? null) : null;
}
