import type { Text } from '../catalogue/text';
import type { AppId, CycleId, DeveloperId, RequirementId, SignatureId, StatementId, SubmissionId } from '../ids';
import type { ObligationSlug } from '../obligations';
import type { SdkProductSlug } from '../products';
import type { SealedRecord } from './record';

/**
 * What the vendor signs back: what it was given, in which words and when, with the hash of each sealed record. It says nothing of what
 * became of it. Names of people are not in it; `commitment` is to them, and `signedBy` an id.
 */
export interface Receipt {
  format: 'avow-receipt/1';
  submissionId: SubmissionId;
  signatureId: SignatureId;
  cycleId: CycleId;
  developerId: DeveloperId;
  organisation: string;
  app: { id: AppId; name: string };
  sdkProduct: { slug: SdkProductSlug; name: Text };
  language: SealedRecord['language'];
  /** All the words that were signed in that act. */
  words: string;
  signedBy: string;
  /** Hex SHA-256 over the canonical { salt, typedName, typedTitle }. */
  commitment: string;
  /** For whom and under what a person of an agency signed; left out for the developer's own signatory. */
  delegation?: SealedRecord['signature']['delegation'];
  /** Obligation time, ISO 8601 in UTC. */
  signedAt: string;
  statements: {
    statementId: StatementId;
    requirementId: RequirementId;
    obligation: ObligationSlug;
    clauses: readonly string[];
    catalogueVersion: string;
    /** Hex SHA-256 over the canonical sealed record (RFC 8785). */
    sha256: string;
  }[];
}

/** One statement of a submission as it is kept. */
export interface KeptStatement {
  record: SealedRecord;
  sha256: string;
}

/** The receipt for a submission, from its statements. Throws a TypeError without one: nothing was signed then. */
export function receiptOf(kept: readonly KeptStatement[]): Receipt {
  const [first] = kept;
  if (!first) throw new TypeError('a receipt is for at least one statement');
  const { submissionId, cycleId, developerId, organisation, app, sdkProduct, language, signature, signedAt } =
    first.record;
  return {
    format: 'avow-receipt/1',
    submissionId,
    signatureId: signature.id,
    cycleId,
    developerId,
    organisation,
    app,
    sdkProduct,
    language,
    words: signature.words,
    signedBy: signature.signedBy,
    commitment: signature.commitment,
    ...(signature.delegation && { delegation: signature.delegation }),
    signedAt,
    statements: kept.map(({ record, sha256 }) => ({
      statementId: record.statementId,
      requirementId: record.requirementId,
      obligation: record.obligation.slug,
      clauses: record.obligation.clauses,
      catalogueVersion: record.catalogueVersion,
      sha256,
    })),
  };
}
