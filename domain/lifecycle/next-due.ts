import type { Day, Instant } from '../calendar/instant';
import { addDays, after, at, daysIn } from '../calendar/zoned';
import type { Terms } from '../terms';
import { dueDay } from './anchors';
import type { App } from './state';
import { termsOfDeveloper } from './terms-of';
import { putDeveloper, record, type Work } from './work';

interface NextDue {
  dueOn: Day | null;
  opensAt: Instant | null;
}

/**
 * Sets the next periodic due day: the first anchor whose window has not opened yet, the period being the shortest among the
 * developer's apps (definition 1). `openedOn` is the latest day whose window has.
 */
export function planNext(work: Work, openedOn: Day | null = work.state.developer.openedThroughOn): void {
  const next = nextDue(work, openedOn);
  if (next !== null && next.dueOn !== work.state.developer.nextDueOn)
    promise(work, next, openedOn, 'the next due day follows from the anchor');
}

/** The same under terms that have just changed: the window of a day that stays may open on another one. */
export function planAnew(work: Work): void {
  const { nextDueOn, nextOpensAt, openedThroughOn } = work.state.developer;
  const next = nextDue(work, openedThroughOn);
  if (next !== null && (next.dueOn !== nextDueOn || next.opensAt !== nextOpensAt))
    promise(work, next, openedThroughOn, 'the next due day follows from the anchor and the new terms');
}

function promise(work: Work, { dueOn, opensAt }: NextDue, openedThroughOn: Day | null, why: string): void {
  const { developer } = work.state;
  record(work, 'cycle.planned', developer.id, { why, rule: 'anchored-dates', data: { dueOn } }, [
    putDeveloper({ ...developer, nextDueOn: dueOn, nextOpensAt: opensAt, openedThroughOn }),
  ]);
}

/** Those that the next periodic cycle will ask: not retired, and in it by an acceptance or an import. */
export function attestingApps(work: Work): App[] {
  return work.state.apps.filter(
    (app) => app.retiredAt === null && (app.firstAcceptedAt !== null || app.entry === 'imported'),
  );
}

/** Null before there is an anchor; no day where nobody attests. */
function nextDue(work: Work, openedOn: Day | null): NextDue | null {
  const { anchorOn } = work.state.developer;
  if (anchorOn === null) return null;
  if (attestingApps(work).length === 0) return { dueOn: null, opensAt: null };
  const { terms } = termsOfDeveloper(work.context, work.state.developer);
  const period = periodOf(work, terms);
  // The anchor itself is not asked for again: it is the day of the first acceptance, or an import's own due day.
  for (let n = 1; n < 1000; n += 1) {
    const dueOn = dueDay(anchorOn, period, n);
    const opensAt = windowOpensAt(work, terms, dueOn);
    // Opened once it stays opened, should the developer move west or another window hold since.
    if (opensAt > work.now && (openedOn === null || dueOn > openedOn)) return { dueOn, opensAt };
  }
  throw new RangeError('no anchor within a thousand periods');
}

function windowOpensAt(work: Work, terms: Terms, dueOn: Day): Instant {
  return at(addDays(dueOn, -daysIn(terms.windowOpensBefore)), terms.localHour, work.state.developer.timeZone);
}

function periodOf(work: Work, terms: Terms): string {
  const { timeZone } = work.state.developer;
  const isShort = work.state.apps.some(
    (app) =>
      app.retiredAt === null &&
      (app.riskFlags.some((flag) => flag !== 'exemption-claimed') ||
        (app.lapsedAt !== null && after(app.lapsedAt, terms.period, timeZone) > work.now)),
  );
  return isShort ? terms.shortPeriod : terms.period;
}
