import type { Generated } from 'kysely';
import type { Day } from '../../domain/calendar/instant';
import type { DelegationId, DeveloperId, EvidenceId, PersonId } from '../../domain/ids';
import type { Actor } from '../../domain/lifecycle/events';
import type { Language } from '../../domain/lifecycle/state';
import type { DelegationScope } from '../../domain/permissions';
import type { InstantColumn, JsonColumn, NullableInstantColumn } from './lifecycle';

/** Tables about agencies that act for a developer. All times are wall time, as for every access. */
export interface DelegationTables {
  delegations: {
    id: DelegationId;
    developerId: DeveloperId;
    agencyName: string;
    scopes: DelegationScope[];
    grantedBy: PersonId;
    grantedAt: InstantColumn;
    /** The last day, in the zone the developer had when it was granted. */
    endsOn: Day;
    /** The end of that day. */
    endsAt: InstantColumn;
    /** The mandate that stands; those before it stay in `mandates`. */
    mandateEvidenceId: EvidenceId | null;
    revokedBy: PersonId | null;
    revokedAt: NullableInstantColumn;
    revocationReason: string | null;
  };
  /** Files by which a developer mandates an agency to sign: beside the evidence, which belongs to an app and is named in answers. */
  mandates: {
    id: EvidenceId;
    delegationId: DelegationId;
    developerId: DeveloperId;
    fileName: string;
    mediaType: string;
    size: number;
    sha256: string;
    content: Buffer | null;
    uploadedBy: PersonId;
    uploadedAt: InstantColumn;
  };
  /** People of the agency. Their names and addresses are in `people`. */
  delegates: {
    delegationId: DelegationId;
    personId: PersonId;
    language: Language;
    /** True when the person became known by this delegation: only then may the developer see the name before it is confirmed. */
    isIntroducer: boolean;
    addedAt: InstantColumn;
    verifiedAt: NullableInstantColumn;
  };
  /** Append-only. */
  delegationChanges: {
    seq: Generated<number>;
    delegationId: DelegationId;
    developerId: DeveloperId;
    change: 'granted' | 'mandate-uploaded' | 'delegate-added' | 'delegate-verified' | 'delegate-removed' | 'revoked';
    personId: PersonId | null;
    mandateEvidenceId: EvidenceId | null;
    by: JsonColumn<Actor>;
    at: InstantColumn;
  };
}
