import { z } from 'zod';
import { decidedClasses, suspensionRequestStates } from '../domain/lifecycle/suspension-requests';
import { developerRoles, staffRoles } from '../domain/permissions';
import { developerReaders } from './access';
import { suspensionClass } from './apps';
import { operation } from './operation';
import { page, paging } from './paging';
import { flag, id, instant, line, prose } from './values';

const tag = 'Suspensions';
const oneRequest = { requestId: id('srq') };
const decidedClass = z.enum(decidedClasses);
const ofVendor = id('per').nullable().describe('For the vendor to see only.');

export const suspensionRequestView = z
  .strictObject({
    id: id('srq'),
    developerId: id('dev'),
    developerName: z.string(),
    appId: id('app'),
    class: decidedClass,
    reason: z.string().describe('What happened and why, as the developer is told it.'),
    clause: z.string(),
    state: z.enum(suspensionRequestStates),
    requestedAt: instant,
    requestedBy: ofVendor,
    decidedAt: instant.nullable(),
    decidedBy: ofVendor,
    decisionReason: z.string().nullable().describe('Why it was refused. For the vendor to see only.'),
  })
  .meta({ id: 'SuspensionRequest' });

export const suspensionView = z
  .strictObject({
    id: id('sus'),
    developerId: id('dev'),
    appId: id('app'),
    class: suspensionClass,
    openedAt: instant,
    requestId: id('srq').nullable(),
    reason: z.string().nullable().describe('For those that people decided: why, in their words.'),
    clause: z.string().nullable(),
    liftedAt: instant.nullable(),
    liftedBy: z
      .enum([
        'cure',
        'provisional-cure',
        'withdrawn',
        'appeal',
        'undone',
        'account-manager',
        'legal',
        'retired',
        'revoked',
      ])
      .nullable()
      .describe(
        'cure: what it was for is met. undone: it was a mistake of the vendor. retired, revoked: the app ended.',
      ),
    liftReason: z.string().nullable().describe('Why people lifted it, in their words.'),
  })
  .meta({ id: 'Suspension' });

export const requestSuspension = operation({
  id: 'requestSuspension',
  method: 'post',
  path: '/v1/developers/{developerId}/suspension-requests',
  summary: 'Ask for an app to be suspended at once',
  description:
    'Nothing happens until a second person confirms. account-manager: for account managers, leads and administrators; legal: for legal and administrators.',
  tag,
  access: { staff: staffRoles },
  params: { developerId: id('dev') },
  body: z.strictObject({
    appId: id('app'),
    class: decidedClass,
    reason: prose(2000).describe('Read by the developer word for word.'),
    clause: line(200).describe('What it rests on.'),
  }),
  responses: { 201: suspensionRequestView },
  errors: ['app.retired', 'suspension.already-open', 'suspension.not-possible', 'developer.offboarded'],
});

const requestsQuery = {
  state: z.enum(suspensionRequestStates).optional(),
  ...paging(['requestedAt'], '-requestedAt'),
};

export const listSuspensionRequests = operation({
  id: 'listSuspensionRequests',
  method: 'get',
  path: '/v1/developers/{developerId}/suspension-requests',
  summary: 'Suspensions that people asked for',
  description: 'The developer sees those that were confirmed.',
  tag,
  access: { developer: developerRoles, staff: staffRoles },
  params: { developerId: id('dev') },
  query: requestsQuery,
  responses: { 200: page(suspensionRequestView) },
  errors: [],
});

export const listAllSuspensionRequests = operation({
  id: 'listAllSuspensionRequests',
  method: 'get',
  path: '/v1/suspension-requests',
  summary: 'Suspensions that people asked for, of all developers',
  tag,
  access: { staff: staffRoles },
  query: requestsQuery,
  responses: { 200: page(suspensionRequestView) },
  errors: [],
});

export const confirmSuspension = operation({
  id: 'confirmSuspension',
  method: 'post',
  path: '/v1/suspension-requests/{requestId}/confirm',
  summary: 'Suspend the app, as a second person',
  description:
    'The live keys stop in this very moment, and the statement of reasons goes out. Spends budget; over it, or during a hold, it is refused and the request stays open.',
  tag,
  access: { staff: staffRoles },
  params: oneRequest,
  responses: { 200: suspensionRequestView },
  errors: [
    'resource.not-found',
    'suspension.already-decided',
    'suspension.same-person',
    'enforcement.over-budget',
    'enforcement.held',
    'developer.offboarded',
  ],
});

export const refuseSuspension = operation({
  id: 'refuseSuspension',
  method: 'post',
  path: '/v1/suspension-requests/{requestId}/refuse',
  summary: 'Do not suspend the app, as a second person',
  tag,
  access: { staff: staffRoles },
  params: oneRequest,
  body: z.strictObject({ reason: prose(2000).describe('For the vendor’s people.') }),
  responses: { 200: suspensionRequestView },
  errors: ['resource.not-found', 'suspension.already-decided', 'suspension.same-person', 'developer.offboarded'],
});

export const withdrawSuspension = operation({
  id: 'withdrawSuspension',
  method: 'post',
  path: '/v1/suspension-requests/{requestId}/withdraw',
  summary: 'Take a request for a suspension back',
  description: 'By who asked for it.',
  tag,
  access: { staff: staffRoles },
  params: oneRequest,
  responses: { 200: suspensionRequestView },
  errors: ['resource.not-found', 'suspension.already-decided', 'developer.offboarded'],
});

export const listSuspensions = operation({
  id: 'listSuspensions',
  method: 'get',
  path: '/v1/developers/{developerId}/suspensions',
  summary: 'Every suspension there was, with its class and how it was lifted',
  description: 'Several may be open; a key works when none covers its app.',
  tag,
  access: developerReaders,
  params: { developerId: id('dev') },
  query: {
    appId: id('app').optional(),
    isOpen: flag.optional(),
    ...paging(['openedAt'], '-openedAt'),
  },
  responses: { 200: page(suspensionView) },
  errors: [],
});

export const liftSuspension = operation({
  id: 'liftSuspension',
  method: 'post',
  path: '/v1/suspensions/{suspensionId}/lift',
  summary: 'Lift a suspension',
  description:
    'Legal lifts any; those of the class account-manager also account managers, leads and administrators. One for an obligation that is still unmet starts its ladder over, with fresh notices.',
  tag,
  access: { staff: staffRoles },
  params: { suspensionId: id('sus') },
  body: z.strictObject({ reason: prose(2000).describe('Read by the developer word for word.') }),
  responses: { 200: suspensionView },
  errors: ['resource.not-found', 'suspension.already-lifted', 'developer.offboarded'],
});

export const undoSuspension = operation({
  id: 'undoSuspension',
  method: 'post',
  path: '/v1/suspensions/{suspensionId}/undo',
  summary: 'Undo a suspension that should not have been',
  description:
    'By one person: legal any, leads any but those for legal reasons. The live keys work at once where nothing else covers them, what is still owed starts over with fresh notices, it counts as no lapse, the developer is told, and a post-mortem opens.',
  tag,
  access: { staff: ['lead', 'legal'] },
  params: { suspensionId: id('sus') },
  body: z.strictObject({
    reason: prose(2000).describe('What was wrong about it. Read by the developer word for word.'),
    found: prose(2000).describe('How it was noticed. For the vendor’s people.'),
  }),
  responses: { 200: suspensionView },
  errors: ['resource.not-found', 'suspension.already-lifted', 'suspension.appealed', 'developer.offboarded'],
});
