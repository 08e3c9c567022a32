import type { Day, Duration, Instant, TimeZone } from '../calendar/instant';
import type { Country } from '../calendar/working-days';
import type {
  AppId,
  CycleId,
  DeveloperId,
  ExemptionId,
  FindingId,
  KeyId,
  NoticeId,
  PersonId,
  PlanId,
  ReleaseId,
  RequirementId,
  SignatureId,
  StatementId,
  SubmissionId,
  SuspensionId,
  SuspensionRequestId,
  TermsId,
  TierId,
} from '../ids';
import type { ObligationSlug } from '../obligations';
import type { SdkProductSlug } from '../products';
import type { Appeal, WrongfulEnforcement } from './appeals';
import type { Exemption } from './exemptions';
import type { Extension } from './extensions';
import type { Finding } from './findings';
import type { NoticeAudience, NoticeFacts, NoticeTemplate } from './notices';
import type { PostMortem } from './post-mortems';
import type { Rung } from './rungs';
import type { SuspensionRequest } from './suspension-requests';
import type { Task } from './tasks';
import type { Termination } from './terminations';

/** The enforcement ladder, from the first day to the last (product.md, Standing). */
export const standings = [
  'onboarding',
  'active',
  'due',
  'grace',
  'restricted',
  'suspended',
  'revoked',
  'offboarded',
] as const;
export type Standing = (typeof standings)[number];

export const walkSteps = ['law', 'notice', 'consent', 'rights', 'review', 'sign'] as const;
export type WalkStep = (typeof walkSteps)[number];

/** What makes an answer higher risk: a shorter period, and a person's review. */
export const riskFlags = ['face-data', 'sensitive-data', 'minors', 'exemption-claimed'] as const;
export type RiskFlag = (typeof riskFlags)[number];

export type Language = 'en' | 'zh-CN';

export interface Developer {
  id: DeveloperId;
  timeZone: TimeZone;
  country: Country;
  language: Language;
  enrolledAt: Instant;
  /** Periodic due(n) = anchorOn + n × period; null until the first acceptance or the first delivered invitation. */
  anchorOn: Day | null;
  /** The next periodic cycle as it was promised when it was set. */
  nextDueOn: Day | null;
  nextOpensAt: Instant | null;
  /** The latest periodic due day whose window has opened: no change of terms asks for it again. */
  openedThroughOn: Day | null;
  tierId: TierId | null;
  /** The version of the tier's terms that holds for what is promised from now on; null: those that the product ships with. */
  termsId: TermsId | null;
  lastDecisionAt: Instant;
  /** The local day of the last reminder: reminders are bundled, one mail a day. */
  lastRemindedOn: Day | null;
  offboardedAt: Instant | null;
}

export interface App {
  id: AppId;
  sdkProduct: SdkProductSlug;
  entry: 'registered' | 'imported';
  standing: Standing;
  standingChangedAt: Instant;
  registeredAt: Instant;
  firstAcceptedAt: Instant | null;
  /** The last acceptance covers through the end of this day. */
  coveredThroughOn: Day | null;
  riskFlags: RiskFlag[];
  /** When its keys were last suspended for an obligation: an earlier lapse shortens the period. */
  lapsedAt: Instant | null;
  retiredAt: Instant | null;
}

export interface Cycle {
  id: CycleId;
  kind: 'onboarding' | 'periodic' | 'campaign';
  /** Campaign identifier, or '' where there is none. */
  campaign: string;
  catalogueVersion: string;
  /** The anchor day; null while an import waits for its invitation to be delivered. Extensions and stops move plans, never this. */
  dueOn: Day | null;
  /** The terms under which it opened; null: those that the product ships with. */
  termsId: TermsId | null;
  /** The window over which the due days of the import that opened it are spread; null: that of its terms. */
  spreadOver: Duration | null;
  openedAt: Instant;
  closedAt: Instant | null;
}

export type RequirementState = 'open' | 'submitted' | 'returned' | 'accepted' | 'exempt' | 'superseded';

export interface Requirement {
  id: RequirementId;
  cycleId: CycleId;
  appId: AppId;
  obligation: ObligationSlug;
  catalogueVersion: string;
  state: RequirementState;
  statementId: StatementId | null;
  submissionId: SubmissionId | null;
  /** The exemption by which it is exempt. */
  exemptionId: ExemptionId | null;
  reasonCode: string | null;
  reason: string | null;
  decidedAt: Instant | null;
  /** Null where the checks accepted it, or nobody decided yet. */
  decidedBy: PersonId | null;
}

/** One app's path through one cycle, or through one finding about it: its own dates, its own stopped clock. */
export interface Plan {
  id: PlanId;
  openedAt: Instant;
  /** Exactly one of the two is set: what the plan is about. */
  cycleId: CycleId | null;
  findingId: FindingId | null;
  appId: AppId;
  /** The terms of the cycle it began in: its dates and their distances. */
  termsId: TermsId | null;
  /** Rises whenever dates are planned anew; the occasion of the notices that follow. */
  revision: number;
  /** Formal notices of an earlier revision open no gate any more. */
  formalRevision: number;
  /** The binding day: the cycle's, moved by extension and stopped time. */
  dueOn: Day | null;
  dueAt: Instant | null;
  /** The day from which the ladder counts: the due day, until a return after a provisional pass starts it over. */
  baseOn: Day | null;
  /** When the due day ended unmet; null while it is ahead or the clock stands. */
  lapsedAt: Instant | null;
  rungs: Rung[];
  /** Not-before dates; null where the plan has no such step (onboarding, unscheduled imports). */
  restrictsNotBeforeAt: Instant | null;
  suspendsNotBeforeAt: Instant | null;
  restrictedAt: Instant | null;
  restrictNoticeId: NoticeId | null;
  stoppedAt: Instant | null;
  stoppedBy: 'submission' | 'extension' | 'appeal' | 'answer' | null;
  /** Submissions, or answers to the finding, that stopped the clock. */
  submissionStops: number;
  passedProvisionallyAt: Instant | null;
  blockedBy: 'notice' | 'budget' | 'hold' | null;
  /** Two people let its next gated step go past the budget; that step uses it up. */
  releasedBy: ReleaseId | null;
  walkStep: WalkStep | null;
  /** Steps that were ever entered in this cycle. */
  walkSteps: WalkStep[];
  closedAt: Instant | null;
}

export interface Submission {
  id: SubmissionId;
  signatureId: SignatureId;
  cycleId: CycleId;
  appId: AppId;
  signedAt: Instant;
  signedBy: PersonId;
  riskFlags: RiskFlag[];
  checks: 'pending' | 'green' | 'amber' | 'red';
  needsReview: boolean;
  reviewDueAt: Instant | null;
  passesProvisionallyAt: Instant | null;
  /** Past the service level: the reviewers were told. */
  overdueToldAt: Instant | null;
  answeredAt: Instant | null;
}

export interface Notice {
  id: NoticeId;
  template: NoticeTemplate;
  /** One app, or all that `appIds` lists. */
  scope: AppId | 'all';
  appIds: AppId[];
  rung: string;
  /** The plan revision or decision that caused it; with the four above unique for ever. */
  occasion: string;
  cycleId: CycleId | null;
  /** The plans it speaks of: what its delivery opens a gate for. */
  planIds: PlanId[];
  revision: number;
  audience: NoticeAudience[];
  facts: NoticeFacts;
  state: 'queued' | 'accepted' | 'bounced' | 'cancelled';
  createdAt: Instant;
  acceptedAt: Instant | null;
  bouncedAt: Instant | null;
  /** Staff who confirmed delivery over another channel; two make it delivered. */
  confirmations: { by: PersonId; channel: string; spokeWith: string; at: Instant }[];
}

export type SuspensionClass = 'obligation' | 'finding' | 'account-manager' | 'legal' | 'developer';

export interface Suspension {
  id: SuspensionId;
  appId: AppId;
  class: SuspensionClass;
  planId: PlanId | null;
  /** For those that people decided: the request, with its words. */
  requestId: SuspensionRequestId | null;
  /** The people who decided it; empty where the ladder led to it. None of them decides an appeal against it. */
  deciders: PersonId[];
  formalNoticeId: NoticeId | null;
  finalNoticeId: NoticeId | null;
  openedAt: Instant;
  liftedAt: Instant | null;
  liftedBy:
    | 'cure'
    | 'provisional-cure'
    | 'withdrawn'
    | 'appeal'
    | 'undone'
    | 'account-manager'
    | 'legal'
    | 'retired'
    | 'revoked'
    | null;
}

export interface Key {
  id: KeyId;
  appId: AppId;
  environment: 'test' | 'live';
  state: 'active' | 'suspended' | 'revoked' | 'expired';
  issuedAt: Instant;
  /** Set when it was rolled: the end of the overlap. */
  expiresAt: Instant | null;
  replacedBy: KeyId | null;
}

/** Everything that still matters of one developer: closed cycles, lifted suspensions and dead keys stay in the record and out of here. */
export interface LifecycleState {
  developer: Developer;
  apps: App[];
  cycles: Cycle[];
  requirements: Requirement[];
  plans: Plan[];
  submissions: Submission[];
  extensions: Extension[];
  appeals: Appeal[];
  wrongfulEnforcements: WrongfulEnforcement[];
  postMortems: PostMortem[];
  findings: Finding[];
  exemptions: Exemption[];
  notices: Notice[];
  suspensions: Suspension[];
  suspensionRequests: SuspensionRequest[];
  terminations: Termination[];
  keys: Key[];
  tasks: Task[];
}

/** The collections of the state, by the row each holds. */
export interface LifecycleRows {
  apps: App;
  cycles: Cycle;
  requirements: Requirement;
  plans: Plan;
  submissions: Submission;
  extensions: Extension;
  appeals: Appeal;
  wrongfulEnforcements: WrongfulEnforcement;
  postMortems: PostMortem;
  findings: Finding;
  exemptions: Exemption;
  notices: Notice;
  suspensions: Suspension;
  suspensionRequests: SuspensionRequest;
  terminations: Termination;
  keys: Key;
  tasks: Task;
}
export type LifecycleCollection = keyof LifecycleRows;
