import { z } from 'zod';
import { developerReaders, developerWriters } from './access';
import { suspensionClass } from './apps';
import { operation } from './operation';
import { page, paging } from './paging';
import { duration, id, instant, line, prose } from './values';

const tag = 'SDK keys';
const environment = z.enum(['test', 'live']);
const state = z.enum(['active', 'suspended', 'revoked', 'expired']);

export const keyView = z
  .strictObject({
    id: id('key'),
    appId: id('app'),
    name: z.string(),
    environment,
    prefix: z.string(),
    lastFour: z.string(),
    state,
    suspendedFor: z.array(suspensionClass).describe('Why it is suspended: the classes of the open suspensions.'),
    issuedAt: instant,
    lastUsedAt: instant
      .nullable()
      .describe(
        'The hour, by wall time, in which it was last asked about; null: not within five weeks. Counts arrive within a minute.',
      ),
    expiresAt: instant.nullable().describe('Once rolled: the end of the overlap.'),
    replacedBy: id('key').nullable(),
  })
  .meta({ id: 'SdkKey' });

const issuedKey = keyView
  .extend({ secret: z.string().describe('The key itself. Shown this once.') })
  .meta({ id: 'IssuedSdkKey' });

/** Only its holder ends a key: for the vendor that would be a suspension without a notice. */
const holder = { developer: ['signatory'] } as const;
const oneKey = { developerId: id('dev'), keyId: id('key') };

export const issueKey = operation({
  id: 'issueKey',
  method: 'post',
  path: '/v1/developers/{developerId}/apps/{appId}/keys',
  summary: 'Issue an SDK key',
  description:
    'Test keys work from the first day. Live keys can be issued once the first attestation of the app is accepted, and not while it is restricted or suspended.',
  tag,
  access: developerWriters,
  params: { developerId: id('dev'), appId: id('app') },
  body: z.strictObject({ name: line(80), environment }),
  responses: { 201: issuedKey },
  errors: ['app.not-attested', 'app.restricted', 'app.retired', 'developer.offboarded'],
});

export const listKeys = operation({
  id: 'listKeys',
  method: 'get',
  path: '/v1/developers/{developerId}/keys',
  summary: "List a developer's SDK keys",
  tag,
  access: developerReaders,
  params: { developerId: id('dev') },
  query: {
    appId: id('app').optional(),
    environment: environment.optional(),
    state: state.optional(),
    ...paging(['issuedAt', 'name'], '-issuedAt'),
  },
  responses: { 200: page(keyView) },
  errors: [],
});

export const getKey = operation({
  id: 'getKey',
  method: 'get',
  path: '/v1/developers/{developerId}/keys/{keyId}',
  summary: 'One SDK key',
  tag,
  access: developerReaders,
  params: oneKey,
  responses: { 200: keyView },
  errors: [],
});

export const rollKey = operation({
  id: 'rollKey',
  method: 'post',
  path: '/v1/developers/{developerId}/keys/{keyId}/roll',
  summary: 'Replace an SDK key',
  description:
    'Always allowed. Answers with the new key, which inherits open suspensions; the old one works on through the overlap.',
  tag,
  access: holder,
  params: oneKey,
  body: z.strictObject({
    overlap: duration
      .nullable()
      .describe(
        'How long the old key works on; null: it ends now. There is no default. At most `keyOverlapLongest` of the terms.',
      ),
    name: line(80).optional().describe('Of the new key; else it is named as the old one.'),
  }),
  responses: { 201: issuedKey },
  errors: ['key.already-rolled', 'key.revoked', 'key.overlap-too-long', 'developer.offboarded'],
});

export const revokeKey = operation({
  id: 'revokeKey',
  method: 'post',
  path: '/v1/developers/{developerId}/keys/{keyId}/revoke',
  summary: 'Revoke an SDK key for good',
  tag,
  access: holder,
  params: oneKey,
  body: z.strictObject({ reason: prose(1000) }),
  responses: { 200: keyView },
  errors: ['key.revoked', 'developer.offboarded'],
});
