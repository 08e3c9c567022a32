import { type Fingerprint, fingerprintFrom, fingerprintText } from './fingerprint';
import type { KeyRow } from './row';
import { TextStore, WordList } from './text-store';

const noDay = -0x80000000;
const msPerDay = 86_400_000;

/** Every known key in typed arrays, found by its fingerprint: open addressing over rows that are only ever added to. */
export class KeyTable {
  #capacity: number;
  #count = 0;
  /** Row + 1 for each place; 0 is free. Never more than two thirds full. */
  #slots: Uint32Array;
  #prints: Uint32Array;
  /** Code, environment, state and product, each a number of `words`. */
  #words: Uint8Array;
  #due: Int32Array;
  /** Seconds, rounded up; 0 for a key that does not expire. */
  #expires: Uint32Array;
  #keyTexts: Uint32Array;
  #appTexts: Uint32Array;
  readonly #texts: TextStore;
  readonly #list = new WordList();
  /** Keys of one app share its text. Only while loading: it would be larger than what it saves. */
  #shared: Map<string, number> | null = new Map();

  constructor(expectedCount = 0) {
    this.#capacity = Math.max(16, expectedCount);
    this.#texts = new TextStore(this.#capacity * 48);
    this.#slots = new Uint32Array(slotsFor(this.#capacity));
    this.#prints = new Uint32Array(this.#capacity * 4);
    this.#words = new Uint8Array(this.#capacity * 4);
    this.#due = new Int32Array(this.#capacity);
    this.#expires = new Uint32Array(this.#capacity);
    this.#keyTexts = new Uint32Array(this.#capacity);
    this.#appTexts = new Uint32Array(this.#capacity);
  }

  get size(): number {
    return this.#count;
  }

  get sizeBytes(): number {
    const arrays = [this.#slots, this.#prints, this.#words, this.#due, this.#expires, this.#keyTexts, this.#appTexts];
    return arrays.reduce((sum, array) => sum + array.byteLength, this.#texts.sizeBytes);
  }

  /** The row of a key, or -1. */
  find(print: Fingerprint): number {
    const mask = this.#slots.length - 1;
    const prints = this.#prints;
    let slot = (print[0] as number) & mask;
    for (let held = this.#slots[slot] as number; held !== 0; held = this.#slots[slot] as number) {
      const at = (held - 1) * 4;
      if (
        prints[at] === print[0] &&
        prints[at + 1] === print[1] &&
        prints[at + 2] === print[2] &&
        prints[at + 3] === print[3]
      ) {
        return held - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Takes what is so of a key from now on. */
  put(row: KeyRow): void {
    // Numbers first: a word too many throws before anything is changed.
    const words = [row.code, row.environment, row.state, row.sdkProduct].map((word) => this.#list.numberOf(word));
    const print = fingerprintFrom(row.hash);
    let index = this.find(print);
    if (index === -1) {
      if (this.#count === this.#capacity) this.#grow();
      index = this.#count;
      this.#prints.set(print, index * 4);
      this.#keyTexts[index] = this.#texts.add(row.keyId);
      this.#appTexts[index] = this.#appText(row);
      this.#occupy(index);
      this.#count += 1;
    }
    this.#words.set(words, index * 4);
    this.#due[index] = row.dueOn === null ? noDay : Date.parse(`${row.dueOn}T00:00:00Z`) / msPerDay;
    this.#expires[index] = row.expiresAt === null ? 0 : Math.max(1, Math.ceil(row.expiresAt / 1000));
  }

  /** To be called when a snapshot is whole: gives back what was only needed for loading. */
  settle(): void {
    this.#shared = null;
    this.#texts.trim();
  }

  code(row: number): string {
    return this.#list.word(this.#words[row * 4] as number);
  }

  /** Milliseconds; 0 for never. */
  expiresAt(row: number): number {
    return (this.#expires[row] as number) * 1000;
  }

  environment(row: number): string {
    return this.#list.word(this.#words[row * 4 + 1] as number);
  }

  state(row: number): string {
    return this.#list.word(this.#words[row * 4 + 2] as number);
  }

  sdkProduct(row: number): string {
    return this.#list.word(this.#words[row * 4 + 3] as number);
  }

  dueOn(row: number): string | null {
    const due = this.#due[row] as number;
    return due === noDay ? null : new Date(due * msPerDay).toISOString().slice(0, 10);
  }

  keyId(row: number): string {
    return this.#texts.at(this.#keyTexts[row] as number);
  }

  appId(row: number): string {
    return this.#texts.at(this.#appTexts[row] as number).split('\n')[0] ?? '';
  }

  developerId(row: number): string {
    return this.#texts.at(this.#appTexts[row] as number).split('\n')[1] ?? '';
  }

  row(row: number): KeyRow {
    return {
      hash: fingerprintText(this.#prints.subarray(row * 4, row * 4 + 4)),
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
    let slot = (this.#prints[row * 4] as number) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = row + 1;
  }

  #grow(): void {
    this.#capacity = Math.ceil(this.#capacity * 1.5);
    this.#prints = enlarged(this.#prints, new Uint32Array(this.#capacity * 4));
    this.#words = enlarged(this.#words, new Uint8Array(this.#capacity * 4));
    this.#due = enlarged(this.#due, new Int32Array(this.#capacity));
    this.#expires = enlarged(this.#expires, new Uint32Array(this.#capacity));
    this.#keyTexts = enlarged(this.#keyTexts, new Uint32Array(this.#capacity));
    this.#appTexts = enlarged(this.#appTexts, new Uint32Array(this.#capacity));
    if (this.#slots.length >= slotsFor(this.#capacity)) return;
    this.#slots = new Uint32Array(slotsFor(this.#capacity));
    for (let row = 0; row < this.#count; row += 1) this.#occupy(row);
  }
}

function slotsFor(count: number): number {
  return 2 ** Math.ceil(Math.log2(count * 1.5));
}

function enlarged<Numbers extends Uint8Array | Uint32Array | Int32Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old);
  return larger;
}
