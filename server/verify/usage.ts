import type { Instant } from '../../domain/calendar/instant';
import type { KeyId, TokenId } from '../../domain/ids';
import type { Callers } from './callers';
import type { Follower, Hearer } from './follower';

/** Where counts go, now and then and all at once. */
export interface UsageSink {
  keys(uses: ReadonlyMap<KeyId, number>, at: Instant): Promise<void>;
  tokens(ids: readonly TokenId[], at: Instant): Promise<void>;
}

/** More keys than that are not held while the record is away. */
const mostHeld = 1_000_000;

/** Counts in memory how often keys are asked about; the record hears of it in bulk, off the way of any check. */
export class Usage implements Hearer {
  #counts = new Map<number, number>();
  #held = new Map<KeyId, number>();

  constructor(private readonly follower: Follower) {
    follower.hearers.push(this);
  }

  count(entry: number): void {
    this.#counts.set(entry, (this.#counts.get(entry) ?? 0) + 1);
  }

  /** Entries of a former table mean nothing in the next: they are named before it is gone. */
  replacing(): void {
    this.#name();
  }

  /** Hands over what was counted. What cannot be handed over is kept for the next time. */
  async flush(sink: UsageSink, callers: Callers, now: Instant): Promise<void> {
    this.#name();
    const held = this.#held;
    this.#held = new Map();
    const tokens = callers.takeUsed();
    if (tokens.length > 0) await sink.tokens(tokens, now).catch(() => undefined);
    if (held.size === 0) return;
    try {
      await sink.keys(held, now);
    } catch {
      for (const [keyId, count] of held) this.#hold(keyId, count);
    }
  }

  #name(): void {
    const counts = this.#counts;
    this.#counts = new Map();
    for (const [entry, count] of counts) this.#hold(this.follower.knowledge.keys.id(entry), count);
  }

  #hold(keyId: KeyId, count: number): void {
    const former = this.#held.get(keyId);
    if (former === undefined && this.#held.size >= mostHeld) return;
    this.#held.set(keyId, count + (former ?? 0));
  }
}
