import { z } from 'zod';
import { type Appeal, appealAgainst } from '../domain/lifecycle/appeals';
import { developerRoles, staffRoles } from '../domain/permissions';
import { operation } from './operation';
import { page, paging } from './paging';
import { day, flag, id, instant, prose } from './values';

const tag = 'Appeals';
const state = z.enum(['open', 'upheld', 'dismissed', 'withdrawn'] as const satisfies readonly Appeal['state'][]);
const against = z.enum(appealAgainst);
const subject = z
  .string()
  .min(1)
  .max(45)
  .describe('The id of what was decided: the submission sent back, the finding, the restricted plan, the suspension.');
const ofDeveloper = { developerId: id('dev') };
const oneAppeal = { appealId: id('apl') };

export const appealView = z
  .strictObject({
    id: id('apl'),
    developerId: id('dev'),
    developerName: z.string(),
    appId: id('app'),
    appName: z.string(),
    against,
    subject,
    subjectDecidedAt: instant,
    subjectEndedAt: instant
      .nullable()
      .describe('When what it is against ended by other means, a cure for one; the appeal is answered all the same.'),
    words: z.string().describe("The developer's reasons, in their words."),
    evidenceIds: z.array(id('evd')),
    filedAt: instant,
    filedBy: id('per'),
    state,
    isLate: z.boolean().describe('An answer is owed since longer than was promised.'),
    firstAnswerDueAt: instant,
    firstAnsweredAt: instant.nullable(),
    firstAnsweredBy: id('per').nullable(),
    firstAnswer: z.string().nullable(),
    decisionDueAt: instant,
    decidedAt: instant.nullable(),
    decidedBy: id('per').nullable(),
    reason: z.string().nullable().describe('Why it was upheld or dismissed, in the words of who decided.'),
  })
  .meta({ id: 'Appeal' });

export const appealableView = z
  .strictObject({
    against,
    subject,
    appId: id('app'),
    appName: z.string(),
    decidedAt: instant,
    endedAt: instant.nullable().describe('When it ended by itself; null while it stands.'),
    untilOn: day.describe('The last day on which an appeal is taken, in the zone of the developer.'),
    appealId: id('apl').nullable().describe('The one appeal against it, where there is one already.'),
  })
  .meta({ id: 'Appealable' });

export const listAppealable = operation({
  id: 'listAppealable',
  method: 'get',
  path: '/v1/developers/{developerId}/appealable',
  summary: 'What can be appealed against, and until which day',
  tag,
  access: { developer: developerRoles, staff: staffRoles },
  params: ofDeveloper,
  responses: { 200: z.strictObject({ items: z.array(appealableView) }) },
  errors: [],
});

export const fileAppeal = operation({
  id: 'fileAppeal',
  method: 'post',
  path: '/v1/developers/{developerId}/appeals',
  summary: 'Appeal against a decision',
  description:
    'Once for each decision, within 30 days of it, with reasons. What has not happened yet waits until the appeal is answered; ' +
    'what has happened stays until then. Somebody who did not make the decision decides.',
  tag,
  access: { developer: developerRoles },
  params: ofDeveloper,
  body: z.strictObject({
    against,
    subject,
    words: prose(4000),
    evidenceIds: z.array(id('evd')).max(20).optional().describe('Files of this developer, uploaded before.'),
  }),
  responses: { 201: appealView },
  errors: [
    'resource.not-found',
    'appeal.already-filed',
    'appeal.too-late',
    'appeal.words-missing',
    'evidence.missing',
    'developer.offboarded',
  ],
});

const listQuery = {
  state: state.optional(),
  against: against.optional(),
  isLate: flag.optional().describe('Those whose answer is owed since longer than was promised, or all others.'),
  ...paging(['filedAt', 'decisionDueAt'], '-filedAt'),
};

export const listAppeals = operation({
  id: 'listAppeals',
  method: 'get',
  path: '/v1/developers/{developerId}/appeals',
  summary: "List a developer's appeals",
  tag,
  access: { developer: developerRoles, staff: staffRoles },
  params: ofDeveloper,
  query: listQuery,
  responses: { 200: page(appealView) },
  errors: [],
});

export const listAllAppeals = operation({
  id: 'listAllAppeals',
  method: 'get',
  path: '/v1/appeals',
  summary: 'List appeals of all developers',
  tag,
  access: { staff: staffRoles },
  query: listQuery,
  responses: { 200: page(appealView) },
  errors: [],
});

export const getAppeal = operation({
  id: 'getAppeal',
  method: 'get',
  path: '/v1/appeals/{appealId}',
  summary: 'Read an appeal',
  tag,
  access: { developer: developerRoles, staff: staffRoles },
  params: oneAppeal,
  responses: { 200: appealView },
  errors: ['resource.not-found'],
});

export const acknowledgeAppeal = operation({
  id: 'acknowledgeAppeal',
  method: 'post',
  path: '/v1/appeals/{appealId}/acknowledge',
  summary: 'Give the first answer to an appeal',
  description:
    'Owed within 2 working days: who looks into it and what comes next. The developer reads it word for word.',
  tag,
  access: { staff: staffRoles },
  params: oneAppeal,
  body: z.strictObject({ words: prose(2000) }),
  responses: { 200: appealView },
  errors: [
    'resource.not-found',
    'appeal.already-acknowledged',
    'appeal.already-decided',
    'appeal.same-person',
    'appeal.words-missing',
    'developer.offboarded',
  ],
});

export const decideAppeal = operation({
  id: 'decideAppeal',
  method: 'post',
  path: '/v1/appeals/{appealId}/decision',
  summary: 'Uphold or dismiss an appeal',
  description:
    'Owed within 10 working days, by somebody who did not make the decision appealed against. Upheld, what it is against is taken ' +
    'back in the same transaction, keys too, and a wrongful-enforcement record is left; dismissed, the clock runs on and at least 3 days remain.',
  tag,
  access: { staff: staffRoles },
  params: oneAppeal,
  body: z.strictObject({ outcome: z.enum(['uphold', 'dismiss']), words: prose(2000) }),
  responses: { 200: appealView },
  errors: [
    'resource.not-found',
    'appeal.already-decided',
    'appeal.same-person',
    'appeal.words-missing',
    'developer.offboarded',
  ],
});

export const withdrawAppeal = operation({
  id: 'withdrawAppeal',
  method: 'post',
  path: '/v1/appeals/{appealId}/withdraw',
  summary: 'Take an appeal back',
  description: 'The clock runs on. It stays the one appeal against its decision.',
  tag,
  access: { developer: developerRoles },
  params: oneAppeal,
  responses: { 200: appealView },
  errors: ['resource.not-found', 'appeal.already-decided', 'developer.offboarded'],
});
