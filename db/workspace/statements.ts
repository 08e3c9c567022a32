import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DelegationId, DeveloperId, PersonId, SignatureId } from '../../domain/ids';
import type { SealedRecord } from '../../domain/statements/record';
import type { Tables } from '../tables';

/** SHA-256, hex, over a value in the canonical form of RFC 8785: the same wherever and in whatever order it is kept. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
}

/** What a sealed record holds of the signatory's name and title: nobody can tell them from it once they and the salt are erased. */
export function commitmentTo(given: { salt: string; typedName: string; typedTitle: string }): string {
  const { salt, typedName, typedTitle } = given;
  return canonicalHash({ salt, typedName, typedTitle });
}

export interface SignatureToKeep {
  id: SignatureId;
  developerId: DeveloperId;
  signedBy: PersonId;
  words: string;
  language: string;
  salt: string;
  typedName: string;
  typedTitle: string;
  delegationId: DelegationId | null;
}

/** Keeps the act of signing and what was signed. Call it in the transaction that takes the event; `at` is obligation time. */
export async function keepSigned(
  trx: Transaction<Tables>,
  signature: SignatureToKeep,
  records: readonly SealedRecord[],
  at: Instant,
): Promise<void> {
  await trx
    .insertInto('signatures')
    .values({ ...signature, signedAt: new Date(at), commitment: commitmentTo(signature) })
    .execute();
  await trx
    .insertInto('statements')
    .values(
      records.map((record) => ({
        id: record.statementId,
        developerId: record.developerId,
        appId: record.app.id,
        requirementId: record.requirementId,
        signatureId: record.signature.id,
        submissionId: record.submissionId,
        record: JSON.stringify(record),
        sha256: canonicalHash(record),
        createdAt: new Date(at),
      })),
    )
    .execute();
}
