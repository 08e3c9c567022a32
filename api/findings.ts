import { z } from 'zod';
import { findingStates } from '../domain/lifecycle/findings';
import { obligations } from '../domain/obligations';
import { developerRoles, staffRoles } from '../domain/permissions';
import { developerReaders } from './access';
import { operation } from './operation';
import { page, paging } from './paging';
import { day, id, instant, line, prose } from './values';

const tag = 'Findings';
const state = z.enum(findingStates);
const obligation = z.enum(obligations);
const oneFinding = { findingId: id('fnd') };
const evidence = z
  .array(line(500))
  .max(20)
  .describe('Ids of evidence files of this developer, addresses of pages, or lines of text.');
const actor = z.strictObject({
  kind: z.enum(['person', 'staff', 'token', 'clock', 'system']),
  id: z.string(),
  role: z.string().nullable(),
});

export const findingView = z
  .strictObject({
    id: id('fnd'),
    developerId: id('dev'),
    developerName: z.string(),
    appId: id('app'),
    appName: z.string(),
    obligation,
    clause: z.string().describe('The clause of the policy that it offends.'),
    facts: z.string().describe("What was found, in the vendor's words."),
    evidence,
    state: state.describe('open: the developer acts next. answered: the vendor does. superseded: the app ended.'),
    raisedAt: instant,
    raisedBy: actor,
    answer: z.string().nullable().describe("The last answer, in the developer's words."),
    answerEvidence: evidence,
    answeredAt: instant.nullable(),
    answeredBy: id('per').nullable(),
    outcome: z.enum(['cured', 'not-cured', 'withdrawn']).nullable().describe('Of the last decision.'),
    decidedAt: instant.nullable(),
    decidedBy: actor.nullable(),
    reason: z.string().nullable(),
    dueOn: day.nullable().describe('The last day to cure it, in the zone of the developer. Later is possible too.'),
    dueAt: instant.nullable(),
    clock: z.enum(['running', 'stopped', 'ended']).describe('stopped: the vendor owes a decision on the answer.'),
    restrictsNotBeforeAt: instant.nullable(),
    restrictedAt: instant.nullable(),
    suspendsNotBeforeAt: instant.nullable(),
    suspendedAt: instant.nullable().describe('Since when its suspension is open; null where there is none.'),
    blockedBy: z.enum(['notice', 'budget', 'hold']).nullable(),
  })
  .meta({ id: 'Finding' });

export const raiseFinding = operation({
  id: 'raiseFinding',
  method: 'post',
  path: '/v1/developers/{developerId}/findings',
  summary: 'Raise a finding about an app',
  description:
    'Something that was stated is false, or true no longer. A formal notice goes out at once; the developer has five working days to cure it.',
  tag,
  access: { staff: staffRoles },
  params: { developerId: id('dev') },
  body: z.strictObject({
    appId: id('app'),
    obligation,
    clause: line(20).describe('One of the clauses that the obligation rests on.'),
    facts: prose(4000).describe('What was found. The developer reads it word for word.'),
    evidence: evidence.min(1, 'say what shows it'),
  }),
  responses: { 201: findingView },
  errors: [
    'resource.not-found',
    'finding.not-possible',
    'finding.clause-unknown',
    'evidence.missing',
    'app.retired',
    'developer.offboarded',
  ],
});

const listQuery = {
  state: state.optional(),
  appId: id('app').optional(),
  ...paging(['raisedAt'], '-raisedAt'),
};

export const listFindings = operation({
  id: 'listFindings',
  method: 'get',
  path: '/v1/developers/{developerId}/findings',
  summary: "List the findings about a developer's apps",
  tag,
  access: developerReaders,
  params: { developerId: id('dev') },
  query: listQuery,
  responses: { 200: page(findingView) },
  errors: [],
});

export const listAllFindings = operation({
  id: 'listAllFindings',
  method: 'get',
  path: '/v1/findings',
  summary: 'List findings of all developers',
  tag,
  access: { staff: staffRoles },
  query: { ...listQuery, developerId: id('dev').optional() },
  responses: { 200: page(findingView) },
  errors: [],
});

export const getFinding = operation({
  id: 'getFinding',
  method: 'get',
  path: '/v1/findings/{findingId}',
  summary: 'One finding',
  tag,
  access: { developer: developerRoles, staff: staffRoles },
  params: oneFinding,
  responses: { 200: findingView },
  errors: ['resource.not-found'],
});

export const answerFinding = operation({
  id: 'answerFinding',
  method: 'post',
  path: '/v1/findings/{findingId}/answer',
  summary: 'Say how a finding is cured',
  description:
    'The clock of the finding stands until the vendor decides, for the first two answers. It is never too late to answer.',
  tag,
  access: { developer: developerRoles },
  params: oneFinding,
  body: z.strictObject({ answer: prose(4000), evidence: evidence.optional() }),
  responses: { 200: findingView },
  errors: [
    'resource.not-found',
    'finding.already-answered',
    'finding.already-decided',
    'evidence.missing',
    'developer.offboarded',
  ],
});

export const decideFinding = operation({
  id: 'decideFinding',
  method: 'post',
  path: '/v1/findings/{findingId}/decision',
  summary: 'Decide whether the answer cures a finding',
  description:
    'By somebody who is not the answerer. Cured: what it led to ends at once. Not cured: a sentence tells why, and the clock runs on.',
  tag,
  access: { staff: staffRoles },
  params: oneFinding,
  body: z.strictObject({
    outcome: z.enum(['cured', 'not-cured']),
    reason: prose(2000).optional().describe('Needed where it is not cured. The developer reads it word for word.'),
  }),
  responses: { 200: findingView },
  errors: [
    'resource.not-found',
    'finding.not-answered',
    'finding.already-decided',
    'finding.same-person',
    'review.reason-missing',
    'developer.offboarded',
  ],
});

export const withdrawFinding = operation({
  id: 'withdrawFinding',
  method: 'post',
  path: '/v1/findings/{findingId}/withdraw',
  summary: 'Take a finding back',
  description: 'What it led to ends at once, and the developer is told why.',
  tag,
  access: { staff: staffRoles },
  params: oneFinding,
  body: z.strictObject({ reason: prose(2000) }),
  responses: { 200: findingView },
  errors: ['resource.not-found', 'finding.already-decided', 'finding.same-person', 'developer.offboarded'],
});
