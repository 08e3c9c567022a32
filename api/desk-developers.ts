import { z } from 'zod';
import { staffRoles } from '../domain/permissions';
import { developerFilter } from './developers';
import { fileAnswer, operation } from './operation';
import { paging } from './paging';
import { id } from './values';

const tag = 'Desk';
const { sort } = paging(['name', 'nextDueOn', 'standing', 'enrolledAt'], 'name');

/** No click reaches more developers than this. */
export const mostAtOnce = 200;

const developerIds = z
  .array(id('dev'))
  .min(1)
  .max(mostAtOnce)
  .refine((ids) => new Set(ids).size === ids.length, { message: 'each developer once' });

export const countDevelopers = operation({
  id: 'countDevelopers',
  method: 'get',
  path: '/v1/desk/developers/count',
  summary: 'How many developers a filter names',
  tag,
  access: { staff: staffRoles },
  query: developerFilter,
  responses: {
    200: z.strictObject({
      count: z.int().describe('Counted up to 10,000.'),
      isMore: z.boolean().describe('There are more than were counted.'),
    }),
  },
  errors: [],
});

export const exportDevelopers = operation({
  id: 'exportDevelopers',
  method: 'get',
  path: '/v1/desk/developers/export',
  summary: 'The developers that a filter names, as a CSV file',
  description:
    'All of them, in the order asked for. Cells that a spreadsheet would take for a formula begin with an apostrophe.',
  tag,
  access: { staff: staffRoles },
  query: { ...developerFilter, sort },
  responses: { 200: fileAnswer('text/csv; charset=utf-8') },
  errors: [],
});

/** What became of each developer that was named, in the order of the request. */
export function outcomes<const Outcome extends string>(named: readonly [Outcome, ...Outcome[]]) {
  return z.strictObject({
    items: z.array(
      z.strictObject({ developerId: id('dev'), legalName: z.string().nullable(), outcome: z.enum(named) }),
    ),
  });
}

export const nudgeDevelopers = operation({
  id: 'nudgeDevelopers',
  method: 'post',
  path: '/v1/desk/nudges',
  summary: 'Remind developers of what is due',
  description:
    'One mail for each developer over all that is outstanding, to signatories and preparers. A reminder of that day, by the clock or a person, is the only one: then none is sent. Each is decided by itself.',
  tag,
  access: { staff: ['am', 'lead', 'admin'] },
  body: z.strictObject({ developerIds }),
  responses: {
    200: outcomes(['queued', 'reminded-today', 'nothing-due', 'offboarded', 'not-found']),
  },
  errors: [],
});

export const assignDevelopers = operation({
  id: 'assignDevelopers',
  method: 'post',
  path: '/v1/desk/assignments',
  summary: 'Give developers to an account manager',
  tag,
  access: { staff: ['am', 'lead', 'admin'] },
  body: z.strictObject({ developerIds, accountManagerId: id('per').nullable().describe('null: nobody.') }),
  responses: { 200: outcomes(['assigned', 'unchanged', 'offboarded', 'not-found']) },
  errors: [],
});
