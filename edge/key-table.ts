import { type Fingerprint, fingerprintFrom, fingerprintText } from './fingerprint';
import type { KeyRow } from './row';
import { TextStore, WordList } from './text-store';

/**
 * A row is nine numbers side by side, so that a check touches memory in two places and no more: four of the fingerprint, then these.
 * `names`: code, environment, state and product, a byte each. `expires`: seconds, rounded up; 0 for a key that does not expire.
 * `due`: days since 1970, shifted by one and by far enough that no day is negative; 0 for none. The last two are places of texts.
 */
const field = { names: 4, expires: 5, due: 6, keyText: 7, appText: 8 } as const;
const width = 9;
const msPerDay = 86_400_000;
const dayShift = 1_000_000;

/** Every known key in typed arrays, found by its fingerprint: open addressing over rows that are only ever added to. */
export class KeyTable {
  #count = 0;
  /** Row + 1 for each place; 0 is free. Never more than two thirds full. */
  #slots: Uint32Array;
  #rows: Uint32Array;
  readonly #texts: TextStore;
  readonly #names = new WordList();
  /** Keys of one app share its text. Only while loading: it would be larger than what it saves. */
  #shared: Map<string, number> | null = new Map();

  constructor(expectedCount = 0) {
    const capacity = Math.max(16, expectedCount);
    this.#texts = new TextStore(capacity * 48);
    this.#slots = new Uint32Array(slotsFor(capacity));
    this.#rows = new Uint32Array(capacity * width);
  }

  get size(): number {
    return this.#count;
  }

  get sizeBytes(): number {
    return this.#slots.byteLength + this.#rows.byteLength + this.#texts.sizeBytes;
  }

  /** The row of a key, or -1. */
  find(print: Fingerprint): number {
    const mask = this.#slots.length - 1;
    const rows = this.#rows;
    let slot = (print[0] as number) & mask;
    for (let held = this.#slots[slot] as number; held !== 0; held = this.#slots[slot] as number) {
      const at = (held - 1) * width;
      if (
        rows[at] === print[0] &&
        rows[at + 1] === print[1] &&
        rows[at + 2] === print[2] &&
        rows[at + 3] === print[3]
      ) {
        return held - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Takes what is so of a key from now on. */
  put(row: KeyRow): void {
    // First, because a name too many throws before anything is changed.
    const names = [row.code, row.environment, row.state, row.sdkProduct].reduce(
      (sum, name, index) => sum | (this.#names.numberOf(name) << (index * 8)),
      0,
    );
    const print = fingerprintFrom(row.hash);
    let index = this.find(print);
    if (index === -1) {
      index = this.#count;
      if ((index + 1) * width > this.#rows.length) this.#grow();
      this.#rows.set(print, index * width);
      this.#rows[index * width + field.keyText] = this.#texts.add(row.keyId);
      this.#rows[index * width + field.appText] = this.#appText(row);
      this.#occupy(index);
      this.#count += 1;
    }
    const at = index * width;
    this.#rows[at + field.names] = names;
    this.#rows[at + field.due] = row.dueOn === null ? 0 : Date.parse(row.dueOn) / msPerDay + dayShift;
    this.#rows[at + field.expires] = row.expiresAt === null ? 0 : Math.max(1, Math.ceil(row.expiresAt / 1000));
  }

  /** To be called when a snapshot is whole: gives back what was only needed for loading. */
  settle(): void {
    this.#shared = null;
    this.#texts.trim();
  }

  code(row: number): string {
    return this.#name(row, 0);
  }

  environment(row: number): string {
    return this.#name(row, 8);
  }

  state(row: number): string {
    return this.#name(row, 16);
  }

  sdkProduct(row: number): string {
    return this.#name(row, 24);
  }

  /** Milliseconds; 0 for never. */
  expiresAt(row: number): number {
    return (this.#rows[row * width + field.expires] as number) * 1000;
  }

  dueOn(row: number): string | null {
    const due = this.#rows[row * width + field.due] as number;
    return due === 0 ? null : new Date((due - dayShift) * msPerDay).toISOString().slice(0, 10);
  }

  keyId(row: number): string {
    return this.#texts.at(this.#rows[row * width + field.keyText] as number);
  }

  appId(row: number): string {
    return this.#ofApp(row)[0] ?? '';
  }

  developerId(row: number): string {
    return this.#ofApp(row)[1] ?? '';
  }

  row(row: number): KeyRow {
    return {
      hash: fingerprintText(this.#rows.subarray(row * width, row * width + 4)),
      code: this.code(row),
      keyId: this.keyId(row),
      appId: this.appId(row),
      developerId: this.developerId(row),
      sdkProduct: this.sdkProduct(row),
      environment: this.environment(row),
      state: this.state(row),
      dueOn: this.dueOn(row),
      expiresAt: this.expiresAt(row) === 0 ? null : this.expiresAt(row),
    };
  }

  #name(row: number, bit: number): string {
    return this.#names.word(((this.#rows[row * width + field.names] as number) >>> bit) & 0xff);
  }

  #ofApp(row: number): string[] {
    return this.#texts.at(this.#rows[row * width + field.appText] as number).split('\n');
  }

  #appText({ appId, developerId }: KeyRow): number {
    const text = `${appId}\n${developerId}`;
    const known = this.#shared?.get(text);
    if (known !== undefined) return known;
    const place = this.#texts.add(text);
    this.#shared?.set(text, place);
    return place;
  }

  #occupy(row: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#rows[row * width] as number) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = row + 1;
  }

  #grow(): void {
    const capacity = Math.ceil((this.#rows.length / width) * 1.5);
    const larger = new Uint32Array(capacity * width);
    larger.set(this.#rows);
    this.#rows = larger;
    if (this.#slots.length >= slotsFor(capacity)) return;
    this.#slots = new Uint32Array(slotsFor(capacity));
    for (let row = 0; row < this.#count; row += 1) this.#occupy(row);
  }
}

function slotsFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(count * 1.5));
}
