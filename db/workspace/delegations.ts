import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Day, Instant } from '../../domain/calendar/instant';
import { refuseEnded } from '../../domain/delegation';
import { AvowError } from '../../domain/errors';
import type { DelegationId, DeveloperId, EvidenceId, PersonId } from '../../domain/ids';
import type { Actor } from '../../domain/lifecycle/events';
import type { DelegationScope } from '../../domain/permissions';
import type { Tables } from '../tables';
import { addDelegate, type NewDelegate } from './delegates';
import { rememberDelegation, tellSignatories } from './delegation-changes';
import { holdDeveloper } from './people';

type Db = Kysely<Tables>;

export interface NewDelegation {
  id: DelegationId;
  developerId: DeveloperId;
  agencyName: string;
  scopes: readonly DelegationScope[];
  grantedBy: PersonId;
  endsOn: Day;
  endsAt: Instant;
  delegates: readonly NewDelegate[];
}

/** Lets an agency in, and invites its people. A repetition with the same id changes nothing. */
export async function grantDelegation(db: Db, given: NewDelegation, by: Actor, now: Instant): Promise<void> {
  const { delegates, scopes, endsAt, ...row } = given;
  await db.transaction().execute(async (transaction) => {
    const granted = await transaction
      .insertInto('delegations')
      .values({
        ...row,
        scopes: [...scopes],
        grantedAt: new Date(now),
        endsAt: new Date(endsAt),
        mandateEvidenceId: null,
        revokedBy: null,
        revokedAt: null,
        revocationReason: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!granted) return;
    await rememberDelegation(transaction, { ...of(row), change: 'granted', by }, now);
    await tellSignatories(transaction, { ...of(row), change: 'granted' }, row.grantedBy, now);
    // In one order everywhere: two delegations that name the same people must not wait for each other.
    for (const delegate of delegates.toSorted((a, b) => (a.email < b.email ? -1 : 1)))
      await addDelegate(transaction, of(row), delegate, by, now);
  });
}

/** Ends a delegation at once, in sessions too. Undefined when there is none. Throws delegation.ended. */
export async function revokeDelegation(
  db: Db,
  developerId: DeveloperId,
  delegationId: DelegationId,
  given: { revokedBy: PersonId; reason: string },
  by: Actor,
  now: Instant,
): Promise<DelegationId | undefined> {
  return db.transaction().execute(async (transaction) => {
    const delegation = await lockInForce(transaction, developerId, delegationId, now);
    if (!delegation) return undefined;
    await transaction
      .updateTable('delegations')
      .set({ revokedBy: given.revokedBy, revokedAt: new Date(now), revocationReason: given.reason })
      .where('id', '=', delegationId)
      .execute();
    await rememberDelegation(transaction, { delegationId, developerId, change: 'revoked', by }, now);
    await tellSignatories(transaction, { delegationId, developerId, change: 'revoked' }, given.revokedBy, now);
    return delegationId;
  });
}

export interface NewMandate {
  id: EvidenceId;
  fileName: string;
  mediaType: string;
  content: Uint8Array;
  uploadedBy: PersonId;
}

/** Keeps a mandate; from now on it is the one that stands. Undefined when there is no such delegation. Throws delegation.ended. */
export async function keepMandate(
  db: Db,
  developerId: DeveloperId,
  delegationId: DelegationId,
  file: NewMandate,
  by: Actor,
  now: Instant,
): Promise<EvidenceId | undefined> {
  return db.transaction().execute(async (transaction) => {
    const delegation = await lockInForce(transaction, developerId, delegationId, now);
    if (!delegation) return undefined;
    const content = Buffer.from(file.content);
    const kept = await transaction
      .insertInto('mandates')
      .values({
        ...file,
        delegationId,
        developerId,
        content,
        size: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        uploadedAt: new Date(now),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    // A repetition: the first was kept, and another may stand by now.
    if (!kept) return file.id;
    await transaction
      .updateTable('delegations')
      .set({ mandateEvidenceId: file.id })
      .where('id', '=', delegationId)
      .execute();
    const change = { change: 'mandate-uploaded', mandateEvidenceId: file.id } as const;
    await rememberDelegation(transaction, { delegationId, developerId, ...change, by }, now);
    return file.id;
  });
}

/**
 * Within the transaction that signs: the delegation, the delegate and the mandate are still those that were read, and stay so until it
 * is over. Throws delegation.ended, delegation.mandate-missing.
 */
export async function holdMandate(
  transaction: Transaction<Tables>,
  given: { delegationId: DelegationId; personId: PersonId; evidenceId: EvidenceId },
  now: Instant,
): Promise<void> {
  const { delegationId, personId, evidenceId } = given;
  const delegation = await transaction
    .selectFrom('delegations')
    .select(['endsAt', 'revokedAt', 'mandateEvidenceId'])
    .where('id', '=', delegationId)
    .forShare()
    .executeTakeFirst();
  const delegate = await transaction
    .selectFrom('delegates')
    .select('personId')
    .where('delegationId', '=', delegationId)
    .where('personId', '=', personId)
    .where('verifiedAt', 'is not', null)
    .forShare()
    .executeTakeFirst();
  if (!delegation || !delegate)
    throw new AvowError('delegation.ended', 'Nothing was signed: you no longer act under this delegation.');
  refuseEnded(delegation, now);
  if (delegation.mandateEvidenceId !== evidenceId)
    throw new AvowError(
      'delegation.mandate-missing',
      'Nothing was signed: another mandate was uploaded meanwhile. Load GET …/signing again and read it.',
    );
}

/** The delegation, locked. Undefined when it is none of this developer's; throws delegation.ended. */
export async function lockInForce(
  transaction: Transaction<Tables>,
  developerId: DeveloperId,
  delegationId: DelegationId,
  now: Instant,
) {
  await holdDeveloper(transaction, developerId);
  const delegation = await transaction
    .selectFrom('delegations')
    .select(['id', 'endsAt', 'revokedAt'])
    .where('id', '=', delegationId)
    .where('developerId', '=', developerId)
    .forUpdate()
    .executeTakeFirst();
  if (delegation) refuseEnded(delegation, now);
  return delegation;
}

function of({ id, developerId }: { id: DelegationId; developerId: DeveloperId }) {
  return { delegationId: id, developerId };
}
