import type { IncomingMessage } from 'node:http';
import type { Instant } from '../../domain/calendar/instant';
import { AvowError } from '../../domain/errors';
import type { TokenId } from '../../domain/ids';
import type { RateLimits } from '../deps';
import { addressKey, exhausted } from '../limits';
import type { Follower } from './follower';
import { headerOf } from './header';
import type { KnownToken } from './known-tokens';

export interface CallersDeps {
  follower: Follower;
  limits: Pick<RateLimits, 'perCaller' | 'keysPerToken'>;
  /** How many proxies stand in front. */
  proxies: number;
}

/** Who may ask, from memory: the tokens come with the feed. Counts what each token asks, and guesses by the address they come from. */
export class Callers {
  readonly #spent = new Window<TokenId>();
  readonly #guesses = new Window<string>();
  /** Tokens that asked since these were last taken. */
  #used = new Set<TokenId>();

  constructor(private readonly deps: CallersDeps) {}

  /** Throws access.unauthenticated, access.scope-missing, request.rate-limited, database.unavailable while nothing is known yet. */
  admit(request: IncomingMessage, now: Instant, keys: number): KnownToken {
    const { follower, limits } = this.deps;
    if (!follower.isLoaded) {
      throw new AvowError('database.unavailable', 'This verifier has only just started. Try again in a moment.', [], {
        retryAfterSeconds: 1,
      });
    }
    const token = this.#tokenOf(request, now);
    if (token === undefined) {
      const guesses = this.#guesses.add(addressKey(this.#address(request)), 1, now, limits.perCaller.windowMs);
      if (guesses > limits.perCaller.limit) throw exhausted(this.#guesses.secondsLeft(now));
      throw new AvowError(
        'access.unauthenticated',
        'Send an API token that is known and in force, as "Authorization: Bearer avow_token_…".',
      );
    }
    if (!token.scopes.includes('verify'))
      throw new AvowError('access.scope-missing', 'The token needs the scope verify.');
    this.spend(token, keys, now);
    this.#used.add(token.id);
    return token;
  }

  /** Counts keys against a token's limit. Throws request.rate-limited. */
  spend(token: KnownToken, keys: number, now: Instant): void {
    const { limit, windowMs } = this.deps.limits.keysPerToken;
    if (this.#spent.add(token.id, keys, now, windowMs) > limit) throw exhausted(this.#spent.secondsLeft(now));
  }

  takeUsed(): TokenId[] {
    const used = [...this.#used];
    this.#used = new Set();
    return used;
  }

  #tokenOf(request: IncomingMessage, now: Instant): KnownToken | undefined {
    const header = headerOf(request, 'authorization');
    if (header === undefined || header.length > 200) return undefined;
    // As nearly everybody spells it.
    const text = header.startsWith('Bearer avow_') ? header.slice(7) : /^Bearer +(\S+)$/i.exec(header)?.[1];
    return text === undefined ? undefined : this.deps.follower.tokens.find(text, now);
  }

  /** The caller's address as the outermost trusted proxy saw it. */
  #address(request: IncomingMessage): string {
    const direct = request.socket.remoteAddress ?? '';
    if (this.deps.proxies === 0) return direct;
    const passed = String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
    return passed.at(-this.deps.proxies) ?? passed[0] ?? direct;
  }
}

/** Counts within a window of time that begins with the first of it; forgets all when it ends. */
class Window<Name> {
  readonly #counts = new Map<Name, number>();
  #endsAt = 0;

  add(name: Name, amount: number, now: Instant, windowMs: number): number {
    if (now >= this.#endsAt || now < this.#endsAt - windowMs) {
      this.#counts.clear();
      this.#endsAt = now + windowMs;
    }
    const count = (this.#counts.get(name) ?? 0) + amount;
    this.#counts.set(name, count);
    return count;
  }

  secondsLeft(now: Instant): number {
    return (this.#endsAt - now) / 1000;
  }
}
