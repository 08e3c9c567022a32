import { z } from 'zod';
import { verdictCodes } from '../domain/keys/verdict';
import { standings } from '../domain/lifecycle/state';
import { sdkProducts } from '../domain/products';
import { operation } from './operation';
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
  })
  .meta({ id: 'Verification' });

export const verifyKey = operation({
  id: 'verifyKey',
  method: 'get',
  path: '/v1/verify',
  summary: 'Does this SDK key work',
  description:
    'Send the key in the header X-SDK-Key, never in an address. Always answers 200; branch on `valid` and `code`. Accept-Language (en, zh-CN) chooses the words of `reason`.',
  tag,
  access,
  responses: { 200: verification },
  errors: [],
});

export const verifyKeys = operation({
  id: 'verifyKeys',
  method: 'post',
  path: '/v1/verify',
  summary: 'Do these SDK keys work',
  description: 'With `key` it answers one verification; with `keys` a list of them, in the same order.',
  tag,
  access,
  body: z
    .strictObject({ key: sdkKey.optional(), keys: z.array(sdkKey).min(1).max(longestBatch).optional() })
    .refine((body) => (body.key === undefined) !== (body.keys === undefined), {
      message: 'send either key or keys',
    }),
  responses: {
    200: z.union([verification, z.strictObject({ items: z.array(verification) }).meta({ id: 'Verifications' })]),
  },
  errors: [],
});
