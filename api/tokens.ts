import { z } from 'zod';
import { tokenScopes } from '../domain/permissions';
import { nothing, operation } from './operation';
import { page, paging } from './paging';
import { id, instant, line } from './values';

const tag = 'API tokens';
const access = { staff: ['admin'] } as const;

export const tokenView = z
  .strictObject({
    id: id('tok'),
    name: z.string(),
    lastFour: z.string(),
    scopes: z.array(z.enum(tokenScopes)),
    createdBy: id('per'),
    createdAt: instant,
    expiresAt: instant.nullable().describe('null: until it is revoked.'),
    lastUsedAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'ApiToken' });

export const createToken = operation({
  id: 'createToken',
  method: 'post',
  path: '/v1/tokens',
  summary: 'Create an API token',
  description:
    'For a backend of the vendor. The token is shown in this answer and never again; send it as `Authorization: Bearer avow_token_…`.',
  tag,
  access,
  body: z.strictObject({
    name: line(80),
    scopes: z
      .array(z.enum(tokenScopes))
      .min(1)
      .max(tokenScopes.length)
      .refine((scopes) => new Set(scopes).size === scopes.length, { message: 'each scope once' }),
    expiresAt: instant.nullable().describe('Say null for a token that lasts until it is revoked: there is no default.'),
  }),
  responses: {
    201: tokenView.extend({ token: z.string().describe('Shown this once.') }).meta({ id: 'CreatedApiToken' }),
  },
  errors: [],
});

export const listTokens = operation({
  id: 'listTokens',
  method: 'get',
  path: '/v1/tokens',
  summary: 'List API tokens',
  tag,
  access,
  query: paging(['createdAt', 'name'], '-createdAt'),
  responses: { 200: page(tokenView) },
  errors: [],
});

export const revokeToken = operation({
  id: 'revokeToken',
  method: 'delete',
  path: '/v1/tokens/{tokenId}',
  summary: 'Revoke an API token',
  description: 'Takes effect with the next request that uses it.',
  tag,
  access,
  params: { tokenId: id('tok') },
  responses: { 204: nothing },
  errors: ['resource.not-found'],
});
