import { z } from 'zod';
import { staffRoles } from '../domain/permissions';
import { nothing, operation } from './operation';
import { page, paging } from './paging';
import { id, instant, line } from './values';

const tag = 'Desk';
const one = { viewId: id('dvw') };
const name = line(80);
const query = z
  .string()
  .max(2000)
  .regex(/^[\x21-\x7e]*$/, 'a query string, percent-encoded, is expected')
  .refine((text) => !text.startsWith('?'), { message: 'leave the question mark out' })
  .describe('The query string of the page: filters, order and columns. Kept as it is.')
  .meta({ example: 'standing=grace&sort=nextDueOn' });

export const deskViewView = z
  .strictObject({ id: id('dvw'), name: z.string(), query: z.string(), createdAt: instant, changedAt: instant })
  .meta({ id: 'DeskView' });

export const listDeskViews = operation({
  id: 'listDeskViews',
  method: 'get',
  path: '/v1/desk/views',
  summary: 'The views of the list of developers that I kept',
  tag,
  access: { staff: staffRoles },
  query: paging(['createdAt'], 'createdAt'),
  responses: { 200: page(deskViewView) },
  errors: [],
});

export const keepDeskView = operation({
  id: 'keepDeskView',
  method: 'post',
  path: '/v1/desk/views',
  summary: 'Keep a view of the list of developers',
  description: 'For oneself; at most 50.',
  tag,
  access: { staff: staffRoles },
  body: z.strictObject({ name, query }),
  responses: { 201: deskViewView },
  errors: ['desk-view.exists', 'desk-view.too-many'],
});

export const changeDeskView = operation({
  id: 'changeDeskView',
  method: 'patch',
  path: '/v1/desk/views/{viewId}',
  summary: 'Change a view that I kept',
  tag,
  access: { staff: staffRoles },
  params: one,
  body: z
    .strictObject({ name: name.optional(), query: query.optional() })
    .refine((change) => Object.keys(change).length > 0, { message: 'name at least one field to change' }),
  responses: { 200: deskViewView },
  errors: ['resource.not-found', 'desk-view.exists'],
});

export const removeDeskView = operation({
  id: 'removeDeskView',
  method: 'delete',
  path: '/v1/desk/views/{viewId}',
  summary: 'Forget a view that I kept',
  tag,
  access: { staff: staffRoles },
  params: one,
  responses: { 204: nothing },
  errors: ['resource.not-found'],
});
