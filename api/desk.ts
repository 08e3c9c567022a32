import { z } from 'zod';
import { appealAgainst } from '../domain/lifecycle/appeals';
import { noticeTemplates } from '../domain/lifecycle/notices';
import { standings } from '../domain/lifecycle/state';
import { staffRoles } from '../domain/permissions';
import { obligation } from './drafts';
import { operation } from './operation';
import { day, id, instant } from './values';

const tag = 'Desk';

/** Whose developers: those whose account manager asks, or everybody's. */
const scope = z.enum(['mine', 'all']);
const asked = scope
  .optional()
  .describe('By default an account manager’s own developers, and everybody’s for leads, legal and administrators.');

const shown = {
  developer: z.strictObject({ id: id('dev'), legalName: z.string() }),
  since: instant.describe('In the time of the developer.'),
  workingDaysWaiting: z.int().describe('Full working days of the vendor since then.'),
  dueAt: instant.nullable().describe('When the service level asks for an answer; null where there is none.'),
  isOverdue: z.boolean(),
};
const app = z.strictObject({ id: id('app'), name: z.string() });

/** Things of one kind that wait: how many there are, and the oldest of them. */
function waiting<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    count: z.int(),
    overdueCount: z.int().describe('Past the service level.'),
    items: z.array(item).describe('The first of them, oldest first.'),
  });
}

export const deskTodayView = z
  .strictObject({
    asOf: instant,
    scope,
    reviews: waiting(
      z.strictObject({
        ...shown,
        submissionId: id('sub'),
        app,
        hasAnswers: z.boolean().describe('The developer answered what was asked about an item that is not decided.'),
      }),
    ),
    answers: waiting(
      z.strictObject({
        ...shown,
        questionId: id('qst'),
        submissionId: id('sub'),
        requirementId: id('req').describe('The item that was asked about.'),
        app,
        obligation: obligation,
        askedBy: id('per'),
      }),
    ).describe('Questions of reviewers that were answered, until the item is decided or asked about again.'),
    extensions: waiting(z.strictObject({ ...shown, extensionId: id('ext'), untilOn: day })),
    exemptions: waiting(
      z.strictObject({
        ...shown,
        exemptionId: id('exm'),
        submissionId: id('sub').describe('The review in which it is decided.'),
        app,
        obligation: obligation,
        askedUntilOn: day,
      }),
    ),
    appeals: waiting(
      z.strictObject({
        ...shown,
        appealId: id('apl'),
        app,
        against: z.enum(appealAgainst),
        isAcknowledged: z.boolean().describe('The first answer was given; the decision is owed.'),
      }),
    ),
    findings: waiting(z.strictObject({ ...shown, findingId: id('fnd'), app, obligation: obligation })).describe(
      'Findings that were answered.',
    ),
    bounced: waiting(z.strictObject({ ...shown, noticeId: id('ntc'), template: z.enum(noticeTemplates) })).describe(
      'Notices that reached nobody.',
    ),
    notStarted: waiting(z.strictObject({ ...shown, cycleId: id('cyc'), dueOn: day, appCount: z.int() })).describe(
      'Nothing was started 14 days before the due day.',
    ),
    suspensions: z
      .strictObject({
        count: z.int().describe('Apps.'),
        developerCount: z.int(),
        keyCount: z.int().describe('Live keys that would stop.'),
        verificationsLastDay: z.int().describe('How often they were verified in the last 24 hours.'),
        items: z.array(
          z.strictObject({
            developer: shown.developer,
            app,
            notBeforeAt: instant.describe('In the time of the developer.'),
            keyCount: z.int(),
            verificationsLastDay: z.int(),
          }),
        ),
      })
      .describe('Apps that can be suspended within 14 days, soonest first.'),
  })
  .meta({ id: 'DeskToday' });

export const getDeskToday = operation({
  id: 'getDeskToday',
  method: 'get',
  path: '/v1/desk/today',
  summary: 'What needs me today',
  description: 'The same facts as the daily digest mail.',
  tag,
  access: { staff: staffRoles },
  query: {
    scope: asked,
    first: z
      .string()
      .regex(/^\d{1,2}$/, 'a whole number is expected')
      .transform(Number)
      .refine((count) => count >= 1 && count <= 20, { message: 'from 1 to 20' })
      .default(5)
      .meta({ type: 'integer', minimum: 1, maximum: 20, default: 5 })
      .describe('How many of each kind to show.'),
  },
  responses: { 200: deskTodayView },
  errors: [],
});

const counts = z
  .array(z.strictObject({ standing: z.enum(standings), apps: z.int() }))
  .describe('Every standing, from first to last.');

export const deskPortfolioView = z
  .strictObject({
    countedAt: instant.describe('A portfolio of everybody is counted at most every few seconds.'),
    scope,
    developerCount: z.int().describe('Those that have not left.'),
    appCount: z.int().describe('Apps in use.'),
    standings: counts,
    due: z
      .strictObject({
        overdue: z.int(),
        within7Days: z.int().describe('From today to the day seven days later.'),
        within14Days: z.int(),
        within30Days: z.int(),
      })
      .describe('Developers by their most pressing binding day; the longer spans include the shorter.'),
    trend: z
      .array(z.strictObject({ day, standings: counts }))
      .describe(
        'The last 30 days of the vendor, today last: apps in each standing at the end of the day. Reckoned back from now by the changes of standing in the audit log, for the apps of those who are in the portfolio now.',
      ),
  })
  .meta({ id: 'DeskPortfolio' });

export const getDeskPortfolio = operation({
  id: 'getDeskPortfolio',
  method: 'get',
  path: '/v1/desk/portfolio',
  summary: 'The portfolio at a glance',
  tag,
  access: { staff: staffRoles },
  query: { scope: asked },
  responses: { 200: deskPortfolioView },
  errors: [],
});
