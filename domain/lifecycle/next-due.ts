import type { Day, Instant } from '../calendar/instant';
import { addDays, after, at, daysIn } from '../calendar/zoned';
import { dueDay } from './anchors';
import { putDeveloper, record, type Work } from './work';

/**
 * Sets the next periodic due day: the first anchor whose window has not opened yet, the period being the shortest among the
 * developer's apps (definition 1).
 */
export function planNext(work: Work): void {
  const { developer } = work.state;
  if (developer.anchorOn === null) return;
  const isAttesting = work.state.apps.some(
    (app) => app.retiredAt === null && (app.firstAcceptedAt !== null || app.entry === 'imported'),
  );
  const next = isAttesting ? nextAnchor(work, developer.anchorOn) : { dueOn: null, opensAt: null };
  if (next.dueOn === developer.nextDueOn) return;
  record(
    work,
    'cycle.planned',
    developer.id,
    { why: 'the next due day follows from the anchor', rule: 'anchored-dates', data: { dueOn: next.dueOn } },
    [putDeveloper({ ...developer, nextDueOn: next.dueOn, nextOpensAt: next.opensAt })],
  );
}

function nextAnchor(work: Work, anchorOn: Day): { dueOn: Day; opensAt: Instant } {
  const period = periodOf(work);
  // The anchor itself is not asked for again: it is the day of the first acceptance, or an import's own due day.
  for (let n = 1; n < 1000; n += 1) {
    const dueOn = dueDay(anchorOn, period, n);
    const opensAt = windowOpensAt(work, dueOn);
    if (opensAt > work.now && !isOpenedFor(work, dueOn, opensAt)) return { dueOn, opensAt };
  }
  throw new RangeError('no anchor within a thousand periods');
}

/** True when the window of this day has opened already: at the hour of the time zone the developer had then. */
function isOpenedFor(work: Work, dueOn: Day, opensAt: Instant): boolean {
  return work.state.cycles.some(
    (cycle) =>
      cycle.kind === 'periodic' &&
      cycle.closedAt === null &&
      cycle.dueOn === dueOn &&
      cycle.openedAt >= opensAt - 86_400_000,
  );
}

function windowOpensAt(work: Work, dueOn: Day): Instant {
  const { terms } = work.context;
  return at(addDays(dueOn, -daysIn(terms.windowOpensBefore)), terms.localHour, work.state.developer.timeZone);
}

function periodOf(work: Work): string {
  const { terms } = work.context;
  const { timeZone } = work.state.developer;
  const isShort = work.state.apps.some(
    (app) =>
      app.retiredAt === null &&
      (app.riskFlags.some((flag) => flag !== 'exemption-claimed') ||
        (app.lapsedAt !== null && after(app.lapsedAt, terms.period, timeZone) > work.now)),
  );
  return isShort ? terms.shortPeriod : terms.period;
}
