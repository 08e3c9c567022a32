/** Short texts, packed into bytes one after the other: a tenth of what as many strings would take. */
export class TextStore {
  #bytes: Buffer;
  #end = 0;

  constructor(capacityBytes: number) {
    this.#bytes = Buffer.alloc(Math.max(capacityBytes, 1024));
  }

  /** Keeps a text and gives its place. What is longer than 255 bytes is cut. */
  add(text: string): number {
    const place = this.#end;
    this.#makeRoom(place + 256);
    const length = this.#bytes.write(text, place + 1, 255, 'utf8');
    this.#bytes[place] = length;
    this.#end = place + 1 + length;
    return place;
  }

  at(place: number): string {
    const length = this.#bytes[place] ?? 0;
    return this.#bytes.toString('utf8', place + 1, place + 1 + length);
  }

  /** Gives back the room that is not used. */
  trim(): void {
    this.#bytes = Buffer.from(Uint8Array.prototype.slice.call(this.#bytes, 0, this.#end + 256).buffer);
  }

  get sizeBytes(): number {
    return this.#bytes.byteLength;
  }

  #makeRoom(wanted: number): void {
    if (wanted <= this.#bytes.length) return;
    const larger = Buffer.alloc(Math.max(wanted, Math.ceil(this.#bytes.length * 1.5)));
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}

/** A few words that come again and again (codes, states, products), as numbers below 256. */
export class WordList {
  readonly #words: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    // A feed that invents words without end is not worth following into it.
    if (this.#words.length === 256) throw new RangeError('the feed has more than 256 different words in one column');
    this.#words.push(word);
    this.#numbers.set(word, this.#words.length - 1);
    return this.#words.length - 1;
  }

  word(number: number): string {
    return this.#words[number] ?? '';
  }
}
