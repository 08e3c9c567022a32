import type { Request } from 'express';
import type { Access } from '../api/operation';
import type { OwnDelegation } from '../db/queries/delegations';
import { findSession } from '../db/workspace/sessions';
import { findToken } from '../db/workspace/tokens';
import type { Instant } from '../domain/calendar/instant';
import { AvowError } from '../domain/errors';
import type { DeveloperId, Id, PersonId, TokenId } from '../domain/ids';
import type { DeveloperRole, StaffRole, TokenScope } from '../domain/permissions';
import { cookieName } from './cookies';
import type { ServerDeps } from './deps';

export interface PublicCaller {
  kind: 'public';
}

/** A person with a session. Only confirmed memberships that may sign in count. */
export interface PersonCaller {
  kind: 'person';
  personId: PersonId;
  sessionId: Id<'ses'>;
  /** What the browser must send as X-CSRF-Token. */
  csrfToken: string;
  /** The latest end of the session. */
  expiresAt: Instant;
  via: 'cookie' | 'bearer';
  memberships: readonly { developerId: DeveloperId; role: DeveloperRole }[];
  /** Of agencies: those in force at this moment, with a confirmed address. */
  delegations: readonly OwnDelegation[];
  staffRole: StaffRole | null;
}

/** A vendor backend with an API token. */
export interface TokenCaller {
  kind: 'token';
  tokenId: TokenId;
  scopes: readonly TokenScope[];
}

export type Caller = PublicCaller | PersonCaller | TokenCaller;

/** The callers that an operation's access lets through. */
export type CallerOf<Given extends Access> = Given extends { public: true }
  ? PublicCaller
  : Given extends { token: readonly [TokenScope, ...TokenScope[]] }
    ? Given extends { developer: readonly unknown[] } | { staff: readonly unknown[] }
      ? PersonCaller | TokenCaller
      : TokenCaller
    : PersonCaller;

/**
 * Who is calling, by session cookie, session token or API token. Throws access.unauthenticated when
 * nothing is presented, or when what is presented is not (or no longer) valid.
 */
export async function callerOf(
  request: Request,
  { db, clock, settings }: ServerDeps,
): Promise<PersonCaller | TokenCaller> {
  const bearer = bearerOf(request);
  const now = clock.now();
  if (bearer?.startsWith('avow_token_')) {
    const token = await findToken(db, bearer, now);
    if (!token)
      throw new AvowError(
        'access.unauthenticated',
        'This API token is not known, has expired or was revoked. Ask an administrator for a new one.',
      );
    return { kind: 'token', ...token };
  }
  const secret = bearer ?? cookieOf(request, cookieName(settings.publicUrl));
  if (secret === null) {
    throw new AvowError(
      'access.unauthenticated',
      'Sign in first: ask for a link at /sign-in, or send an API token as "Authorization: Bearer …".',
    );
  }
  const session = await findSession(db, secret, now);
  if (!session) throw new AvowError('access.unauthenticated', 'This session has ended. Sign in again at /sign-in.');
  return { kind: 'person', via: bearer === null ? 'cookie' : 'bearer', ...session };
}

function bearerOf(request: Request): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** The value of a cookie of the request; null when it was not sent. */
export function cookieOf(request: Request, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}
