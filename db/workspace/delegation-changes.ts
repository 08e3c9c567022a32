import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DelegationId, DeveloperId, EvidenceId, PersonId } from '../../domain/ids';
import type { Actor } from '../../domain/lifecycle/events';
import { enqueue } from '../lifecycle/outbox';
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

/** Asks for a mail to each signatory who did not do it themselves. */
export async function tellSignatories(
  transaction: Transaction<Tables>,
  {
    delegationId,
    developerId,
    change,
  }: Pick<DelegationChange, 'delegationId' | 'developerId'> & { change: 'granted' | 'revoked' },
  doneBy: PersonId,
  now: Instant,
): Promise<void> {
  const others = await transaction
    .selectFrom('memberships')
    .select('personId')
    .where('developerId', '=', developerId)
    .where('role', '=', 'signatory')
    .where('verifiedAt', 'is not', null)
    .where('personId', '!=', doneBy)
    .orderBy('personId')
    .execute();
  for (const { personId } of others) {
    const payload = { delegationId, personId, change };
    await enqueue(transaction, 'tell-of-delegation', `${delegationId}/${change}/${personId}`, payload, now);
  }
}
