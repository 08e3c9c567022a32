import type { z } from 'zod';
import { createToken, listTokens, revokeToken, type tokenView } from '../../../api/tokens';
import { instantOf, iso, isoOrNull } from '../../../api/values';
import { paged } from '../../../db/paging';
import {
  createToken as create,
  type ListedToken,
  newToken,
  revokeToken as revoke,
  tokensQuery,
} from '../../../db/workspace/tokens';
import { AvowError } from '../../../domain/errors';
import { notFound } from '../../problems';
import { route } from '../../route';

export const createTokenRoute = route(createToken, async ({ body, caller, deps, now, newId }) => {
  const expiresAt = body.expiresAt === null ? null : instantOf(body.expiresAt);
  if (expiresAt !== null && expiresAt <= now) {
    throw new AvowError('request.invalid', 'Correct /expiresAt: say a later moment, or null.', [
      { path: '/expiresAt', message: 'is in the past' },
    ]);
  }
  const token = newToken();
  const created = await create(
    deps.db,
    { id: newId('tok'), token, name: body.name, scopes: body.scopes, expiresAt, createdBy: caller.personId },
    now,
  );
  return { ...viewOf(created), token };
});

export const listTokensRoute = route(listTokens, async ({ query, deps }) => {
  const sorts = {
    createdAt: { by: 'apiTokens.createdAt', kind: 'instant' },
    name: { by: 'apiTokens.name', kind: 'text' },
  } as const;
  const { rows, nextCursor } = await paged(tokensQuery(deps.db), sorts, 'apiTokens.id', query);
  return { items: rows.map(viewOf), nextCursor };
});

export const revokeTokenRoute = route(revokeToken, async ({ params, deps, now }) => {
  if (!(await revoke(deps.db, params.tokenId, now))) throw notFound('token');
});

function viewOf({ createdAt, expiresAt, lastUsedAt, revokedAt, ...rest }: ListedToken): z.output<typeof tokenView> {
  return {
    ...rest,
    createdAt: iso(createdAt),
    expiresAt: isoOrNull(expiresAt),
    lastUsedAt: isoOrNull(lastUsedAt),
    revokedAt: isoOrNull(revokedAt),
  };
}
