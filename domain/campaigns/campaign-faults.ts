import type { Duration } from '../calendar/instant';
import { daysIn, wholeDays } from '../calendar/zoned';
import type { FieldFault } from '../errors';
import type { ObligationSlug } from '../obligations';
import type { SdkProductSlug } from '../products';
import type { Terms } from '../terms';

/** A campaign as somebody wants it, and the version of the policy by which it asks. */
interface Wanted {
  obligations: readonly ObligationSlug[];
  sdkProducts: readonly SdkProductSlug[];
  dueAfter: Duration;
  spreadOver: Duration;
}

interface AskedBy {
  isPublished: boolean;
  isMaterial: boolean;
  sdkProducts: readonly SdkProductSlug[];
  /** Those that rest on a clause that changed. */
  obligations: readonly ObligationSlug[];
}

/** What keeps a campaign from asking in this way, by field; nothing where it may. `policy` is null where there is none of that id. */
export function campaignFaults(
  wanted: Wanted,
  policy: AskedBy | null,
  terms: Pick<Terms, 'campaignDueAfterLeast' | 'campaignSpreadLeast'>,
): FieldFault[] {
  const fault = (path: string, message: string): FieldFault => ({ path, message });
  if (!policy?.isPublished || !policy.isMaterial)
    return [fault('/policyVersionId', 'name a published version with a material change')];
  const faults: FieldFault[] = [];
  if (!wanted.obligations.every((one) => policy.obligations.includes(one)))
    faults.push(
      fault('/obligations', `only what rests on a changed clause is asked: ${policy.obligations.join(', ')}`),
    );
  if (!wanted.sdkProducts.every((one) => policy.sdkProducts.includes(one)))
    faults.push(fault('/audience/sdkProducts', `the version concerns ${policy.sdkProducts.join(', ')} only`));
  for (const [field, least] of [
    ['dueAfter', terms.campaignDueAfterLeast],
    ['spreadOver', terms.campaignSpreadLeast],
  ] as const) {
    const days = wholeDays(wanted[field]);
    if (days === null) faults.push(fault(`/${field}`, 'a duration of whole days like P30D is expected'));
    else if (days < daysIn(least)) faults.push(fault(`/${field}`, `at least ${least}`));
    else if (days > 730) faults.push(fault(`/${field}`, 'at most P730D'));
  }
  return faults;
}
