import type { RequestHandler, Response } from 'express';
import { ipKeyGenerator, MemoryStore, type Options, rateLimit } from 'express-rate-limit';
import { AvowError } from '../domain/errors';
import type { Limit, RateLimits } from './deps';

export type NamedLimit = Exclude<keyof RateLimits, 'perCaller' | 'keysPerToken'>;

export interface Limits {
  /** Counts a request for its caller and tells it, by the RateLimit headers, what is left. */
  perCaller(caller: string): RequestHandler;
  /** Counts against a named limit. Throws request.rate-limited when it is used up. */
  spend(name: NamedLimit, key: string): Promise<void>;
}

/** The counters of one server process. */
export function createLimits(limits: RateLimits): Limits {
  const keys = new WeakMap<Response, string>();
  const middleware = rateLimit({
    ...limits.perCaller,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'per-caller',
    keyGenerator: (_request, response) => keys.get(response) ?? 'nobody',
    handler: (_request, _response, next, options) => next(exhausted(options.windowMs / 1000)),
  });
  const stores: Record<NamedLimit, { store: MemoryStore; limit: Limit }> = {
    signInPerEmail: counted(limits.signInPerEmail),
    signInPerAddress: counted(limits.signInPerAddress),
  };
  return {
    perCaller: (caller) => (request, response, next) => {
      keys.set(response, caller);
      return middleware(request, response, next);
    },
    async spend(name, key) {
      const { store, limit } = stores[name];
      const { totalHits, resetTime } = await store.increment(key);
      if (totalHits > limit.limit)
        throw exhausted(resetTime ? (resetTime.getTime() - Date.now()) / 1000 : limit.windowMs / 1000);
    },
  };
}

/** The name under which somebody who is not signed in is counted: their address, or the network of it for IPv6. */
export function addressKey(address: string): string {
  return `address:${ipKeyGenerator(address)}`;
}

function counted(limit: Limit): { store: MemoryStore; limit: Limit } {
  const store = new MemoryStore();
  store.init({ windowMs: limit.windowMs } as Options);
  return { store, limit };
}

/** The refusal of one request too many. */
export function exhausted(seconds: number): AvowError {
  const retryAfterSeconds = Math.max(1, Math.ceil(seconds));
  return new AvowError('request.rate-limited', `Wait ${retryAfterSeconds} seconds and try again.`, [], {
    retryAfterSeconds,
  });
}
