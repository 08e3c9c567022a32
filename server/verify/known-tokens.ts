import type { TokenFacts } from '../../db/queries/verify';
import type { Instant } from '../../domain/calendar/instant';
import type { TokenId } from '../../domain/ids';
import type { TokenScope } from '../../domain/permissions';
import { type Digest, digestFrom, digestOf, isSameDigest } from './digest';

/** An API token as the hot path knows it. */
export interface KnownToken {
  id: TokenId;
  digest: Digest;
  scopes: readonly TokenScope[];
  expiresAt: Instant | null;
}

/** The tokens that may still let somebody in, by their hash. */
export class KnownTokens {
  readonly #byDigest = new Map<Digest, KnownToken>();

  constructor(facts: readonly TokenFacts[] = []) {
    for (const { tokenId, tokenHash, scopes, expiresAt } of facts) {
      const digest = digestFrom(tokenHash);
      this.#byDigest.set(digest, { id: tokenId, digest, scopes, expiresAt });
    }
  }

  /**
   * The token with this text; undefined when there is none, or when it has ended. What is looked up is the hash, which nobody can steer
   * towards a known one; the last compare takes the same time wherever the difference lies.
   */
  find(text: string, now: Instant): KnownToken | undefined {
    const digest = digestOf(text);
    const token = this.#byDigest.get(digest);
    if (token === undefined || !isSameDigest(token.digest, digest)) return undefined;
    return token.expiresAt !== null && token.expiresAt <= now ? undefined : token;
  }
}
