import { z } from 'zod';
import type { TaskKind } from '../domain/lifecycle/tasks';
import { staffRoles } from '../domain/permissions';
import { operation } from './operation';
import { page, paging } from './paging';
import { flag, id, instant } from './values';

const tag = 'Tasks';

/** Every kind of task, in the order in which they get more pressing. */
export const taskKinds = Object.keys({
  review: true,
  'review-overdue': true,
  extension: true,
  appeal: true,
  'appeal-late': true,
  'suspension-request': true,
  'post-mortem': true,
  termination: true,
  'bounced-contact': true,
  'not-started': true,
  'due-soon': true,
  'past-due': true,
  'onboarding-overdue': true,
  compliance: true,
  'budget-exceeded': true,
  'missed-step': true,
  'finding-answer': true,
  'finding-overdue': true,
  'finding-long-overdue': true,
} satisfies Record<TaskKind, true>) as [TaskKind, ...TaskKind[]];

const assignee = z.enum(['am', 'lead', 'compliance']);

export const taskView = z
  .strictObject({
    id: id('tsk'),
    kind: z.enum(taskKinds),
    subject: z
      .string()
      .describe(
        'The id of what it is about: a submission, an extension, an appeal, a notice, a cycle, a finding, a post-mortem or an app.',
      ),
    assignee,
    developer: z.strictObject({ id: id('dev'), legalName: z.string() }),
    accountManagerId: id('per').nullable(),
    openedAt: instant.describe('In the time of the developer.'),
    closedAt: instant.nullable(),
  })
  .meta({ id: 'Task' });

export const listTasks = operation({
  id: 'listTasks',
  method: 'get',
  path: '/v1/tasks',
  summary: 'What somebody of the vendor must look at',
  tag,
  access: { staff: staffRoles },
  query: {
    assignee: assignee.optional(),
    kind: z.enum(taskKinds).optional(),
    developerId: id('dev').optional(),
    isClosed: flag.default(false).describe('Those that were seen to, instead of those that are open.'),
    mine: flag
      .optional()
      .describe('For an account manager the tasks of their developers, for leads and legal those of their role.'),
    ...paging(['openedAt', 'kind'], 'openedAt'),
  },
  responses: { 200: page(taskView) },
  errors: [],
});

export const closeTask = operation({
  id: 'closeTask',
  method: 'post',
  path: '/v1/tasks/{taskId}/close',
  summary: 'Somebody saw to it',
  tag,
  access: { staff: ['am', 'lead', 'admin'] },
  params: { taskId: id('tsk') },
  responses: { 200: taskView },
  errors: ['task.already-closed'],
});
