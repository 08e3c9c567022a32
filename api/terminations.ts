import { z } from 'zod';
import { terminationKinds, terminationStates } from '../domain/lifecycle/terminations';
import { developerRoles, staffRoles } from '../domain/permissions';
import { operation } from './operation';
import { page, paging } from './paging';
import { id, instant, prose } from './values';

const tag = 'Terminations';
const oneTermination = { terminationId: id('trm') };
const ofVendor = id('per').nullable().describe('For the vendor to see only.');
/** Ending somebody for good is confirmed by those who answer for it. */
const deciders = { staff: ['lead', 'legal', 'admin'] } as const;

export const terminationView = z
  .strictObject({
    id: id('trm'),
    developerId: id('dev'),
    developerName: z.string(),
    kind: z.enum(terminationKinds).describe('revocation: one app, for good. offboarding: the whole developer.'),
    appId: id('app').nullable(),
    reason: z.string(),
    state: z.enum(terminationStates).describe('cured: what it rested on was put right, so it ended by itself.'),
    announcedAt: instant,
    announcedBy: ofVendor,
    noticeId: id('ntc'),
    notBeforeAt: instant.nullable().describe('null until its notice is delivered, and after it was cancelled.'),
    confirmedBy: ofVendor,
    executedAt: instant.nullable(),
    cancelledAt: instant.nullable(),
  })
  .meta({ id: 'Termination' });

const reason = prose(2000).describe('Read by the developer word for word.');

export const announceTermination = operation({
  id: 'announceTermination',
  method: 'post',
  path: '/v1/developers/{developerId}/terminations',
  summary: 'Announce that an app will be revoked, or the developer offboarded',
  description:
    'The termination notice goes out. Nothing ends before it is delivered and has run out, and then only when another person confirms. An app can be revoked that is suspended for an obligation or a finding.',
  tag,
  access: { staff: staffRoles },
  params: { developerId: id('dev') },
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('revocation'), appId: id('app'), reason }),
    z.strictObject({ kind: z.literal('offboarding'), reason }),
  ]),
  responses: { 201: terminationView },
  errors: ['app.retired', 'termination.not-possible', 'termination.already-announced', 'developer.offboarded'],
});

const listQuery = { state: z.enum(terminationStates).optional(), ...paging(['announcedAt'], '-announcedAt') };

export const listTerminations = operation({
  id: 'listTerminations',
  method: 'get',
  path: '/v1/developers/{developerId}/terminations',
  summary: 'Terminations that were announced to a developer',
  tag,
  access: { developer: developerRoles, staff: staffRoles },
  params: { developerId: id('dev') },
  query: listQuery,
  responses: { 200: page(terminationView) },
  errors: [],
});

export const listAllTerminations = operation({
  id: 'listAllTerminations',
  method: 'get',
  path: '/v1/terminations',
  summary: 'Terminations of all developers',
  tag,
  access: { staff: staffRoles },
  query: listQuery,
  responses: { 200: page(terminationView) },
  errors: [],
});

export const getTermination = operation({
  id: 'getTermination',
  method: 'get',
  path: '/v1/terminations/{terminationId}',
  summary: 'One termination',
  tag,
  access: { developer: developerRoles, staff: staffRoles },
  params: oneTermination,
  responses: { 200: terminationView },
  errors: ['resource.not-found'],
});

export const confirmTermination = operation({
  id: 'confirmTermination',
  method: 'post',
  path: '/v1/terminations/{terminationId}/confirm',
  summary: 'Execute a termination, as a second person',
  description:
    'Final: nothing brings the keys back. Every guard is looked at again in this moment: the notice delivered and run out, still suspended, nothing unanswered, no hold.',
  tag,
  access: deciders,
  params: oneTermination,
  responses: { 200: terminationView },
  errors: [
    'resource.not-found',
    'termination.already-decided',
    'termination.same-person',
    'termination.too-early',
    'termination.answer-owed',
    'termination.not-possible',
    'enforcement.held',
    'developer.offboarded',
  ],
});

export const withdrawTermination = operation({
  id: 'withdrawTermination',
  method: 'post',
  path: '/v1/terminations/{terminationId}/withdraw',
  summary: 'Take a termination back before it is executed',
  tag,
  access: { staff: staffRoles },
  params: oneTermination,
  responses: { 200: terminationView },
  errors: ['resource.not-found', 'termination.already-decided', 'termination.same-person', 'developer.offboarded'],
});
