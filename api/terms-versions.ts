import { z } from 'zod';
import { staffRoles } from '../domain/permissions';
import { termsOutcomes } from '../domain/terms/terms-outcomes';
import { mailsWaiting } from './mails-waiting';
import { fileAnswer, operation } from './operation';
import { page, paging } from './paging';
import { termsAccess, termsVersionSummary, tierTerms } from './tiers';
import { day, id, instant } from './values';

const tag = 'Terms';
const oneVersion = { termsId: id('tms') };
const count = z.int().min(0);
const beforeAndAfter = z.strictObject({ before: count, after: count });
const { sort } = paging(['name', 'moved'], 'name');

export const termsVersionView = z
  .strictObject({
    ...termsVersionSummary,
    tierName: z.string(),
    terms: tierTerms,
    before: tierTerms.describe('Those that it replaces, or replaced.'),
    shipped: tierTerms,
    developers: count.describe(
      'Whom it is for: counted when what it would move was worked out, and again since it is in force.',
    ),
    preview: z
      .strictObject({
        examined: count,
        examinedAt: instant
          .nullable()
          .describe('null: still being worked out; the figures are of those examined so far.'),
        earlier: count.describe('Developers whose next due day would come earlier.'),
        later: count,
        same: count,
        undated: count.describe('Developers with no next due day before or after.'),
        byDays: z
          .array(z.strictObject({ days: z.int().describe('Negative: earlier.'), count }))
          .describe('By how many days it moves, and for how many.'),
        dueByMonth: z
          .array(z.strictObject({ month: z.string().meta({ example: '2027-03' }), ...beforeAndAfter.shape }))
          .describe('Next due days by month.'),
        firstDueOn: day.nullable().describe('The earliest next due day that would be.'),
        opensWithin30Days: beforeAndAfter.describe('Windows that open within thirty days of the working out.'),
        runningCycles: count.describe('Open cycles. They keep the dates they were given.'),
        mails: beforeAndAfter.describe('Mails to developers in the twelve months ahead if nobody does anything.'),
      })
      .describe('What it would move, by the decider itself on every developer as they are; nothing is decided.'),
    rollout: z
      .strictObject({
        settled: count,
        moved: count.describe('Whose next due day was planned anew for another day.'),
        kept: count.describe('Whose next due day stayed.'),
        left: count.describe('Who had left, or was put into another tier meanwhile.'),
        asForetold: count.describe('Whose next due day is the one that was worked out before.'),
        perSecond: z.number().min(0).describe('Over the last ten seconds.'),
        mailsWaiting,
        startedAt: instant,
        endedAt: instant.nullable(),
      })
      .nullable()
      .describe('null: not approved.'),
  })
  .meta({ id: 'TermsVersion' });

const ahead = z.strictObject({
  dueOn: day.nullable(),
  opensOn: day.nullable(),
  remindersOn: z.array(day).describe('Of the cycle that opens next.'),
  restrictsNotBeforeOn: day.nullable(),
  suspendsNotBeforeOn: day.nullable(),
  mails: count.describe('In the twelve months ahead, if nothing is done.'),
});

export const termsMoveView = z
  .strictObject({
    developerId: id('dev'),
    developerName: z.string(),
    movedDays: z
      .int()
      .nullable()
      .describe('Days by which the next due day would move; negative: earlier; null: it has none.'),
    runningCycles: count.nullable(),
    before: ahead.nullable().describe('null: not worked out.'),
    after: ahead.nullable(),
    outcome: z.enum(termsOutcomes).nullable(),
    dueOn: day.nullable().describe('The next due day after the change, once it was made.'),
    settledAt: instant.nullable(),
  })
  .meta({ id: 'TermsMove' });

const which = z
  .enum(['earlier', 'later', 'same'])
  .optional()
  .describe('Only whose next due day would come earlier or later, or would not move.');

export const getTermsVersion = operation({
  id: 'getTermsVersion',
  method: 'get',
  path: '/v1/terms-versions/{termsId}',
  summary: 'Read a version of the terms of a tier, what it would move and how far it has come',
  tag,
  access: { staff: staffRoles },
  params: oneVersion,
  responses: { 200: termsVersionView },
  errors: ['resource.not-found'],
});

export const listTermsMoves = operation({
  id: 'listTermsMoves',
  method: 'get',
  path: '/v1/terms-versions/{termsId}/developers',
  summary: 'What it would move for each developer, and what it did',
  tag,
  access: { staff: staffRoles },
  params: oneVersion,
  query: { which, ...paging(['name', 'moved'], 'name') },
  responses: { 200: page(termsMoveView) },
  errors: ['resource.not-found'],
});

export const exportTermsMoves = operation({
  id: 'exportTermsMoves',
  method: 'get',
  path: '/v1/terms-versions/{termsId}/developers/export',
  summary: 'The same as a CSV file',
  description: 'Cells that a spreadsheet would take for a formula begin with an apostrophe.',
  tag,
  access: { staff: staffRoles },
  params: oneVersion,
  query: { which, sort },
  responses: { 200: fileAnswer('text/csv; charset=utf-8') },
  errors: ['resource.not-found'],
});

export const approveTerms = operation({
  id: 'approveTerms',
  method: 'post',
  path: '/v1/terms-versions/{termsId}/approve',
  summary: 'Put proposed terms in force, as somebody who did not propose them',
  description:
    'Every developer of the tier is then taken over to them, each by itself. Cycles that run keep the dates they were given.',
  tag,
  access: termsAccess,
  params: oneVersion,
  responses: { 200: termsVersionView },
  errors: ['resource.not-found', 'terms.same-person', 'terms.already-decided', 'terms.not-examined'],
});

export const withdrawTerms = operation({
  id: 'withdrawTerms',
  method: 'post',
  path: '/v1/terms-versions/{termsId}/withdraw',
  summary: 'Take a proposal back',
  tag,
  access: termsAccess,
  params: oneVersion,
  responses: { 200: termsVersionView },
  errors: ['resource.not-found', 'terms.already-decided'],
});
