import type { Instant } from '../calendar/instant';
import { addWorkingDays } from '../calendar/working-days';
import { dayOf, endOf } from '../calendar/zoned';
import type { Work } from './work';

/** The end of the vendor's working day so many working days from now: until when the vendor means to have answered. */
export function endOfWorkingDay(work: Work, days: number): Instant {
  const { timeZone, country } = work.context.terms.vendor;
  return endOf(addWorkingDays(dayOf(work.now, timeZone), days, country, work.context.calendars), timeZone);
}
