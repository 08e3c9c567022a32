import type { Day, Duration, Instant, TimeZone } from '../calendar/instant';
import type { Country } from '../calendar/working-days';
import type {
  AppealId,
  AppId,
  CampaignId,
  DeveloperId,
  EventId,
  EvidenceId,
  ExemptionId,
  ExtensionId,
  FindingId,
  KeyId,
  NoticeId,
  PersonId,
  PlanId,
  PolicyVersionId,
  PostMortemId,
  ReleaseId,
  RequirementId,
  ReviewQuestionId,
  SignatureId,
  StatementId,
  SubmissionId,
  SuspensionId,
  SuspensionRequestId,
  TaskId,
  TerminationId,
  TermsId,
  TierId,
  TokenId,
} from '../ids';
import type { ObligationSlug } from '../obligations';
import type { SdkProductSlug } from '../products';
import type { AppealAgainst } from './appeals';
import type { CampaignDates, CampaignScope } from './campaigns';
import type { ClaimedExemption } from './exemptions';
import type { Language, RiskFlag, WalkStep } from './state';
import type { DecidedClass } from './suspension-requests';

/** Who caused an event. Ids only: names live in the erasable table. */
export type Actor =
  | { kind: 'person'; id: PersonId }
  | { kind: 'staff'; id: PersonId; role: string }
  | { kind: 'token'; id: TokenId }
  | { kind: 'clock'; id: 'clock' }
  | { kind: 'system'; id: string };

interface Envelope<Type extends string> {
  id: EventId;
  type: Type;
  actor: Actor;
}

/** Everything that can happen to a developer: commands of people, outcomes of notices and checks, and the clock. */
export type LifecycleEvent =
  | (Envelope<'developer.enrolled'> & {
      developerId: DeveloperId;
      timeZone: TimeZone;
      country: Country;
      language: Language;
      /** The tier the developer begins in, and the version of its terms in force; the product's terms when left out. */
      tierId?: TierId;
      termsId?: TermsId;
    })
  | (Envelope<'developer.changed'> & { timeZone?: TimeZone; country?: Country; language?: Language })
  | (Envelope<'terms.changed'> & { tierId: TierId | null; termsId: TermsId | null })
  | Envelope<'developer.nudged'>
  | (Envelope<'developer.offboarded'> & { reason: string })
  | (Envelope<'app.registered'> & {
      /** Those that come together share one invitation, which names each. */
      apps: readonly { appId: AppId; sdkProduct: SdkProductSlug }[];
      /** For some of many that come at once: their first due day lies up to so much later, so that not all share one (rule 2). */
      spreadOver?: Duration;
    })
  | (Envelope<'app.imported'> & {
      apps: readonly { appId: AppId; sdkProduct: SdkProductSlug; keyIds: readonly KeyId[] }[];
      /** The window over which their due days and those of others are spread; that of the terms when left out. */
      spreadOver?: Duration;
    })
  | (Envelope<'app.retired'> & { appId: AppId; reason: string })
  | (Envelope<'walk.advanced'> & { appId: AppId; step: WalkStep })
  | (Envelope<'submission.signed'> & {
      signatureId: SignatureId;
      apps: {
        appId: AppId;
        statements: { obligation: ObligationSlug; statementId: StatementId }[];
        riskFlags: RiskFlag[];
        /** What its answers claim instead of stating it (clause 3.3). */
        exemptions?: ClaimedExemption[];
      }[];
    })
  | (Envelope<'checks.completed'> & { submissionId: SubmissionId; outcome: 'green' | 'amber' | 'red' })
  | (Envelope<'review.decided'> & {
      submissionId: SubmissionId;
      items: {
        requirementId: RequirementId;
        outcome: 'accept' | 'return';
        reasonCode?: string;
        reason?: string;
        untilOn?: Day;
      }[];
    })
  | (Envelope<'review.asked'> & {
      submissionId: SubmissionId;
      requirementId: RequirementId;
      questionId: ReviewQuestionId;
      words: string;
    })
  | (Envelope<'extension.requested'> & { untilOn: Day; plan: string })
  | (Envelope<'extension.decided'> & {
      extensionId: ExtensionId;
      outcome: 'grant' | 'refuse';
      untilOn?: Day;
      reason: string;
    })
  | (Envelope<'extension.withdrawn'> & { extensionId: ExtensionId })
  | (Envelope<'appeal.filed'> & { against: AppealAgainst; subject: string; words: string; evidenceIds: EvidenceId[] })
  | (Envelope<'appeal.acknowledged'> & { appealId: AppealId; words: string })
  | (Envelope<'appeal.decided'> & { appealId: AppealId; outcome: 'uphold' | 'dismiss'; words: string })
  | (Envelope<'appeal.withdrawn'> & { appealId: AppealId })
  | (Envelope<'finding.raised'> & {
      appId: AppId;
      obligation: ObligationSlug;
      clause: string;
      facts: string;
      evidence: string[];
    })
  | (Envelope<'finding.answered'> & { findingId: FindingId; answer: string; evidence: string[] })
  | (Envelope<'finding.decided'> & { findingId: FindingId; outcome: 'cured' | 'not-cured'; reason?: string })
  | (Envelope<'finding.withdrawn'> & { findingId: FindingId; reason: string })
  | (Envelope<'enforcement.released'> & { releaseId: ReleaseId; planIds: PlanId[]; proposedBy: PersonId })
  | (Envelope<'exemption.ended'> & { exemptionId: ExemptionId; reason: string })
  | (Envelope<'campaign.asked'> & {
      campaignId: CampaignId;
      policyVersionId: PolicyVersionId;
      scope: CampaignScope;
      dates: CampaignDates;
    })
  | (Envelope<'suspension.requested'> & { appId: AppId; class: DecidedClass; reason: string; clause: string })
  | (Envelope<'suspension.confirmed'> & { requestId: SuspensionRequestId })
  | (Envelope<'suspension.refused'> & { requestId: SuspensionRequestId; reason: string })
  | (Envelope<'suspension.withdrawn'> & { requestId: SuspensionRequestId })
  | (Envelope<'suspension.lifted'> & { suspensionId: SuspensionId; reason: string })
  | (Envelope<'suspension.undone'> & { suspensionId: SuspensionId; reason: string; found: string })
  | (Envelope<'post-mortem.concluded'> & { postMortemId: PostMortemId; cause: string; prevention: string })
  | (Envelope<'termination.announced'> & { kind: 'revocation'; appId: AppId; reason: string })
  | (Envelope<'termination.announced'> & { kind: 'offboarding'; appId?: undefined; reason: string })
  | (Envelope<'termination.confirmed'> & { terminationId: TerminationId })
  | (Envelope<'termination.withdrawn'> & { terminationId: TerminationId })
  | (Envelope<'notice.accepted'> & { noticeId: NoticeId; acceptedAt: Instant })
  | (Envelope<'notice.bounced'> & { noticeId: NoticeId; detail: string })
  | (Envelope<'notice.confirmed'> & { noticeId: NoticeId; channel: string; spokeWith: string; confirmedAt: Instant })
  | (Envelope<'contact.verified'> & { personId: PersonId })
  | (Envelope<'key.issued'> & { keyId: KeyId; appId: AppId; environment: 'test' | 'live' })
  | (Envelope<'key.rolled'> & { keyId: KeyId; newKeyId: KeyId; overlap: Duration | null })
  | (Envelope<'key.revoked'> & { keyId: KeyId; reason: string })
  | (Envelope<'task.closed'> & { taskId: TaskId })
  | Envelope<'clock.ticked'>;

export type LifecycleEventType = LifecycleEvent['type'];
export type EventOf<Type extends LifecycleEventType> = Extract<LifecycleEvent, { type: Type }>;
