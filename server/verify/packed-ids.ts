/** The alphabet of `idFrom`. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const valueOf = new Int8Array(128).fill(-1);
for (let value = 0; value < alphabet.length; value += 1) valueOf[alphabet.charCodeAt(value)] = value;

const codes = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));

const length = 20;
/** Three letters of five bits in each word. */
const words = 7;
const spelledOut = 0x8000;

/** Where a text is put together: one at a time, for nothing here waits. */
const letters = Buffer.alloc(32);

/** Identifiers of one kind in 14 bytes each. Those that `idFrom` did not make are kept spelled out beside. */
export class PackedIds {
  #packed: Uint16Array;
  readonly #others = new Map<number, string>();
  /** What each begins with. */
  readonly #start: Uint8Array;

  constructor(prefix: string, capacity: number) {
    this.#start = Buffer.from(`${prefix}_`);
    this.#packed = new Uint16Array(capacity * words);
  }

  /** Makes room for so many. */
  reserve(capacity: number): void {
    const grown = new Uint16Array(capacity * words);
    grown.set(this.#packed);
    this.#packed = grown;
  }

  set(place: number, id: string): void {
    const at = place * words;
    if (this.#others.size > 0) this.#others.delete(place);
    const start = this.#start.length;
    if (id.length !== start + length) return this.#spellOut(place, id);
    let wrong = 0;
    for (let word = 0, letter = start; word < words; word += 1) {
      let packed = 0;
      for (const last = Math.min(letter + 3, id.length); letter < last; letter += 1) {
        const value = valueOf[id.charCodeAt(letter)] ?? -1;
        wrong |= value;
        packed = (packed << 5) | (value & 31);
      }
      this.#packed[at + word] = packed;
    }
    if (wrong < 0) this.#spellOut(place, id);
  }

  get(place: number): string {
    // One flat text: letters put together one by one are slower to make and to send.
    return this.#isSpelledOut(place)
      ? (this.#others.get(place) ?? '')
      : letters.toString('latin1', 0, this.write(place, letters, 0));
  }

  /** How many bytes `write` needs. */
  length(place: number): number {
    return this.#isSpelledOut(place) ? (this.#others.get(place)?.length ?? 0) : this.#start.length + length;
  }

  /** Writes the identifier; answers where it ended. */
  write(place: number, bytes: Buffer, at: number): number {
    if (this.#isSpelledOut(place)) return at + bytes.write(this.#others.get(place) ?? '', at, 'latin1');
    let to = at;
    for (const code of this.#start) bytes[to++] = code;
    for (let word = place * words, last = word + words - 1; word <= last; word += 1) {
      const value = this.#packed[word] ?? 0;
      // The last word holds two letters.
      if (word < last) bytes[to++] = codes[value >> 10] ?? 0;
      bytes[to++] = codes[(value >> 5) & 31] ?? 0;
      bytes[to++] = codes[value & 31] ?? 0;
    }
    return to;
  }

  #isSpelledOut(place: number): boolean {
    return ((this.#packed[place * words] ?? 0) & spelledOut) !== 0;
  }

  #spellOut(place: number, id: string): void {
    this.#packed[place * words] = spelledOut;
    this.#others.set(place, id);
  }
}
