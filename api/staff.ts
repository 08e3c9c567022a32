import { z } from 'zod';
import { staffRoles } from '../domain/permissions';
import { operation } from './operation';
import { page, paging } from './paging';
import { taskKinds } from './tasks';
import { day, flag, id, instant } from './values';

const tag = 'Staff';
const changes = { staff: ['lead', 'admin'] } as const;
const leaves = { staff: ['am', 'lead', 'admin'] } as const;
const onePerson = { personId: id('per') };

/** No call hands over more developers than this: each is a decision of its own. */
export const mostHandedOver = 200;

export const leaveView = z
  .strictObject({
    id: id('lve'),
    personId: id('per'),
    fromOn: day,
    untilOn: day.describe('The last day; both count, in the vendor’s zone.'),
    standInId: id('per'),
    enteredBy: id('per'),
    enteredAt: instant,
    endedAt: instant.nullable().describe('When it was ended before its last day, or taken back.'),
  })
  .meta({ id: 'Leave' });

export const listLeaves = operation({
  id: 'listLeaves',
  method: 'get',
  path: '/v1/staff-leaves',
  summary: 'List who is away when, and who stands in',
  tag,
  access: { staff: staffRoles },
  query: {
    personId: id('per').optional(),
    isOver: flag.default(false).describe('Those that are over or were ended, instead of those that stand.'),
    ...paging(['fromOn'], 'fromOn'),
  },
  responses: { 200: page(leaveView) },
  errors: [],
});

export const enterLeave = operation({
  id: 'enterLeave',
  method: 'post',
  path: '/v1/staff/{personId}/leaves',
  summary: 'Say that somebody is away, and who looks after their developers meanwhile',
  description:
    'On those days the stand-in gets the mails about these developers and sees them on their own pages. Nothing is handed over. Account managers enter their own leave alone.',
  tag,
  access: leaves,
  params: onePerson,
  body: z.strictObject({ fromOn: day, untilOn: day, standInId: id('per') }),
  responses: { 201: leaveView },
  errors: ['resource.not-found', 'access.forbidden', 'leave.overlaps', 'leave.stand-in-away'],
});

export const endLeave = operation({
  id: 'endLeave',
  method: 'post',
  path: '/v1/staff-leaves/{leaveId}/end',
  summary: 'End a leave before its last day, or take it back',
  description: 'Account managers end their own alone.',
  tag,
  access: leaves,
  params: { leaveId: id('lve') },
  responses: { 200: leaveView },
  errors: ['resource.not-found', 'access.forbidden'],
});

const count = z.int();

export const getStaffPortfolio = operation({
  id: 'getStaffPortfolio',
  method: 'get',
  path: '/v1/staff/{personId}/portfolio',
  summary: 'What somebody looks after: what a hand-over would move',
  tag,
  access: changes,
  params: onePerson,
  responses: {
    200: z
      .strictObject({
        developers: count.describe('Those that are offboarded are not counted and not handed over.'),
        apps: count,
        reviews: count,
        extensions: count,
        exemptions: count,
        appeals: count,
        findings: count,
        tasks: z
          .array(z.strictObject({ kind: z.enum(taskKinds), count }))
          .describe('Open tasks for the account manager.'),
      })
      .meta({ id: 'StaffPortfolio' }),
  },
  errors: ['resource.not-found'],
});

export const handOverPortfolio = operation({
  id: 'handOverPortfolio',
  method: 'post',
  path: '/v1/staff/{personId}/hand-over',
  summary: 'Give the developers of one account manager to another',
  description: `At most ${mostHandedOver} in one call, each a decision of its own; ask again while \`left\` is not 0. What waits at a developer goes with it.`,
  tag,
  access: changes,
  params: onePerson,
  body: z.strictObject({ toPersonId: id('per') }),
  responses: { 200: z.strictObject({ moved: count, left: count }).meta({ id: 'HandOver' }) },
  errors: ['resource.not-found'],
});
