import { hash, timingSafeEqual } from 'node:crypto';
import type { TokenFacts } from '../../db/queries/verify';
import type { Instant } from '../../domain/calendar/instant';
import type { TokenId } from '../../domain/ids';
import type { TokenScope } from '../../domain/permissions';

/** An API token as the hot path knows it. */
export interface KnownToken {
  id: TokenId;
  hash: Buffer;
  scopes: readonly TokenScope[];
  expiresAt: Instant | null;
}

/** The tokens that may still let somebody in, by their hash. */
export class KnownTokens {
  readonly #byHash = new Map<string, KnownToken>();

  constructor(facts: readonly TokenFacts[] = []) {
    for (const { tokenId, tokenHash, scopes, expiresAt } of facts)
      this.#byHash.set(tokenHash, { id: tokenId, hash: Buffer.from(tokenHash, 'hex'), scopes, expiresAt });
  }

  /**
   * The token with this text; undefined when there is none, or when it has ended. What is looked up is the hash, which nobody can steer
   * towards a known one; the last compare takes the same time wherever the difference lies.
   */
  find(text: string, now: Instant): KnownToken | undefined {
    const digest = hash('sha256', text, 'hex');
    const token = this.#byHash.get(digest);
    if (token === undefined || !timingSafeEqual(token.hash, Buffer.from(digest, 'hex'))) return undefined;
    return token.expiresAt !== null && token.expiresAt <= now ? undefined : token;
  }
}
