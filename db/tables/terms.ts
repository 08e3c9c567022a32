import type { PersonId, TermsId, TierId } from '../../domain/ids';
import type { TermsState } from '../../domain/terms/terms-states';
import type { TierTerms } from '../../domain/terms/tier-terms';
import type { InstantColumn, JsonColumn, NullableInstantColumn } from './lifecycle';

/** Tiers of developers, and what each asks and grants. */
export interface TermsTables {
  tiers: {
    id: TierId;
    /** Once, whatever its capitals. */
    name: string;
    createdBy: PersonId;
    createdAt: InstantColumn;
  };
  termsVersions: {
    id: TermsId;
    tierId: TierId;
    /** Counted in its tier from 1. */
    number: number;
    terms: JsonColumn<TierTerms>;
    /** Why it was proposed. */
    note: string;
    state: TermsState;
    proposedBy: PersonId;
    proposedAt: InstantColumn;
    /** Never the proposer. */
    approvedBy: PersonId | null;
    approvedAt: NullableInstantColumn;
    /** Who withdrew it, or approved the version that took its place. */
    endedBy: PersonId | null;
    endedAt: NullableInstantColumn;
  };
}
