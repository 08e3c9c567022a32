import type { Day, Instant, TimeZone } from '../domain/calendar/instant';
import type { AppId, CycleId, NoticeId } from '../domain/ids';
import type { NoticeFacts, NoticeTemplate } from '../domain/lifecycle/notices';
import type { Language } from '../domain/lifecycle/state';
import type { ObligationSlug } from '../domain/obligations';
import type { Clause } from '../domain/policies/policy-version';
import type { SdkProductSlug } from '../domain/products';

export interface VendorNames {
  name: string;
  contactEmail: string;
  privacyNoticeUrl: string;
}

/** All that one mail of the lifecycle says. The same input gives the same bytes: there is no clock in here. */
export interface NoticeInput {
  template: NoticeTemplate;
  facts: NoticeFacts;
  language: Language;
  /** The developer's; the vendor's for staff. */
  timeZone: TimeZone;
  /** When the notice was decided on (its `createdAt`), in obligation time: also the moment a suspension is said to have begun. */
  now: Instant;
  recipient: { name: string };
  organisation: { name: string };
  apps: Readonly<Record<AppId, { name: string; sdkProduct: SdkProductSlug }>>;
  vendor: VendorNames;
  /** The clauses of the obligations that the facts name, as they are asked now. What is left out reads as in its newest edition. */
  clauses?: Readonly<Partial<Record<ObligationSlug, readonly Clause[]>>>;
  /** For `policy-changed`, in the reader's language. */
  policy?: PolicyInput;
  links: {
    /** The page on which to do what is asked, or to see what happened. */
    act: string;
    appeal?: string;
    forecast?: string;
    /** Ends reminders to this person; gate notices have none. */
    unsubscribe?: string;
  };
  extra?: NoticeExtra;
}

/** The version of the policy that a mail speaks of. */
export interface PolicyInput {
  title: string;
  effectiveOn: Day;
  summary: string;
  clauses: readonly ChangedClause[];
}

/** A clause that changed; `before` is null where its former wording in the language is not known. */
export interface ChangedClause {
  clause: string;
  before: string | null;
  after: string;
}

export interface NoticeExtra {
  /** Printed at the foot, for people to quote. */
  noticeId?: NoticeId;
  /** Names the deadline in calendars, so that a later mail moves the entry of an earlier one. Without it the app ids do. */
  cycleId?: CycleId;
  /** The zone in which the days of the facts are meant, where `timeZone` is another (mails to staff). */
  daysTimeZone?: TimeZone;
  /** The last day on which an appeal is taken. */
  appealUntilOn?: Day;
  /** How many days an appeal is taken after each decision. */
  appealWithinDays?: number;
}

export interface Attachment {
  filename: string;
  contentType: string;
  content: string;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
  attachments: Attachment[];
}
