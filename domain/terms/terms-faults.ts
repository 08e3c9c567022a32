import type { Day, Duration } from '../calendar/instant';
import { addTo, daysBetween, daysIn, isDuration, wholeDays } from '../calendar/zoned';
import type { FieldFault } from '../errors';
import { longestImportWindow } from '../imports/window';
import type { CommonTerms, TierTermName, TierTerms } from './tier-terms';

/** What the ladder must leave for, whatever is agreed: a revocation is never nearer (product.md, Standing). */
const revokeAfterLeast = 90;

/** What binds everybody, as far as it is told to everybody: pages judge by the same. */
type JudgedBy = Omit<CommonTerms, 'budget' | 'sampleShare'>;

/** As long as this a step may be put off; longer, and nobody would know any more what it was for. */
const daysLongest = 730;

/**
 * What keeps a tier from having these terms, by field, each with what to write instead; nothing where it may. The only judge: nothing
 * may come nearer than the notices in between need, and no two steps closer together. `terms` are those that bind everybody.
 */
export function termsFaults(wanted: TierTerms, terms: JudgedBy): FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (name: TierTermName, message: string) => {
    if (!faults.some(({ path }) => path === `/${name}`)) faults.push({ path: `/${name}`, message });
  };
  const days = (name: TierTermName, least: number, most: number) => inDays(wanted, name, { least, most }, fault);
  const count = (name: 'restrictAfter' | 'suspendAfter' | 'revokeAfter', least: number) => {
    const value = wanted[name];
    if (!Number.isInteger(value) || value < least || value > daysLongest)
      fault(name, `a whole number of days from ${least} to ${daysLongest} is expected`);
  };
  judgePeriods(wanted, fault);
  const shortest = shortestDays(wanted.shortPeriod);
  days('firstDueAfter', 7, 365);
  days('windowOpensBefore', daysIn(terms.campaignDueAfterLeast), shortest - 1);
  days('importDueAfter', 60, 365);
  days('importSpread', daysIn(terms.campaignSpreadLeast), daysIn(longestImportWindow));
  days('extensionLongest', 1, Math.min(90, shortest - 1));
  const restrictLeast = terms.formalNoticeAfter + daysIn(terms.formalNoticePeriod) + 1;
  count('restrictAfter', restrictLeast);
  // The final notice follows the restriction on a later day, and keeps its own distance from the suspension.
  count('suspendAfter', Math.max(restrictLeast, wanted.restrictAfter || 0) + terms.finalNoticeBeforeSuspension + 1);
  count('revokeAfter', Math.max(revokeAfterLeast, (wanted.suspendAfter || 0) + daysIn(terms.terminationNoticePeriod)));
  judgeReminders(wanted, terms, fault);
  return faults;
}

type Fault = (name: TierTermName, message: string) => void;

/** From two months, in which the shortest window has its place, to three years, counted by the calendar. */
function judgePeriods({ period, shortPeriod }: TierTerms, fault: Fault): void {
  const isPeriod = (duration: Duration) =>
    typeof duration === 'string' && isDuration(duration) && /^P[^T]+$/.test(duration) && lengthOf(duration) !== null;
  for (const [name, value] of [
    ['period', period],
    ['shortPeriod', shortPeriod],
  ] as const)
    if (!isPeriod(value)) fault(name, 'a duration like P6M or P1Y is expected, from P2M to P3Y');
  const [long, short] = [lengthOf(period), lengthOf(shortPeriod)];
  if (long !== null && short !== null && short > long) fault('shortPeriod', `at most the period, ${period}`);
}

/** Days from the first of January 2027; null when it is no period. */
function lengthOf(duration: Duration): number | null {
  if (typeof duration !== 'string' || !isDuration(duration)) return null;
  const length = lasting('2027-01-01', duration);
  return length >= 59 && length <= 1096 ? length : null;
}

/** How many days a period has at least, in whatever month it begins; for one that is none the longest, as it has a fault of its own. */
function shortestDays(duration: Duration): number {
  if (lengthOf(duration) === null) return daysLongest;
  const months = Array.from({ length: 12 }, (_none, month) => `2027-${String(month + 1).padStart(2, '0')}-01`);
  return Math.min(...months.map((from) => lasting(from, duration)));
}

function lasting(from: Day, duration: Duration): number {
  return daysBetween(from, addTo(from, duration));
}

function inDays(
  wanted: TierTerms,
  name: TierTermName,
  { least, most }: { least: number; most: number },
  fault: Fault,
): void {
  const value = wholeDays(String(wanted[name]));
  if (value === null || value < least || value > most)
    fault(name, `a duration of whole days from P${least}D to P${most}D is expected`);
}

/** Before due inside the window, after it before the suspension; each day once, in the order in which they come. */
function judgeReminders(wanted: TierTerms, terms: JudgedBy, fault: Fault): void {
  const { remindersBefore, remindersAfter, suspendAfter } = wanted;
  const window = wholeDays(wanted.windowOpensBefore) ?? daysLongest;
  if (!isOrdered(remindersBefore.map((days) => -days)) || !within(remindersBefore, 0, window))
    fault('remindersBefore', `name whole days from ${window} down to 0, each once, the earliest reminder first`);
  else if (remindersBefore.length === 0) fault('remindersBefore', 'name one day at least');
  const first = terms.formalNoticeAfter + 1;
  if (!isOrdered(remindersAfter) || !within(remindersAfter, first, (suspendAfter || daysLongest) - 1))
    fault('remindersAfter', `name whole days from ${first} up, each once and before the suspension, in their order`);
}

function isOrdered(days: readonly number[]): boolean {
  return days.length <= 20 && days.every((one, place) => place === 0 || one > (days[place - 1] ?? one));
}

function within(days: readonly number[], least: number, most: number): boolean {
  return days.every((one) => Number.isInteger(one) && one >= least && one <= most);
}
