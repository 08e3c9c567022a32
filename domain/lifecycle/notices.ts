import type { Day, Instant } from '../calendar/instant';
import type { AppId } from '../ids';
import type { ObligationSlug } from '../obligations';
import type { Standing, SuspensionClass } from './state';
import type { DecidedClass } from './suspension-requests';
import type { TaskKind } from './tasks';
import type { Termination } from './terminations';

/** Every mail the lifecycle sends; a folder of the same name in `mail/` renders it. */
export const noticeTemplates = [
  'invitation',
  'reminder',
  'formal-notice',
  'final-notice',
  'restricted',
  'suspended',
  'reinstated',
  'returned',
  'accepted',
  'passed-provisionally',
  'extension-granted',
  'extension-refused',
  'suspended-by-decision',
  'suspension-lifted',
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
  /** How it was lifted, for `reinstated`. */
  provisional?: boolean;
  nextDueOn?: Day;
  coveredThroughOn?: Day;
  extension?: { untilOn: Day; grantedUntilOn?: Day; reason?: string };
  /** What people of the vendor's decided, for `suspended-by-decision`: in their words. */
  decision?: { class: DecidedClass; reason: string; clause: string };
  /** How a person lifted a suspension; `isRestored`: no other one covers the app. */
  lift?: { class: SuspensionClass; reason: string; isRestored: boolean };
  /** Another suspension still covers the app, for `reinstated` and its like. */
  isStillSuspended?: boolean;
  termination?: { kind: Termination['kind']; reason?: string; notBeforeOn?: Day; isCured?: boolean };
  offboardedBy?: 'developer' | 'vendor';
  task?: { kind: TaskKind; subject: string };
}

/** Notices that open a gate (rule 1) and therefore travel alone and are never silently skipped. */
export const gateTemplates: readonly NoticeTemplate[] = [
  'formal-notice',
  'final-notice',
  'invitation',
  'termination-notice',
];
