import type { Day, Instant } from '../calendar/instant';
import type { AppId, FindingId } from '../ids';
import type { ObligationSlug } from '../obligations';
import type { Plan, Standing } from './state';
import type { TaskKind } from './tasks';

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
  'returned',
  'accepted',
  'finding-cured',
  'finding-not-cured',
  'finding-withdrawn',
  'passed-provisionally',
  'extension-granted',
  'extension-refused',
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
  /** How it was lifted, for `reinstated`. */
  provisional?: boolean;
  nextDueOn?: Day;
  coveredThroughOn?: Day;
  extension?: { untilOn: Day; grantedUntilOn?: Day; reason?: string };
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
  task?: { kind: TaskKind; subject: string };
}

/** Notices that open a gate (rule 1) and therefore travel alone and are never silently skipped. */
export const gateTemplates: readonly NoticeTemplate[] = [
  'formal-notice',
  'finding-notice',
  'final-notice',
  'invitation',
];

/** The formal notice of a plan: by what it says, a finding's differs from a cycle's. */
export function formalTemplateOf(plan: Pick<Plan, 'findingId'>): NoticeTemplate {
  return plan.findingId === null ? 'formal-notice' : 'finding-notice';
}

/** Notices that belong to the ladder of a plan, and to one revision of it. */
export const ladderTemplates: readonly NoticeTemplate[] = ['formal-notice', 'finding-notice', 'final-notice'];
