import type { Clock } from './clock';
import type { StreamEvent } from './event-stream';
import { KeyTable } from './key-table';
import { rowFrom } from './row';

/** Something went wrong that a person may have to look at. Nothing stops because of it. */
export type Problem = (what: string, cause?: unknown) => void;

export interface KnowledgeOptions {
  clock: Clock;
  /** Not heard from for so long, the knowledge is stale. */
  leaseMs: number;
  /** A snapshot with a smaller share of the keys known before is not believed. */
  leastShare: number;
  problem: Problem;
  /** Called when a whole snapshot took the place of what was known. */
  replaced: (count: number) => void;
}

/** Of the keys that a snapshot announces, so many must be there. */
const leastCounted = 0.9;
/** So few keys may well go at once. */
const fewKeys = 100;

/** What is known of all keys, how it changes with the feed, and how old it is. */
export class Knowledge {
  readonly #options: KnowledgeOptions;
  table = new KeyTable();
  /** The last change taken in, to go on from; null before the first snapshot. */
  seq: string | null = null;
  /** False before anything is known: an empty table then says nothing. */
  isWhole = false;
  /** Counts changes, so that who keeps a copy knows when it is out of date. */
  version = 0;
  /** When Avow said that this is so, by its own clock; wall time, ms. */
  asOf = Number.NaN;
  #freshAt: { wall: number; monotonic: number | null } | null = null;
  /** The instance at the other end has lost touch itself; and so it is taken until one has said that it has not. */
  #isUpstreamStale = true;
  /** On this connection all that went before has been caught up on. */
  #isLevel = false;
  #snapshot: { table: KeyTable; expected: number; rows: number } | null = null;

  constructor(options: KnowledgeOptions) {
    this.#options = options;
  }

  /** Takes what an earlier process kept. It counts as old until Avow is heard. */
  restore(table: KeyTable, seq: string, asOf: number): void {
    this.table = table;
    this.seq = seq;
    this.asOf = asOf;
    this.isWhole = true;
    this.#freshAt = { wall: asOf, monotonic: null };
  }

  /** How old the knowledge is; by the clock that says more, where the two disagree. */
  get ageMs(): number {
    if (this.#freshAt === null) return Number.POSITIVE_INFINITY;
    const { clock } = this.#options;
    const { wall, monotonic } = this.#freshAt;
    const byWall = clock.wall() - wall;
    return Math.max(0, byWall, monotonic === null ? 0 : clock.monotonic() - monotonic);
  }

  isStale(ageMs: number): boolean {
    return this.#isUpstreamStale || ageMs > this.#options.leaseMs;
  }

  /** Takes in one event of the feed. */
  apply({ event, id, data }: StreamEvent): void {
    const content: unknown = JSON.parse(data);
    if (event === 'key') this.#key(content, id);
    else if (event === 'beat') this.#beat(content);
    else if (event === 'keys') this.#rows(content);
    else if (event === 'reset') this.#reset(content);
    else if (event === 'ready') this.#ready(content, id);
    // An event of a later release means nothing to this one.
  }

  /** The connection is gone: half a snapshot is none. */
  disconnected(): void {
    this.#snapshot = null;
    this.#isLevel = false;
  }

  #key(content: unknown, id: string | null): void {
    this.#put(this.#snapshot?.table ?? this.table, content);
    if (this.#snapshot !== null) return;
    this.version += 1;
    if (id !== null) this.seq = id;
    // What is caught up on after a gap is old; what comes on a stream that was level is new.
    if (this.#isLevel && !this.#isUpstreamStale) this.#heard();
  }

  #beat(content: unknown): void {
    const { stale, asOf } = fieldsOf(content);
    if (!this.isWhole || this.#snapshot !== null) return;
    this.#isLevel = true;
    this.#isUpstreamStale = stale === true;
    if (this.#isUpstreamStale) return this.#learnAge(asOf);
    this.#heard();
    this.#said(asOf);
  }

  #reset(content: unknown): void {
    const { count } = fieldsOf(content);
    const expected = typeof count === 'number' && count >= 0 ? count : 0;
    this.#snapshot = { table: new KeyTable(Math.min(expected, 10_000_000)), expected, rows: 0 };
  }

  #rows(content: unknown): void {
    if (this.#snapshot === null || !Array.isArray(content)) throw new Error('keys came without a reset before them');
    for (const value of content as unknown[]) this.#put(this.#snapshot.table, value);
    this.#snapshot.rows += content.length;
  }

  #ready(content: unknown, id: string | null): void {
    if (this.#snapshot === null) return;
    const { table, expected, rows } = this.#snapshot;
    if (rows !== expected) this.#miscounted(rows, expected);
    if (this.isWhole && this.table.size >= fewKeys && table.size < this.table.size * this.#options.leastShare) {
      throw new Error(`the snapshot has ${table.size} keys where ${this.table.size} are known: it is not believed`);
    }
    const { seq, stale, asOf } = fieldsOf(content);
    table.settle();
    this.#snapshot = null;
    this.table = table;
    this.seq = id ?? (typeof seq === 'number' || typeof seq === 'string' ? String(seq) : null);
    this.isWhole = true;
    this.version += 1;
    this.#isLevel = true;
    this.#isUpstreamStale = stale === true;
    if (this.#isUpstreamStale) this.#learnAge(asOf);
    else this.#heard();
    this.#said(asOf);
    this.#options.replaced(table.size);
  }

  /** A few rows too many or too few are a mistake in counting, and worth less than the suspensions in the others. */
  #miscounted(rows: number, expected: number): void {
    const text = `the snapshot should have ${expected} keys and has ${rows}`;
    if (rows < expected * leastCounted) throw new Error(text);
    this.#options.problem(text);
  }

  #put(table: KeyTable, value: unknown): void {
    const row = rowFrom(value);
    if (row === null) {
      this.#options.problem('a row of the feed cannot be read and was passed over');
      return;
    }
    try {
      table.put(row);
    } catch (cause) {
      this.#options.problem(`key ${row.keyId} could not be taken in and was passed over`, cause);
    }
  }

  #heard(): void {
    const { clock } = this.#options;
    this.#freshAt = { wall: clock.wall(), monotonic: clock.monotonic() };
  }

  #said(asOf: unknown): void {
    const at = typeof asOf === 'string' ? Date.parse(asOf) : Number.NaN;
    this.asOf = Number.isNaN(at) ? this.#options.clock.wall() : at;
  }

  /** First contact with an instance that has lost touch: as old as it says, if nothing better is known. */
  #learnAge(asOf: unknown): void {
    const at = typeof asOf === 'string' ? Date.parse(asOf) : Number.NaN;
    if (this.#freshAt === null && !Number.isNaN(at)) this.#freshAt = { wall: at, monotonic: null };
  }
}

function fieldsOf(content: unknown): Record<string, unknown> {
  return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {};
}
