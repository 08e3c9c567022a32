import { openPeriodic } from './cycle';
import { enforce } from './enforcement';
import { attendFindings } from './finding-answering';
import { scheduleImports } from './invitation';
import { expireKeys } from './key';
import { lapse } from './lapse';
import { fireRungs } from './rung';
import { attendReviews } from './submission';
import type { Work } from './work';

/** Everything that is due by the clock, in the order of the procedure. Nothing due decides nothing. */
export function tick(work: Work): void {
  expireKeys(work);
  scheduleImports(work);
  openPeriodic(work);
  attendReviews(work);
  attendFindings(work);
  lapse(work);
  fireRungs(work);
  enforce(work);
}
