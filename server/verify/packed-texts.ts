/** Texts by place, as they stand in JSON: they take the bytes that they have, and go into an answer as they are. */
export class PackedTexts {
  #bytes = Buffer.alloc(1024);
  #used = 0;
  #places = 0;
  #starts: Uint32Array;
  #lengths: Uint32Array;

  constructor(capacity: number) {
    this.#starts = new Uint32Array(capacity);
    this.#lengths = new Uint32Array(capacity);
  }

  /** Makes room for so many places. */
  reserve(capacity: number): void {
    const [starts, lengths] = [this.#starts, this.#lengths];
    this.#starts = new Uint32Array(capacity);
    this.#lengths = new Uint32Array(capacity);
    this.#starts.set(starts);
    this.#lengths.set(lengths);
  }

  /** Whether it is another one than before. */
  set(place: number, text: string): boolean {
    const json = JSON.stringify(text);
    if (this.#used + json.length * 3 > this.#bytes.length) this.#makeRoom(json.length * 3);
    const length = this.#bytes.write(json, this.#used);
    const former = this.#starts[place] ?? 0;
    const isSame =
      length === this.length(place) &&
      this.#bytes.compare(this.#bytes, former, former + length, this.#used, this.#used + length) === 0;
    if (isSame) return false;
    this.#starts[place] = this.#used;
    this.#lengths[place] = length;
    this.#used += length;
    this.#places = Math.max(this.#places, place + 1);
    return true;
  }

  /** What they take, in bytes. */
  get byteLength(): number {
    return this.#bytes.length + this.#starts.byteLength + this.#lengths.byteLength;
  }

  get(place: number): string {
    const from = this.#starts[place] ?? 0;
    return JSON.parse(this.#bytes.toString('utf8', from, from + this.length(place))) as string;
  }

  /** How many bytes `write` needs. */
  length(place: number): number {
    return this.#lengths[place] ?? 0;
  }

  /** Writes the text with its quotes, in UTF-8; answers where it ended. */
  write(place: number, bytes: Buffer, at: number): number {
    const from = this.#starts[place] ?? 0;
    const length = this.#lengths[place] ?? 0;
    // Names are short: a loop is done before a call would have begun.
    for (let index = 0; index < length; index += 1) bytes[at + index] = this.#bytes[from + index] ?? 0;
    return at + length;
  }

  /** Leaves out what was replaced. */
  #makeRoom(more: number): void {
    const former = this.#bytes;
    let kept = 0;
    for (let place = 0; place < this.#places; place += 1) kept += this.#lengths[place] ?? 0;
    this.#bytes = Buffer.alloc(Math.ceil((kept + more) * 1.25));
    this.#used = 0;
    for (let place = 0; place < this.#places; place += 1) {
      const from = this.#starts[place] ?? 0;
      this.#starts[place] = this.#used;
      this.#used += former.copy(this.#bytes, this.#used, from, from + (this.#lengths[place] ?? 0));
    }
  }
}
