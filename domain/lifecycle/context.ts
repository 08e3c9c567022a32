import type { Calendars } from '../calendar/working-days';
import type { TermsId } from '../ids';
import type { CommonTerms, TierTerms } from '../terms/tier-terms';

/** What a decision depends on beside the state, the event and the time. */
export interface Context {
  /** What holds for everybody alike. What a tier may have otherwise is asked of `terms-of.ts`, which knows whose terms are meant. */
  terms: CommonTerms;
  tierTerms: {
    /** What holds where no version does: as the product ships it, or as the settings say. */
    shipped: TierTerms;
    /** The versions in play: those of the developer, of the open cycles and of the event. */
    versions: Readonly<Record<TermsId, TierTerms>>;
  };
  calendars: Calendars;
  /** The catalogue version that a cycle opened now would keep. */
  catalogueVersion: string;
  /** How many apps may still be restricted or suspended in this rolling window. */
  budgetLeft: number;
  /** True while somebody holds enforcement for this developer or for all. */
  isHeld: boolean;
}
