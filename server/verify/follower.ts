import type { Database } from '../../db/database';
import { feedHistory, readFeed } from '../../db/queries/verification-changes';
import { appsOf, atOneMoment, keysOf, readFacts, readTokens } from '../../db/queries/verify';
import type { Instant } from '../../domain/calendar/instant';
import { type AppId, type DeveloperId, isId } from '../../domain/ids';
import { Knowledge } from './knowledge';
import { KnownTokens } from './known-tokens';
import { loadKnowledge } from './load';

/** Apps and developers read again in one go. */
const batch = 500;

/** Who wants to hear what a reading brought. */
export interface Hearer {
  /** What is known is about to be replaced: entries still name what they did. */
  replacing?(): void;
  /** All was read anew: nothing told before counts. */
  replaced?(): void;
  /** These entries answer differently now. `position` and `high` are those of this reading. */
  changed?(entries: readonly number[]): void;
  /** A reading is over, with or without changes. */
  heard?(): void;
}

export interface FollowerDeps {
  db: Database;
  clock: { now(): Instant };
  isEmbedded: boolean;
}

/** Keeps what a process knows equal to the record, one reading at a time. */
export class Follower {
  knowledge: Knowledge;
  tokens = new KnownTokens();
  isLoaded = false;
  /** Every transaction before this one is known of. */
  position = 0;
  /** Nothing of transactions from this one on is known. */
  high = 0;
  /** Wall time as of which all this was so. */
  asOf: Instant = 0;
  /** How long the last reading that brought something took, in milliseconds. */
  lastReadingMs = 0;
  readonly hearers: Hearer[] = [];
  #history = '';
  /** Rows of the feed that were read and lie at or after `position`. */
  #seen = new Set<string>();
  /** Counts readings: one that was given up must not bring old news when it comes back to life. */
  #reading = 0;

  constructor(private readonly deps: FollowerDeps) {
    this.knowledge = new Knowledge({ keys: 0, apps: 0 }, deps.isEmbedded);
  }

  /** Reads what is new, or everything the first time and when the history is another one. Throws what the database throws; then nothing has changed. */
  async read(db = this.deps.db, options: { asksHistory?: boolean } = {}): Promise<void> {
    this.#reading += 1;
    const reading = this.#reading;
    const startedAt = this.deps.clock.now();
    if (!this.isLoaded || (options.asksHistory && (await feedHistory(db)) !== this.#history))
      return this.#load(db, reading);
    const { low, high, rows } = await readFeed(db, this.position);
    // Numbers never fall in one history.
    if (low < this.position) return this.#load(db, reading);
    const fresh = rows.filter((row) => !this.#seen.has(nameOf(row)));
    if (fresh.length > 0) await this.#take(db, reading, [...new Set(fresh.map((row) => row.subject))]);
    this.#refuseLate(reading);
    this.position = low;
    this.high = Math.max(this.high, high);
    this.#seen = new Set(rows.filter((row) => row.xid >= low).map(nameOf));
    this.asOf = startedAt;
    if (fresh.length > 0) this.lastReadingMs = this.deps.clock.now() - startedAt;
    for (const hearer of this.hearers) hearer.heard?.();
  }

  async #load(db: Database, reading: number): Promise<void> {
    const startedAt = this.deps.clock.now();
    const loaded = await atOneMoment(db, async (trx) => ({
      feed: await readFeed(trx, Number.MAX_SAFE_INTEGER),
      history: await feedHistory(trx),
      tokens: await readTokens(trx),
      knowledge: await loadKnowledge(trx, this.deps.isEmbedded),
    }));
    this.#refuseLate(reading);
    for (const hearer of this.hearers) hearer.replacing?.();
    this.knowledge = loaded.knowledge;
    this.tokens = new KnownTokens(loaded.tokens);
    this.#history = loaded.history;
    this.position = loaded.feed.low;
    this.high = loaded.feed.high;
    this.#seen.clear();
    this.asOf = startedAt;
    this.isLoaded = true;
    for (const hearer of this.hearers) hearer.replaced?.();
    for (const hearer of this.hearers) hearer.heard?.();
  }

  async #take(db: Database, reading: number, subjects: readonly string[]): Promise<void> {
    const told = subjects.filter((subject) => !isId('tok', subject));
    for (let from = 0; from < told.length; from += batch) {
      const some = told.slice(from, from + batch);
      const whose = {
        appIds: some.filter((subject): subject is AppId => isId('app', subject)),
        developerIds: some.filter((subject): subject is DeveloperId => isId('dev', subject)),
      };
      const { apps, keys, high } = await readFacts(db, whose);
      this.#refuseLate(reading);
      this.high = Math.max(this.high, high);
      const changed = this.knowledge.learn([...appsOf(apps)], [...keysOf(keys)]);
      if (changed.length > 0) for (const hearer of this.hearers) hearer.changed?.(changed);
    }
    if (!subjects.some((subject) => isId('tok', subject))) return;
    const tokens = await readTokens(db);
    this.#refuseLate(reading);
    this.tokens = new KnownTokens(tokens);
  }

  #refuseLate(reading: number): void {
    if (reading !== this.#reading) throw new Error('this reading was given up');
  }
}

function nameOf({ xid, subject }: { xid: number; subject: string }): string {
  return `${xid}/${subject}`;
}
