import type { Kysely } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DelegationId, DeveloperId, EvidenceId, PersonId } from '../../domain/ids';
import type { Actor } from '../../domain/lifecycle/events';
import type { Tables } from '../tables';
import type { DelegationTables } from '../tables/delegations';

export interface DelegationChange {
  delegationId: DelegationId;
  developerId: DeveloperId;
  change: DelegationTables['delegationChanges']['change'];
  personId?: PersonId;
  mandateEvidenceId?: EvidenceId;
  by: Actor;
}

/** Remembers who changed what about a delegation, for good. */
export async function rememberDelegation(db: Kysely<Tables>, given: DelegationChange, now: Instant): Promise<void> {
  await db
    .insertInto('delegationChanges')
    .values({
      personId: null,
      mandateEvidenceId: null,
      ...given,
      by: JSON.stringify(given.by),
      at: new Date(now),
    })
    .execute();
}
