import type { Day, Duration, TimeZone } from './calendar/instant';
import type { Country } from './calendar/working-days';

/** When suspensions may happen, in the vendor's time zone. */
export interface SlotTerms {
  /** ISO weekdays, Monday 1. */
  weekdays: readonly number[];
  fromHour: number;
  untilHour: number;
  freezeDays: readonly Day[];
}

/**
 * What the vendor asks and grants, as data. Running cycles keep the dates they were given.
 * Days are calendar days relative to the due day; hours are on a clock in the developer's time zone.
 */
export interface Terms {
  period: Duration;
  /** For face or sensitive data, minors, or an earlier lapse. */
  shortPeriod: Duration;
  firstDueAfter: Duration;
  windowOpensBefore: Duration;
  importDueAfter: Duration;
  importSpread: Duration;
  localHour: number;
  remindersBefore: readonly number[];
  formalNoticeAfter: number;
  remindersAfter: readonly number[];
  finalNoticeBeforeSuspension: number;
  restrictAfter: number;
  suspendAfter: number;
  /** Not before so many days after due an app is revoked, by a person. */
  revokeAfter: number;
  /** Full days between a delivered termination notice and the termination. */
  terminationNoticePeriod: Duration;
  /** Days before (negative) or after due at which somebody else hears of it. */
  escalations: {
    notStarted: number;
    accountManagerAndBackup: number;
    executive: number;
    lead: number;
    compliance: number;
  };
  formalNoticePeriod: Duration;
  /** A finding is cured within so many of the developer's working days, else the app is restricted; within so many, else suspended. */
  findingCureWorkingDays: number;
  findingSuspendWorkingDays: number;
  /** Working days between the delivery of a finding's formal notice and the first step. */
  findingNoticeWorkingDays: number;
  /** Calendar days between a finding's final notice and its suspension. */
  findingFinalNoticeBefore: number;
  finalNoticePeriod: Duration;
  finalNoticeValid: Duration;
  /** How long a receiving server may still bounce what it accepted. */
  bounceWindow: Duration;
  missedAfter: Duration;
  missedReplan: { after: Duration; spread: Duration };
  leastTimeAfterStop: Duration;
  submissionStops: number;
  extensionLongest: Duration;
  exemptionLongest: Duration;
  /** How long before an exemption ends the developer is told. */
  exemptionEndingBefore: Duration;
  /** The time there is to state what was exempt, from its end on. */
  exemptionReopenDueAfter: Duration;
  /** What a campaign gives at least: the days until somebody is due, and the window over which the due days are spread. */
  campaignDueAfterLeast: Duration;
  campaignSpreadLeast: Duration;
  /** How long after a decision an appeal against it is taken. */
  appealWithin: Duration;
  appealFirstAnswerWorkingDays: number;
  appealDecisionWorkingDays: number;
  reviewWorkingDays: number;
  provisionalWorkingDays: number;
  /** Share of low-risk submissions that an account manager looks at all the same, 0 to 1. */
  sampleShare: number;
  keyOverlapLongest: Duration;
  /** How long an agency may be let in at most. */
  delegationLongest: Duration;
  budget: { window: Duration; apps: number; share: number };
  slot: SlotTerms;
  vendor: { timeZone: TimeZone; country: Country };
}

/** The defaults that the product ships with. */
export const defaultTerms: Terms = {
  period: 'P1Y',
  shortPeriod: 'P6M',
  firstDueAfter: 'P30D',
  windowOpensBefore: 'P60D',
  importDueAfter: 'P60D',
  importSpread: 'P90D',
  localHour: 10,
  remindersBefore: [60, 30, 14, 7, 3, 1, 0],
  formalNoticeAfter: 1,
  remindersAfter: [3, 7, 10, 13],
  finalNoticeBeforeSuspension: 5,
  restrictAfter: 16,
  suspendAfter: 30,
  revokeAfter: 90,
  terminationNoticePeriod: 'P30D',
  escalations: { notStarted: -14, accountManagerAndBackup: -7, executive: -3, lead: 0, compliance: 7 },
  formalNoticePeriod: 'P14D',
  findingCureWorkingDays: 5,
  findingSuspendWorkingDays: 10,
  findingNoticeWorkingDays: 5,
  findingFinalNoticeBefore: 4,
  finalNoticePeriod: 'PT72H',
  finalNoticeValid: 'P14D',
  bounceWindow: 'P1D',
  missedAfter: 'PT6H',
  missedReplan: { after: 'P14D', spread: 'P7D' },
  leastTimeAfterStop: 'P3D',
  submissionStops: 2,
  extensionLongest: 'P30D',
  exemptionLongest: 'P3Y',
  exemptionEndingBefore: 'P30D',
  exemptionReopenDueAfter: 'P30D',
  campaignDueAfterLeast: 'P30D',
  campaignSpreadLeast: 'P7D',
  appealWithin: 'P30D',
  appealFirstAnswerWorkingDays: 2,
  appealDecisionWorkingDays: 10,
  reviewWorkingDays: 5,
  provisionalWorkingDays: 10,
  sampleShare: 0.05,
  keyOverlapLongest: 'P30D',
  delegationLongest: 'P1Y',
  budget: { window: 'PT1H', apps: 10, share: 0.01 },
  slot: { weekdays: [2, 3, 4], fromHour: 10, untilHour: 16, freezeDays: [] },
  vendor: { timeZone: 'Asia/Taipei', country: 'TW' },
};
