import { z } from 'zod';
import type { Extension } from '../domain/lifecycle/extensions';
import { developerRoles, staffRoles } from '../domain/permissions';
import { operation } from './operation';
import { page, paging } from './paging';
import { day, id, instant, prose } from './values';

const tag = 'Extensions';
const state = z.enum(['open', 'granted', 'refused', 'withdrawn'] as const satisfies readonly Extension['state'][]);
const oneExtension = { extensionId: id('ext') };

export const extensionView = z
  .strictObject({
    id: id('ext'),
    developerId: id('dev'),
    developerName: z.string(),
    cycleId: id('cyc'),
    dueOn: day.nullable().describe('The due day of the cycle, as it was set.'),
    state,
    untilOn: day.describe('The day that was asked for.'),
    plan: z.string().describe("The developer's plan, in their words."),
    requestedAt: instant,
    requestedBy: id('per'),
    grantedUntilOn: day.nullable(),
    decidedAt: instant.nullable(),
    decidedBy: id('per').nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Extension' });

export const requestExtension = operation({
  id: 'requestExtension',
  method: 'post',
  path: '/v1/developers/{developerId}/extensions',
  summary: 'Ask for more time',
  description: 'Once a cycle, with a plan and a day. The clock stands until the vendor answers.',
  tag,
  access: { developer: developerRoles },
  params: { developerId: id('dev') },
  body: z.strictObject({ untilOn: day, plan: prose(4000) }),
  responses: { 201: extensionView },
  errors: [
    'extension.already-used',
    'extension.too-long',
    'extension.not-later',
    'extension.not-possible',
    'developer.offboarded',
  ],
});

const listQuery = { state: state.optional(), ...paging(['requestedAt'], '-requestedAt') };

export const listExtensions = operation({
  id: 'listExtensions',
  method: 'get',
  path: '/v1/developers/{developerId}/extensions',
  summary: "List a developer's extension requests",
  tag,
  access: { developer: developerRoles, staff: staffRoles },
  params: { developerId: id('dev') },
  query: listQuery,
  responses: { 200: page(extensionView) },
  errors: [],
});

export const listAllExtensions = operation({
  id: 'listAllExtensions',
  method: 'get',
  path: '/v1/extensions',
  summary: 'List extension requests of all developers',
  tag,
  access: { staff: staffRoles },
  query: listQuery,
  responses: { 200: page(extensionView) },
  errors: [],
});

export const decideExtension = operation({
  id: 'decideExtension',
  method: 'post',
  path: '/v1/extensions/{extensionId}/decision',
  summary: 'Grant or refuse an extension',
  description: 'By somebody who is not the asker. The day granted may be another than the day asked for.',
  tag,
  access: { staff: ['am', 'lead', 'admin'] },
  params: oneExtension,
  body: z.strictObject({
    outcome: z.enum(['grant', 'refuse']),
    untilOn: day.optional().describe('Without it: the day that was asked for.'),
    reason: prose(2000),
  }),
  responses: { 200: extensionView },
  errors: [
    'resource.not-found',
    'extension.already-decided',
    'extension.same-person',
    'extension.too-long',
    'extension.not-later',
    'developer.offboarded',
  ],
});

export const withdrawExtension = operation({
  id: 'withdrawExtension',
  method: 'post',
  path: '/v1/extensions/{extensionId}/withdraw',
  summary: 'Take an extension request back',
  description: 'The clock runs on. It stays the one request of its cycle.',
  tag,
  access: { developer: developerRoles },
  params: oneExtension,
  responses: { 200: extensionView },
  errors: ['resource.not-found', 'extension.already-decided', 'developer.offboarded'],
});
