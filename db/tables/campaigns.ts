import type { Generated } from 'kysely';
import type { Day, Duration } from '../../domain/calendar/instant';
import type { Audience } from '../../domain/campaigns/audience';
import type { CampaignChange, CampaignState } from '../../domain/campaigns/states';
import type { WhatIf } from '../../domain/campaigns/what-if';
import type { CampaignId, DeveloperId, PersonId, PolicyVersionId } from '../../domain/ids';
import type { PassedOver } from '../../domain/lifecycle/campaigns';
import type { ObligationSlug } from '../../domain/obligations';
import type { Clause, PolicyDraft } from '../../domain/policies/policy-version';
import type { SdkProductSlug } from '../../domain/products';
import type { InstantColumn, JsonColumn, NullableInstantColumn } from './lifecycle';

/** What the desk publishes and asks by it. */
export interface CampaignTables {
  policyVersions: {
    id: PolicyVersionId;
    title: string;
    clauses: JsonColumn<PolicyDraft['clauses']>;
    /** The clauses in force until then, kept with the publication. */
    clausesBefore: JsonColumn<readonly Clause[]> | null;
    summary: JsonColumn<PolicyDraft['summary']>;
    isMaterial: boolean;
    sdkProducts: JsonColumn<readonly SdkProductSlug[]>;
    catalogueVersion: string;
    effectiveOn: Day;
    /** Everybody who wrote on it: none of them publishes it. */
    authors: JsonColumn<readonly PersonId[]>;
    draftedAt: InstantColumn;
    changedAt: InstantColumn;
    publishedBy: PersonId | null;
    publishedAt: NullableInstantColumn;
  };
  campaigns: {
    id: CampaignId;
    name: string;
    policyVersionId: PolicyVersionId;
    obligations: JsonColumn<readonly ObligationSlug[]>;
    audience: JsonColumn<Audience>;
    dueAfter: Duration;
    spreadOver: Duration;
    state: CampaignState;
    authors: JsonColumn<readonly PersonId[]>;
    createdAt: InstantColumn;
    /** When its what-if was complete. */
    examinedAt: NullableInstantColumn;
    proposedBy: PersonId | null;
    proposedAt: NullableInstantColumn;
    startedBy: PersonId | null;
    startedAt: NullableInstantColumn;
    endedAt: NullableInstantColumn;
  };
  /** Whom a campaign is for, what it would do to each, and what it did. */
  campaignDevelopers: {
    campaignId: CampaignId;
    developerId: DeveloperId;
    whatIf: JsonColumn<WhatIf> | null;
    outcome: 'asked' | 'passed-over' | null;
    because: PassedOver | null;
    dueOn: Day | null;
    settledAt: NullableInstantColumn;
  };
  campaignChanges: {
    seq: Generated<number>;
    campaignId: CampaignId;
    change: CampaignChange;
    /** null: by itself. */
    by: PersonId | null;
    reason: string | null;
    at: InstantColumn;
  };
}
