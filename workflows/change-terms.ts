import { proxyActivities } from '@temporalio/workflow';
import type { createTermsActivities } from '../activities/terms';
import type { ChangeTermsInput } from './messages';
import { legOptions, walkLegs } from './walk';

const { walkTerms } = proxyActivities<ReturnType<typeof createTermsActivities>>(legOptions);

/**
 * A version of a tier's terms: walks the developers of the tier, first to work out what it would move, and once it is in force to take
 * them over to it.
 */
export async function changeTerms(input: ChangeTermsInput): Promise<void> {
  await walkLegs(input, walkTerms);
}
