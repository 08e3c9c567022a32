import type { Day, Duration } from '../calendar/instant';
import { addTo } from '../calendar/zoned';

/** Periodic due(n) = anchorOn + n × period, counted from the anchor in one go, so that 29 February does not drift (definition 1). */
export function dueDay(anchorOn: Day, period: Duration, n: number): Day {
  return addTo(anchorOn, period, n);
}
