import type { Day, Duration } from '../calendar/instant';
import type { ObligationSlug } from '../obligations';
import type { SdkProductSlug } from '../products';
import type { Standing } from './state';

/** When a campaign's due days lie: each developer gets one of their own. */
export interface CampaignDates {
  /** From the day the developer is asked. */
  dueAfter: Duration;
  /** The window over which the due days are spread. */
  spreadOver: Duration;
  /** No due day lies before this one: the day from which the policy holds. */
  notBeforeOn: Day;
}

/** Which apps a campaign asks, and what of them. */
export interface CampaignScope {
  catalogueVersion: string;
  obligations: readonly ObligationSlug[];
  sdkProducts: readonly SdkProductSlug[];
  /** null: whatever they are. */
  standings: readonly Standing[] | null;
}

/**
 * What becomes of an obligation: asked anew in the campaign's cycle; unmet, and now asked in the new words; unmet and asked in them
 * already; under review, which moves as it is; not yet attested at all; exempt on the due day.
 */
export type Reach = 'anew' | 'reworded' | 'asked-already' | 'under-review' | 'first-attestation' | 'exempt';

/** Why nothing is asked of a developer. */
export const passedOverReasons = [
  'asked-already',
  'under-review',
  'first-attestation',
  'exempt',
  'no-app',
  'offboarded',
] as const;
export type PassedOver = (typeof passedOverReasons)[number];
