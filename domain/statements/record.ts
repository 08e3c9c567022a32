import type { Day, Instant } from '../calendar/instant';
import { catalogueEntry } from '../catalogue';
import type { Answers } from '../catalogue/condition';
import type { Text, TextLanguage } from '../catalogue/text';
import type {
  AppId,
  CycleId,
  DelegationId,
  DeveloperId,
  EvidenceId,
  PersonId,
  PolicyVersionId,
  RequirementId,
  SignatureId,
  StatementId,
  SubmissionId,
} from '../ids';
import type { ObligationSlug } from '../obligations';
import type { Clause } from '../policies/policy-version';
import type { SdkProductSlug } from '../products';

/** A file as a sealed record names it: the record stays true when the file itself is destroyed. */
export interface SealedEvidence {
  evidenceId: EvidenceId;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** SHA-256 of the content, hex. */
  sha256: string;
}

/** One statement as it read on the day it was signed. Added to, never changed: hashes are taken over it. */
export interface SealedRecord {
  format: 'avow-statement/1';
  statementId: StatementId;
  submissionId: SubmissionId;
  requirementId: RequirementId;
  cycleId: CycleId;
  developerId: DeveloperId;
  organisation: string;
  app: { id: AppId; name: string };
  sdkProduct: { slug: SdkProductSlug; name: Text };
  obligation: {
    slug: ObligationSlug;
    title: Text;
    clauses: readonly string[];
    clauseText: readonly string[];
    /** The same clauses in Chinese, null for one without; left out where none had such a wording. */
    clauseTextZhCn?: readonly (string | null)[];
  };
  catalogueVersion: string;
  /** The published version of the policy whose clauses those are; left out where they are the edition's. */
  policyVersionId?: PolicyVersionId;
  language: TextLanguage;
  /** Exactly what was stated. */
  statement: string;
  answers: Answers;
  evidence: readonly SealedEvidence[];
  signature: {
    id: SignatureId;
    /** All the words that were signed in that act. */
    words: string;
    signedBy: PersonId;
    hasAuthority: true;
    /** Hex SHA-256 over the canonical { salt, typedName, typedTitle }: the name itself can be erased. */
    commitment: string;
    /** For whom and under what a person of an agency signed; left out for the developer's own signatory. */
    delegation?: { id: DelegationId; agency: string; endsOn: Day; mandate: SealedEvidence };
  };
  /** Obligation time, ISO 8601 in UTC. */
  signedAt: string;
}

/** What a record is made from; the rest is looked up in the catalogue. */
export interface RecordParts
  extends Omit<SealedRecord, 'format' | 'sdkProduct' | 'obligation' | 'catalogueVersion' | 'signedAt'> {
  sdkProduct: SdkProductSlug;
  obligation: ObligationSlug;
  catalogueVersion: string;
  /** The clauses as they were asked; `askedClauses`. */
  clauses: readonly Clause[];
  signedAt: Instant;
}

/** The record of one statement. Throws a RangeError for a catalogue version that never was. */
export function sealedRecord(parts: RecordParts): SealedRecord {
  const { clauses, ...rest } = parts;
  const { obligation, product } = catalogueEntry(parts.catalogueVersion, parts.obligation, parts.sdkProduct);
  return {
    ...rest,
    format: 'avow-statement/1',
    sdkProduct: { slug: product.slug, name: product.name },
    obligation: {
      slug: obligation.slug,
      title: obligation.title,
      clauses: obligation.clauses,
      clauseText: clauses.map(({ en }) => en),
      ...(clauses.some(({ zhCn }) => zhCn !== null) && { clauseTextZhCn: clauses.map(({ zhCn }) => zhCn) }),
    },
    signedAt: new Date(parts.signedAt).toISOString(),
  };
}
