import { daysIn } from '../calendar/zoned';
import type { DeveloperId } from '../ids';
import type { TierTerms } from '../terms/tier-terms';
import { spread } from './spread';

/** Days from the delivered invitation of an app with live keys until its first attestation is due: a cohort is spread over a window. */
export function daysUntilImportIsDue(
  developerId: DeveloperId,
  terms: TierTerms,
  spreadOver = terms.importSpread,
): number {
  return daysIn(terms.importDueAfter) + spread(developerId, daysIn(spreadOver));
}

/** Days from the registration of an app that is imported without live keys until its first attestation is due. */
export function daysUntilNewcomerIsDue(
  developerId: DeveloperId,
  terms: TierTerms,
  spreadOver = terms.importSpread,
): number {
  return daysIn(terms.firstDueAfter) + spread(developerId, daysIn(spreadOver));
}
