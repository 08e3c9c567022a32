import type { Day, Instant } from '../calendar/instant';
import type { AppId, CampaignId, FindingId, PolicyVersionId, TermsId } from '../ids';
import type { ObligationSlug } from '../obligations';
import type { AppealAgainst } from './appeals';
import type { Plan, Standing, SuspensionClass } from './state';
import type { DecidedClass } from './suspension-requests';
import type { TaskKind } from './tasks';
import type { Termination } from './terminations';

/** Every mail the lifecycle sends; a folder of the same name in `mail/` renders it. */
export const noticeTemplates = [
  'invitation',
  'reminder',
  'formal-notice',
  'finding-notice',
  'final-notice',
  'restricted',
  'suspended',
  'reinstated',
  'review-question',
  'returned',
  'accepted',
  'finding-cured',
  'finding-not-cured',
  'finding-withdrawn',
  'passed-provisionally',
  'policy-changed',
  'terms-changed',
  'extension-granted',
  'extension-refused',
  'exemption-granted',
  'exemption-ending',
  'exemption-ended',
  'appeal-received',
  'appeal-acknowledged',
  'appeal-upheld',
  'appeal-dismissed',
  'suspended-by-decision',
  'suspension-lifted',
  'suspension-undone',
  'termination-notice',
  'termination-cancelled',
  'revoked',
  'offboarded',
  'task',
] as const;
export type NoticeTemplate = (typeof noticeTemplates)[number];

/** Who a notice is for: contacts of the developer, or people of the vendor. */
export type NoticeAudience = 'signatory' | 'preparer' | 'backup' | 'executive' | 'legal' | 'am' | 'lead' | 'compliance';

/** What a notice states: dates, codes and ids only. Names and words come from the record when it is rendered. */
export interface NoticeFacts {
  cycleKind?: 'onboarding' | 'periodic' | 'campaign';
  /** The most pressing binding day among the apps. */
  dueOn?: Day;
  dueAt?: Instant;
  apps: { appId: AppId; standing: Standing; dueOn: Day | null; outstanding: ObligationSlug[] }[];
  /** Earliest days on which the next steps can happen, developer's time zone. */
  restrictsNotBeforeOn?: Day;
  suspendsNotBeforeOn?: Day;
  suspendsNotBeforeAt?: Instant;
  /** Items sent back, each with its reason. */
  returned?: { appId: AppId; obligation: ObligationSlug; reasonCode: string; reason: string }[];
  /** What a reviewer asks about an item, in their words. */
  question?: { obligation: ObligationSlug; words: string };
  /** How it was lifted, for `reinstated`. */
  provisional?: boolean;
  nextDueOn?: Day;
  coveredThroughOn?: Day;
  /** For `exemption-…`; the reason is the vendor's, for an early end. */
  exemption?: {
    obligation: ObligationSlug;
    statute: string;
    jurisdiction: string;
    askedUntilOn: Day;
    endsOn: Day;
    reason?: string;
  };
  /** For `policy-changed`: the words that changed come from the version, which nobody rewrites. */
  policy?: { campaignId: CampaignId; policyVersionId: PolicyVersionId };
  /** For `terms-changed`: by which terms, and from which to which day the next one moves. No id is what the product ships with. */
  terms?: { termsId: TermsId | null; formerDueOn: Day; dueOn: Day; opensOn: Day };
  extension?: { untilOn: Day; grantedUntilOn?: Day; reason?: string };
  /** The last day on which an appeal against what this tells is taken. */
  appealUntilOn?: Day;
  appeal?: {
    against: AppealAgainst;
    filedOn: Day;
    firstAnswerDueOn: Day;
    decisionDueOn: Day;
    /** The first answer, or the reasons of the decision, in the words of who gave it. */
    words?: string;
  };
  /** What was found, for every notice of a finding's plan; the reason goes with a decision on its answer. */
  finding?: {
    findingId: FindingId;
    obligation: ObligationSlug;
    clause: string;
    facts: string;
    evidence: string[];
    reason?: string;
    /** With a cure: whether the live keys work again by it. */
    isReinstated?: boolean;
  };
  /** With a word about the attestation: how many findings about the apps are open beside it. */
  openFindings?: number;
  /** What people of the vendor's decided, for `suspended-by-decision`: in their words. */
  decision?: { class: DecidedClass; reason: string; clause: string };
  /** How a person lifted a suspension; `isRestored`: no other one covers the app. */
  lift?: { class: SuspensionClass; reason: string; isRestored: boolean };
  /** A suspension that should not have been: since when, how many live keys it stopped, and why in the words of who undid it. */
  undoing?: { class: SuspensionClass; reason: string; suspendedAt: Instant; keys: number; isRestored: boolean };
  /** Another suspension still covers the app, for `reinstated` and its like. */
  isStillSuspended?: boolean;
  termination?: { kind: Termination['kind']; reason?: string; notBeforeOn?: Day; isCured?: boolean };
  offboardedBy?: 'developer' | 'vendor';
  task?: { kind: TaskKind; subject: string };
}

/** Notices that open a gate (rule 1) and therefore travel alone and are never silently skipped. */
export const gateTemplates: readonly NoticeTemplate[] = [
  'formal-notice',
  'finding-notice',
  'final-notice',
  'invitation',
  'termination-notice',
];

/** The formal notice of a plan: by what it says, a finding's differs from a cycle's. */
export function formalTemplateOf(plan: Pick<Plan, 'findingId'>): NoticeTemplate {
  return plan.findingId === null ? 'formal-notice' : 'finding-notice';
}

/** Notices that belong to the ladder of a plan, and to one revision of it. */
export const ladderTemplates: readonly NoticeTemplate[] = ['formal-notice', 'finding-notice', 'final-notice'];
