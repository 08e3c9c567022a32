import { z } from 'zod';
import type { Terms } from '../domain/terms';
import { developerReaders } from './access';
import { operation } from './operation';
import { id } from './values';

const span = z.string().describe('ISO 8601 duration.').meta({ example: 'P30D' });
const days = z.number().describe('Days relative to the due day.');

/** How much enforcement may do in an hour, and whom it looks at by chance, is the vendor's own. */
export type ToldTerms = Omit<Terms, 'budget' | 'sampleShare'>;

const shape = {
  period: span,
  shortPeriod: span,
  firstDueAfter: span,
  windowOpensBefore: span,
  importDueAfter: span,
  importSpread: span,
  localHour: z.number(),
  remindersBefore: z.array(z.number()),
  formalNoticeAfter: days,
  remindersAfter: z.array(z.number()),
  finalNoticeBeforeSuspension: days,
  restrictAfter: days,
  suspendAfter: days,
  revokeAfter: days,
  terminationNoticePeriod: span,
  escalations: z.strictObject({
    notStarted: days,
    accountManagerAndBackup: days,
    executive: days,
    lead: days,
    compliance: days,
  }),
  formalNoticePeriod: span,
  findingCureWorkingDays: z.number(),
  findingSuspendWorkingDays: z.number(),
  findingNoticeWorkingDays: z.number(),
  findingFinalNoticeBefore: days,
  finalNoticePeriod: span,
  finalNoticeValid: span,
  bounceWindow: span,
  missedAfter: span,
  missedReplan: z.strictObject({ after: span, spread: span }),
  leastTimeAfterStop: span,
  submissionStops: z.number(),
  extensionLongest: span,
  exemptionLongest: span,
  exemptionEndingBefore: span,
  exemptionReopenDueAfter: span,
  campaignDueAfterLeast: span,
  campaignSpreadLeast: span,
  appealWithin: span,
  appealFirstAnswerWorkingDays: z.number(),
  appealDecisionWorkingDays: z.number(),
  reviewWorkingDays: z.number(),
  provisionalWorkingDays: z.number(),
  keyOverlapLongest: span,
  delegationLongest: span,
  slot: z.strictObject({
    weekdays: z.array(z.number()),
    fromHour: z.number(),
    untilHour: z.number(),
    freezeDays: z.array(z.string()),
  }),
  vendor: z.strictObject({ timeZone: z.string(), country: z.string() }),
} satisfies Record<keyof ToldTerms, z.ZodType>;

export const termsView = z.strictObject(shape).meta({ id: 'Terms' });

export const getTerms = operation({
  id: 'getTerms',
  method: 'get',
  path: '/v1/terms',
  summary: 'What is asked and granted: periods, reminders, notices, slots',
  description:
    'Of everybody, or with `developerId` as it holds for that developer, who may be in a tier with other terms. ' +
    'Running cycles keep the days they were given, and the terms they opened under.',
  tag: 'Catalogue',
  access: developerReaders,
  query: { developerId: id('dev').optional().describe('Whose terms, for what is promised from now on.') },
  responses: { 200: termsView },
  errors: ['resource.not-found'],
});
