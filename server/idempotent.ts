import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { AnyOperation } from '../api/operation';
import { beginOnce, claimRenewedEveryMs, finishOnce, releaseOnce, renewOnce } from '../db/workspace/idempotency';
import type { Instant } from '../domain/calendar/instant';
import { AvowError } from '../domain/errors';
import type { ServerDeps } from './deps';
import type { Answer } from './route';

/** The Idempotency-Key of a request; null when none was sent. Throws request.invalid for one that could be guessed. */
export function idempotencyKeyOf(request: Request): string | null {
  const key = request.get('idempotency-key');
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{16,255}$/.test(key)) {
    throw new AvowError(
      'request.invalid',
      'Send an Idempotency-Key of 16 to 255 visible ASCII characters: a new UUID for each thing to be done.',
      [{ path: '/headers/idempotency-key', message: '16 to 255 visible ASCII characters are expected' }],
    );
  }
  return key;
}

interface Once {
  deps: ServerDeps;
  operation: AnyOperation;
  request: Request;
  body: unknown;
  caller: string;
  key: string;
}

/**
 * Does the work once for this caller and key: a repetition gets the stored answer. Refusals are not stored, for they changed nothing;
 * after a crash in between, the repetition runs again with the same event and ids, which the record recognises.
 */
export async function onceOnly(
  { deps, operation, request, body, caller, key }: Once,
  work: () => Promise<Answer<unknown>>,
): Promise<Answer<unknown>> {
  const requestHash = hashOf(operation, request, body);
  const begun = await beginOnce(deps.db, { caller, key, requestHash, now: deps.clock.now() });
  if (begun.state === 'done') {
    const stored = begun.answer as Answer<unknown>;
    return { ...stored, headers: { ...stored.headers, 'Idempotency-Replayed': 'true' } };
  }
  const claim = keepClaim(deps, { caller, key, startedAt: begun.startedAt });
  try {
    const done = await work();
    const headers = Object.fromEntries(
      Object.entries(done.headers).filter(([name]) => name.toLowerCase() !== 'set-cookie'),
    );
    await finishOnce(deps.db, { ...(await claim.stop()), answer: { ...done, headers }, now: deps.clock.now() });
    return done;
  } catch (fault) {
    await releaseOnce(deps.db, await claim.stop()).catch(() => undefined);
    throw fault;
  }
}

/** Renews a claim for as long as its work goes on; `stop` returns it as it is now. */
function keepClaim({ db, clock }: ServerDeps, first: { caller: string; key: string; startedAt: Instant }) {
  let claim = Promise.resolve(first);
  const renew = async (held: typeof first) => renewOnce(db, held, clock.now()).catch(() => held);
  const timer = setInterval(() => {
    claim = claim.then(renew);
  }, claimRenewedEveryMs);
  return {
    stop() {
      clearInterval(timer);
      return claim;
    },
  };
}

function hashOf(operation: AnyOperation, request: Request, body: unknown): string {
  const hash = createHash('sha256').update(`${operation.id}\n${request.originalUrl}\n`);
  const content = (body as { content?: unknown } | undefined)?.content;
  return hash.update(content instanceof Uint8Array ? content : JSON.stringify(body ?? null)).digest('hex');
}
