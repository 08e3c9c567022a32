import { z } from 'zod';
import { standings } from '../domain/lifecycle/state';
import { sdkProducts } from '../domain/products';
import { developerReaders, developerWriters } from './access';
import { operation } from './operation';
import { page, paging } from './paging';
import { day, flag, id, instant, line, prose } from './values';

const tag = 'Apps';

/** Classes of suspension, as views show them. */
export const suspensionClass = z.enum(['obligation', 'finding', 'account-manager', 'legal', 'developer']);

export const appView = z
  .strictObject({
    id: id('app'),
    developerId: id('dev'),
    name: z.string(),
    sdkProduct: z.enum(sdkProducts),
    entry: z.enum(['registered', 'imported']).describe('imported: it had live keys before Avow asked.'),
    standing: z.enum(standings),
    standingChangedAt: instant,
    suspendedFor: z.array(suspensionClass).describe('The classes of its open suspensions.'),
    registeredAt: instant,
    firstAcceptedAt: instant.nullable(),
    coveredThroughOn: day.nullable().describe('The last accepted attestation covers through the end of this day.'),
    retiredAt: instant.nullable(),
  })
  .meta({ id: 'App' });

/** A live key that works already, told by its hash: the key itself stays where it is. */
const existingKey = z.strictObject({
  keyHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the key is expected, as 64 small hexadecimal digits')
    .meta({ example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }),
  name: line(80),
  prefix: z
    .string()
    .regex(/^[\x21-\x7e]{1,16}$/, '1 to 16 visible ASCII characters are expected')
    .describe('What the key begins with, for people to know it by.'),
  lastFour: z.string().regex(/^[\x21-\x7e]{4}$/, 'the last four characters of the key are expected'),
});

/** How an app is named at its registration, alone or with the developer. */
export const newApp = {
  name: line(120),
  sdkProduct: z.enum(sdkProducts),
  existingKeys: z
    .array(existingKey)
    .min(1, 'leave it out for an app without live keys')
    .max(100)
    .optional()
    .describe(
      'For an app that is live already, from the vendor only: it enters at `due` and these keys go on working.',
    ),
};

const params = { developerId: id('dev') };
const oneApp = { developerId: id('dev'), appId: id('app') };

export const registerApp = operation({
  id: 'registerApp',
  method: 'post',
  path: '/v1/developers/{developerId}/apps',
  summary: 'Register an app, or import one with the live keys it has',
  tag,
  access: developerWriters,
  params,
  body: z.strictObject(newApp),
  responses: { 201: appView },
  errors: ['app.restricted', 'app.exists', 'developer.offboarded'],
});

export const listApps = operation({
  id: 'listApps',
  method: 'get',
  path: '/v1/developers/{developerId}/apps',
  summary: "List a developer's apps",
  tag,
  access: developerReaders,
  params,
  query: {
    standing: z.enum(standings).optional(),
    sdkProduct: z.enum(sdkProducts).optional(),
    isRetired: flag.optional(),
    ...paging(['name', 'registeredAt', 'standingChangedAt'], 'name'),
  },
  responses: { 200: page(appView) },
  errors: [],
});

export const getApp = operation({
  id: 'getApp',
  method: 'get',
  path: '/v1/developers/{developerId}/apps/{appId}',
  summary: 'One app',
  tag,
  access: developerReaders,
  params: oneApp,
  responses: { 200: appView },
  errors: [],
});

export const renameApp = operation({
  id: 'renameApp',
  method: 'patch',
  path: '/v1/developers/{developerId}/apps/{appId}',
  summary: 'Rename an app',
  tag,
  access: developerWriters,
  params: oneApp,
  body: z.strictObject({ name: line(120) }),
  responses: { 200: appView },
  errors: [],
});

export const retireApp = operation({
  id: 'retireApp',
  method: 'post',
  path: '/v1/developers/{developerId}/apps/{appId}/retire',
  summary: 'We no longer ship it',
  description: 'Ends the app and every key of it, for good.',
  tag,
  access: { developer: ['signatory'] },
  params: oneApp,
  body: z.strictObject({ reason: prose(1000) }),
  responses: { 200: appView },
  errors: ['app.retired', 'developer.offboarded'],
});
