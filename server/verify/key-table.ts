import type { KeyFactsRow } from '../../db/queries/verify';
import type { Instant } from '../../domain/calendar/instant';
import type { KeyId } from '../../domain/ids';
import { grown } from './app-table';
import type { Digest } from './digest';
import { PackedIds } from './packed-ids';

const hashWords = 8;
const states = ['active', 'suspended', 'revoked', 'expired'] as const;
const isTest = 4;
/** Its secret was replaced: nobody holds the old text, and it verifies no more. */
const isGone = 8;
const fullest = 0.8;

/** The columns of a key that may change. */
export type KeyColumns = Pick<KeyFactsRow, 'environment' | 'state' | 'expiresAt' | 'statusIndex'>;

/**
 * Keys by the SHA-256 of their text: open addressing over the first word of the hash, then all 32 bytes compared. Some 60 bytes a key.
 * Entries are never moved and never taken away, so that a number names one for as long as the table lives.
 */
export class KeyTable {
  size = 0;
  #gone = 0;
  #capacity: number;
  #slots: Uint32Array;
  #hashes: Uint32Array;
  readonly #ids: PackedIds;
  #apps: Uint32Array;
  #statusIndexes: Uint32Array;
  #flags: Uint8Array;
  /** Only rolled keys have one. */
  readonly #expiresAt = new Map<number, Instant>();

  constructor(capacity: number) {
    this.#capacity = Math.max(16, capacity);
    this.#slots = new Uint32Array(Math.ceil(this.#capacity / fullest));
    this.#hashes = new Uint32Array(this.#capacity * hashWords);
    this.#ids = new PackedIds('key', this.#capacity);
    this.#apps = new Uint32Array(this.#capacity);
    this.#statusIndexes = new Uint32Array(this.#capacity);
    this.#flags = new Uint8Array(this.#capacity);
  }

  /** The entry of the key with this hash; -1 when there is none that verifies. */
  find(digest: Digest): number {
    for (let word = 0; word < hashWords; word += 1) {
      const at = word * 4;
      sought[word] =
        (digest.charCodeAt(at) << 24) |
        (digest.charCodeAt(at + 1) << 16) |
        (digest.charCodeAt(at + 2) << 8) |
        digest.charCodeAt(at + 3);
    }
    const entry = this.#look();
    return entry >= 0 && ((this.#flags[entry] ?? 0) & isGone) !== 0 ? -1 : entry;
  }

  /** The entry of this hash (64 hex digits), whether or not its secret was replaced; -1 when there is none. */
  findHex(hash: string): number {
    read(hash);
    return this.#look();
  }

  add(hash: string, keyId: KeyId, app: number, columns: KeyColumns): number {
    if (this.size === this.#capacity) this.#grow();
    const entry = this.size;
    this.size += 1;
    read(hash);
    this.#hashes.set(sought, entry * hashWords);
    this.#ids.set(entry, keyId);
    this.#apps[entry] = app;
    this.#put(entry);
    this.set(entry, columns);
    return entry;
  }

  /** Whether anything changed. */
  set(entry: number, { environment, state, expiresAt, statusIndex }: KeyColumns): boolean {
    const flags = states.indexOf(state) | (environment === 'test' ? isTest : 0);
    if (this.isGone(entry)) this.#gone -= 1;
    const changed =
      this.#flags[entry] !== flags || this.expiresAt(entry) !== expiresAt || this.#statusIndexes[entry] !== statusIndex;
    this.#flags[entry] = flags;
    this.#statusIndexes[entry] = statusIndex;
    if (expiresAt === null) {
      if (this.#expiresAt.size > 0) this.#expiresAt.delete(entry);
    } else this.#expiresAt.set(entry, expiresAt);
    return changed;
  }

  /** The text of this entry verifies no more. */
  forget(entry: number): void {
    if (this.isGone(entry)) return;
    this.#gone += 1;
    this.#flags[entry] = (this.#flags[entry] ?? 0) | isGone;
  }

  /** How many verify: what a snapshot holds. */
  get living(): number {
    return this.size - this.#gone;
  }

  isGone(entry: number): boolean {
    return ((this.#flags[entry] ?? 0) & isGone) !== 0;
  }

  id(entry: number): KeyId {
    return this.#ids.get(entry) as KeyId;
  }

  hash(entry: number): string {
    let hex = '';
    for (let word = 0; word < hashWords; word += 1)
      hex += (this.#hashes[entry * hashWords + word] ?? 0).toString(16).padStart(8, '0');
    return hex;
  }

  app(entry: number): number {
    return this.#apps[entry] ?? 0;
  }

  state(entry: number): KeyFactsRow['state'] {
    return states[(this.#flags[entry] ?? 0) & 3] ?? 'active';
  }

  environment(entry: number): 'test' | 'live' {
    return ((this.#flags[entry] ?? 0) & isTest) === 0 ? 'live' : 'test';
  }

  expiresAt(entry: number): Instant | null {
    return this.#expiresAt.size === 0 ? null : (this.#expiresAt.get(entry) ?? null);
  }

  statusIndex(entry: number): number {
    return this.#statusIndexes[entry] ?? 0;
  }

  /** The entries of these apps: walks through all, a millisecond for a million keys. */
  ofApps(apps: ReadonlySet<number>): number[] {
    const found: number[] = [];
    for (let entry = 0; entry < this.size; entry += 1) if (apps.has(this.#apps[entry] ?? 0)) found.push(entry);
    return found;
  }

  #look(): number {
    const slots = this.#slots;
    const hashes = this.#hashes;
    for (let slot = this.#home(sought[0] ?? 0); ; slot = slot + 1 === slots.length ? 0 : slot + 1) {
      const taken = slots[slot] ?? 0;
      if (taken === 0) return -1;
      const at = (taken - 1) * hashWords;
      let difference = 0;
      for (let word = 0; word < hashWords; word += 1) difference |= (hashes[at + word] ?? 0) ^ (sought[word] ?? 0);
      if (difference === 0) return taken - 1;
    }
  }

  #home(word: number): number {
    return Math.floor((word / 0x1_0000_0000) * this.#slots.length);
  }

  #put(entry: number): void {
    let slot = this.#home(this.#hashes[entry * hashWords] ?? 0);
    while (this.#slots[slot] !== 0) slot = slot + 1 === this.#slots.length ? 0 : slot + 1;
    this.#slots[slot] = entry + 1;
  }

  #grow(): void {
    this.#capacity = Math.ceil(this.#capacity * 1.25) + 16;
    this.#hashes = grown(this.#hashes, new Uint32Array(this.#capacity * hashWords));
    this.#ids.reserve(this.#capacity);
    this.#apps = grown(this.#apps, new Uint32Array(this.#capacity));
    this.#statusIndexes = grown(this.#statusIndexes, new Uint32Array(this.#capacity));
    this.#flags = grown(this.#flags, new Uint8Array(this.#capacity));
    this.#slots = new Uint32Array(Math.ceil(this.#capacity / fullest));
    for (let entry = 0; entry < this.size; entry += 1) this.#put(entry);
  }
}

/** The hash that is looked for: one at a time, for nothing here waits. */
const sought = new Uint32Array(hashWords);

/** What a hex digit stands for, by its character. */
const valueOf = new Uint8Array(128);
for (let value = 0; value < 16; value += 1) valueOf[value.toString(16).charCodeAt(0)] = value;

function read(hash: string): void {
  for (let word = 0, at = 0; word < hashWords; word += 1) {
    let value = 0;
    for (const end = at + 8; at < end; at += 1) value = (value << 4) | (valueOf[hash.charCodeAt(at) & 127] ?? 0);
    sought[word] = value;
  }
}
