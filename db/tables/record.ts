import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type {
  AppId,
  DelegationId,
  DeveloperId,
  EventId,
  EvidenceId,
  KeyId,
  NoticeId,
  PersonId,
  PlanId,
  RequirementId,
  ReviewQuestionId,
  SignatureId,
  StatementId,
  SubmissionId,
} from '../../domain/ids';
import type { Actor } from '../../domain/lifecycle/events';
import type { ObligationSlug } from '../../domain/obligations';
import type { EnforcementErrand } from './enforcement';
import type { InstantColumn, JsonColumn, NullableInstantColumn } from './lifecycle';

type Default<Type> = ColumnType<Type, Type | undefined, Type>;

/** What is remembered beside the lifecycle: who did what, what leaves the house, what people wrote. */
export interface RecordTables {
  /** One row per event that was taken, so that a retry is recognised. */
  lifecycleEvents: { eventId: EventId; developerId: DeveloperId; type: string; takenAt: InstantColumn };
  auditEntries: {
    seq: Generated<number>;
    developerId: DeveloperId;
    appId: AppId | null;
    eventId: EventId;
    event: string;
    decision: string;
    subject: string;
    actor: JsonColumn<Actor>;
    /** Obligation time. */
    at: InstantColumn;
    /** Wall time. */
    recordedAt: InstantColumn;
    rule: string | null;
    why: string;
    data: JsonColumn<Record<string, unknown>>;
    previousHash: string;
    hash: string;
  };
  outbox: {
    id: Generated<number>;
    kind:
      | 'wake-developer'
      | 'deliver-notice'
      | 'run-checks'
      | 'run-import'
      | 'send-sign-in-link'
      | 'send-staff-invitation'
      | 'send-delegate-invitation'
      | 'tell-of-delegation'
      | 'run-campaign'
      | 'change-terms'
      | EnforcementErrand;
    /** Rows of one kind and subject that still wait are one. */
    subject: string;
    payload: JsonColumn<Record<string, string>>;
    createdAt: InstantColumn;
    notBeforeAt: InstantColumn;
    deliveredAt: NullableInstantColumn;
    /** Rises with every wish that joins a waiting row. */
    version: Default<number>;
    /** Somebody carries it out until then. */
    leasedUntilAt: NullableInstantColumn;
    attempts: Default<number>;
    lastFault: string | null;
  };
  /** What became of keys, for the record. Verifiers follow `verificationChanges`. */
  keyChanges: {
    seq: Generated<number>;
    keyId: KeyId;
    developerId: DeveloperId;
    appId: AppId;
    state: string;
    at: InstantColumn;
  };
  enforcementSpends: {
    id: Generated<number>;
    developerId: DeveloperId;
    appId: AppId;
    step: 'restrict' | 'suspend';
    eventId: EventId;
    planId: PlanId | null;
    at: InstantColumn;
  };
  /** The one row that is locked while enforcement is counted. */
  enforcementBudget: { id: number };
  /** The Temporal namespace that the workflows live in, one row. */
  durableEngine: { id: number; identity: string };
  /** Moved time, embedded mode only. */
  developerOffsets: { developerId: DeveloperId; offsetMs: number };
  developerProfiles: {
    developerId: DeveloperId;
    legalName: string;
    accountManagerId: PersonId | null;
    createdAt: InstantColumn;
  };
  appProfiles: { appId: AppId; developerId: DeveloperId; name: string; createdAt: InstantColumn };
  keySecrets: {
    keyId: KeyId;
    appId: AppId;
    hash: string;
    name: string;
    prefix: string;
    lastFour: string;
    /** Its place in the published status list. */
    statusIndex: Generated<number>;
  };
  drafts: {
    requirementId: RequirementId;
    developerId: DeveloperId;
    answers: JsonColumn<Record<string, unknown>>;
    version: number;
    savedBy: PersonId;
    savedAt: InstantColumn;
  };
  evidence: {
    id: EvidenceId;
    developerId: DeveloperId;
    appId: AppId;
    fileName: string;
    mediaType: string;
    size: number;
    sha256: string;
    content: Buffer | null;
    uploadedBy: PersonId;
    uploadedAt: InstantColumn;
  };
  /** The act of signing. Typed name, title and salt are erasable; the sealed record holds a salted commitment to them. */
  signatures: {
    id: SignatureId;
    developerId: DeveloperId;
    signedBy: PersonId;
    signedAt: InstantColumn;
    words: string;
    language: string;
    salt: string | null;
    commitment: string;
    typedName: string | null;
    typedTitle: string | null;
    /** By which the signer acted for the developer; null for its own signatory. */
    delegationId: ColumnType<DelegationId | null, DelegationId | null | undefined, never>;
  };
  /** What was signed, as it read that day. */
  statements: {
    id: StatementId;
    developerId: DeveloperId;
    appId: AppId;
    requirementId: RequirementId;
    signatureId: SignatureId;
    submissionId: SubmissionId | null;
    record: JsonColumn<Record<string, unknown>>;
    /** SHA-256, hex, over the canonical record (RFC 8785). */
    sha256: string;
    createdAt: InstantColumn;
  };
  /** What reviewers asked about items, each answered once at most: append-only. */
  reviewQuestions: {
    id: ReviewQuestionId;
    developerId: DeveloperId;
    submissionId: SubmissionId;
    requirementId: RequirementId;
    words: string;
    /** Obligation time, as `answeredAt`. */
    askedAt: InstantColumn;
    askedBy: PersonId;
    answeredAt: NullableInstantColumn;
    answeredBy: PersonId | null;
    answer: string | null;
  };
  checkResults: {
    submissionId: SubmissionId;
    developerId: DeveloperId;
    results: JsonColumn<
      {
        name: string;
        obligation: ObligationSlug;
        outcome: 'green' | 'amber' | 'red';
        detail: string;
        /** Left out by those who kept English alone. */
        detailZhCn?: string;
      }[]
    >;
    at: InstantColumn;
  };
  deliveries: {
    id: Generated<number>;
    noticeId: NoticeId;
    developerId: DeveloperId;
    personId: PersonId;
    audience: string;
    messageId: string;
    state: 'sending' | 'accepted' | 'bounced' | 'failed';
    attempts: Default<number>;
    response: string | null;
    sentAt: NullableInstantColumn;
    settledAt: NullableInstantColumn;
    /** The mail as it was sent, for the record. */
    subject: string | null;
    text: string | null;
    html: string | null;
  };
}

export type { Instant };
