import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { AvowError } from '../domain/errors';
import type { PersonCaller } from './caller';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that a browser sends along with its cookie from somebody else's page: the session's own token must be in
 * X-CSRF-Token, and the browser must not say that the request comes from elsewhere. Bearer tokens are never sent by themselves, so they pass.
 */
export function refuseForgery(request: Request, caller: PersonCaller, publicUrl: string): void {
  if (safe.has(request.method) || caller.via === 'bearer') return;
  refuseForeignPage(request, publicUrl);
  const sent = Buffer.from(request.get('x-csrf-token') ?? '');
  const wanted = Buffer.from(caller.csrfToken);
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted)) {
    throw new AvowError('access.csrf', 'Send the csrfToken of GET /v1/session as X-CSRF-Token.');
  }
}

/** Refuses what the browser says comes from another site. Scripts say nothing of the kind and pass. */
export function refuseForeignPage(request: Request, publicUrl: string): void {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const isOurs =
    site !== undefined
      ? site === 'same-origin'
      : origin === undefined || origin === new URL(publicUrl).origin || isOwnHost(origin, request);
  if (!isOurs)
    throw new AvowError('access.csrf', 'This request came from another site. Do it from the pages of this one.');
}

function isOwnHost(origin: string, request: Request): boolean {
  try {
    return new URL(origin).host === request.get('host');
  } catch {
    return false;
  }
}
