/** The alphabet of `idFrom`. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const valueOf = new Int8Array(128).fill(-1);
for (let value = 0; value < alphabet.length; value += 1) valueOf[alphabet.charCodeAt(value)] = value;

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

  constructor(
    private readonly prefix: string,
    capacity: number,
  ) {
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
    this.#others.delete(place);
    this.#packed.fill(0, at, at + words);
    const start = this.prefix.length + 1;
    if (id.length !== start + length) return this.#spellOut(place, id);
    for (let letter = 0; letter < length; letter += 1) {
      const value = valueOf[id.charCodeAt(start + letter)] ?? -1;
      if (value < 0) return this.#spellOut(place, id);
      const word = at + Math.floor(letter / 3);
      this.#packed[word] = ((this.#packed[word] ?? 0) << 5) | value;
    }
  }

  get(place: number): string {
    const at = place * words;
    if (((this.#packed[at] ?? 0) & spelledOut) !== 0) return this.#others.get(place) ?? '';
    // One flat text: letters put together one by one are slower to make and to send.
    const start = letters.write(`${this.prefix}_`, 0, 'latin1');
    for (let word = 0, letter = start; word < words; word += 1) {
      const value = this.#packed[at + word] ?? 0;
      // The last word holds two letters.
      if (word < words - 1) letters[letter++] = alphabet.charCodeAt(value >> 10);
      letters[letter++] = alphabet.charCodeAt((value >> 5) & 31);
      letters[letter++] = alphabet.charCodeAt(value & 31);
    }
    return letters.toString('latin1', 0, start + length);
  }

  #spellOut(place: number, id: string): void {
    this.#packed[place * words] = spelledOut;
    this.#others.set(place, id);
  }
}
