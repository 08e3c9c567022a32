import type { Duration } from '../calendar/instant';
import { daysIn, wholeDays } from '../calendar/zoned';
import type { FieldFault } from '../errors';
import type { Terms } from '../terms';

export const longestImportWindow: Duration = 'P365D';

/** What keeps the due days of an import from being spread over so long a window; nothing where they may be (rule 2). */
export function importWindowFaults(spreadOver: Duration, terms: Pick<Terms, 'campaignSpreadLeast'>): FieldFault[] {
  const days = wholeDays(spreadOver);
  const [least, most] = [terms.campaignSpreadLeast, longestImportWindow];
  if (days !== null && days >= daysIn(least) && days <= daysIn(most)) return [];
  return [{ path: '/spreadOver', message: `whole days from ${least} to ${most} are expected, like P90D` }];
}
