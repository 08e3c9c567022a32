import type { Day, Instant, TimeZone } from '../../domain/calendar/instant';
import type { Text } from '../../domain/catalogue/text';
import type { SignatureId, StatementId, SubmissionId } from '../../domain/ids';
import type { Language, RequirementState } from '../../domain/lifecycle/state';

/** What became of a submission by the moment a certificate of it is made. */
export type CertifiedState = 'checking' | 'in-review' | 'accepted' | 'returned' | 'ended';

/** All that a certificate says. The same facts give the same text: there is no clock in here. */
export interface Certificate {
  /** Of the certificate's own words; what was signed stays in the language it was signed in. */
  language: Language;
  /** The developer's: days are meant in it. */
  timeZone: TimeZone;
  /** Obligation time: what is said was so then. */
  madeAt: Instant;
  submissionId: SubmissionId;
  signatureId: SignatureId;
  vendor: Text;
  organisation: string;
  appName: string;
  product: Text;
  state: CertifiedState;
  /** The vendor has not answered, and the app passes meanwhile. */
  isPassedProvisionally: boolean;
  acceptance: { at: Instant; coveredThroughOn: Day | null } | null;
  signedAt: Instant;
  /** null once the person was erased. */
  signer: { name: string; title: string } | null;
  /** By whom it was signed for the organisation, where not by itself. */
  agency: { name: string; endsOn: Day } | null;
  /** Hex SHA-256 that stands for the name and title in the sealed record. */
  commitment: string;
  catalogueVersion: string;
  statements: readonly CertifiedStatement[];
  words: string;
  wordsLanguage: Language;
  /** The words are of this app alone; else the statements are shown and the words are in the receipt. */
  isOfOneApp: boolean;
  /** Where the published keys and the submission are. */
  links: { keys: string; submission: string };
}

export interface CertifiedStatement {
  id: StatementId;
  title: Text;
  clauses: readonly string[];
  state: RequirementState;
  decidedAt: Instant | null;
  /** Hex, over the canonical sealed record. */
  sha256: string;
  /** As it was signed. */
  text: string;
}
