import { z } from 'zod';
import { verdictCodes } from '../domain/keys/verdict';
import { standings } from '../domain/lifecycle/state';
import { sdkProducts } from '../domain/products';
import { fileAnswer, nothing, operation } from './operation';
import { day, id, instant } from './values';

const tag = 'Verification';
const access = { token: ['verify'] } as const;

const sdkKey = z.string().min(1).max(200).meta({ example: 'avow_live_0aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF9cRc32' });

/** How many keys one request may ask about. */
export const longestBatch = 1000;

export const verification = z
  .strictObject({
    valid: z.boolean(),
    code: z.enum(verdictCodes),
    app: z.strictObject({ id: id('app'), developerId: id('dev'), name: z.string() }).nullable(),
    sdkProduct: z.enum(sdkProducts).nullable(),
    environment: z.enum(['test', 'live']).nullable(),
    attestation: z
      .strictObject({
        state: z.enum(standings),
        dueOn: day.nullable(),
        fixUrl: z.string().describe('Where the developer sees and does what is asked.'),
      })
      .nullable()
      .describe('With a key that works: told from 30 days before due, and while something is due or overdue.'),
    reason: z.string().nullable().describe('A sentence for people, in the language of Accept-Language.'),
    asOf: instant.describe('When this was known to be so.'),
    stale: z
      .boolean()
      .optional()
      .describe('True when the verifier has not heard from the record for a second: it answers by what it last knew.'),
    statusList: z
      .strictObject({ idx: z.int(), uri: z.string() })
      .nullable()
      .describe('Where the key stands in the published status list; null for a key that is not known.'),
  })
  .meta({ id: 'Verification' });

export const keysToVerify = z
  .strictObject({ key: sdkKey.optional(), keys: z.array(sdkKey).min(1).max(longestBatch).optional() })
  .refine((body) => (body.key === undefined) !== (body.keys === undefined), {
    message: 'send either key or keys',
  });

export const verifyKey = operation({
  id: 'verifyKey',
  method: 'get',
  path: '/v1/verify',
  summary: 'Does this SDK key work',
  description:
    'Send the key in the header X-SDK-Key, never in an address. Always answers 200; branch on `valid` and `code`. Accept-Language (en, zh-CN) chooses the words of `reason`. Answered from memory, also while the record is away.',
  tag,
  access,
  responses: { 200: verification },
  errors: [],
});

export const verifyKeys = operation({
  id: 'verifyKeys',
  method: 'post',
  path: '/v1/verify',
  isRepeatable: true,
  summary: 'Do these SDK keys work',
  description: 'With `key` it answers one verification; with `keys` a list of them, in the same order.',
  tag,
  access,
  body: keysToVerify,
  responses: {
    200: z.union([verification, z.strictObject({ items: z.array(verification) }).meta({ id: 'Verifications' })]),
  },
  errors: [],
});

export const verifyAtGateway = operation({
  id: 'verifyAtGateway',
  method: 'get',
  path: '/v1/verify/gateway',
  summary: 'Let a request pass or not',
  description:
    "For proxies that ask before they pass a request on (nginx auth_request, Caddy forward_auth). The SDK key comes in X-SDK-Key. 204: it works. 401: there is none, or it is not known. 403: it is known and does not work. The headers X-Avow-Code, X-Avow-App, X-Avow-Developer, X-Avow-Reason (percent-encoded), X-Avow-Fix-Url, X-Avow-As-Of and X-Avow-Stale say more. When the gateway's own token is refused it answers 502.",
  tag,
  access,
  responses: { 204: nothing },
  errors: ['gateway.token-refused'],
});

export const followKeys = operation({
  id: 'followKeys',
  method: 'get',
  path: '/v1/keys/changes',
  summary: 'Follow every change of every key',
  description:
    'Server-Sent Events: `reset`, `keys` and `ready` are a snapshot, `key` a change, `beat` a sign of life. Come back with Last-Event-ID (or ?since=) to go on where you were, at any instance; without it a snapshot comes first. Who reads too slowly is disconnected.',
  tag,
  access,
  query: {
    since: z
      .string()
      .regex(/^\d{1,15}$/)
      .optional(),
  },
  responses: { 200: fileAnswer('text/event-stream') },
  errors: ['database.unavailable'],
});

export const getKeySnapshot = operation({
  id: 'getKeySnapshot',
  method: 'get',
  path: '/v1/keys/snapshot',
  summary: 'Every key, a line each',
  description:
    'A first line with `seq`, `asOf` and `count`, then for each key [hash, code, keyId, appId, developerId, sdkProduct, environment, state, dueOn, expiresAt]; the hash is the SHA-256 of its text. The answer has an ETag.',
  tag,
  access,
  responses: { 200: fileAnswer('application/x-ndjson') },
  errors: ['database.unavailable'],
});

export const getStatusList = operation({
  id: 'getStatusList',
  method: 'get',
  path: '/v1/keys/status-list',
  summary: 'The signed status list',
  description:
    'An IETF Token Status List of two bits a key: 0 valid, 1 ended, 2 suspended, 3 not yet attested. The place of a key comes with its verification. Any cache may keep it for its `ttl`.',
  tag,
  access: { public: true },
  responses: { 200: fileAnswer('application/statuslist+jwt') },
  errors: [],
});

export const getPublicKeys = operation({
  id: 'getPublicKeys',
  method: 'get',
  path: '/.well-known/jwks.json',
  summary: 'The keys that published lists and receipts are signed with',
  tag,
  access: { public: true },
  responses: {
    200: z
      .strictObject({
        keys: z.array(
          z.strictObject({
            kty: z.literal('EC'),
            crv: z.literal('P-256'),
            x: z.string(),
            y: z.string(),
            kid: z.string(),
            use: z.literal('sig'),
            alg: z.literal('ES256'),
          }),
        ),
      })
      .meta({ id: 'PublicKeys' }),
  },
  errors: [],
});

export const getMetrics = operation({
  id: 'getMetrics',
  method: 'get',
  path: '/metrics',
  summary: 'How the verifier does, for Prometheus',
  description: 'Needs no token when asked from the same machine, without a proxy between.',
  tag,
  access,
  responses: { 200: fileAnswer('text/plain') },
  errors: [],
});

/** What is answered from memory, and not by the routes. */
export const verifierOperations = [
  verifyKey,
  verifyKeys,
  verifyAtGateway,
  followKeys,
  getKeySnapshot,
  getStatusList,
  getPublicKeys,
  getMetrics,
] as const;
