/** The bytes of a piece of JSON that is made once and put into many answers. */
export function piece(text: string): Uint8Array {
  return Buffer.from(text);
}

/** Something that writes itself into bytes, and answers where it ended. */
interface Column {
  length(place: number): number;
  write(place: number, bytes: Buffer, at: number): number;
}

const digitZero = 48;

/**
 * JSON that is put together byte by byte, in UTF-8, for answers that are made for every check: it leaves nothing behind for the garbage
 * collector. One is used for all, because nothing waits between its first byte and its last.
 */
export class JsonBytes {
  #bytes = Buffer.allocUnsafeSlow(65_536);
  #length = 0;

  /** Begins anew. */
  clear(): this {
    this.#length = 0;
    return this;
  }

  /** Made beforehand. */
  put(bytes: Uint8Array): this {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** Any text, as it is: quotes and escapes are the caller's. */
  text(text: string): this {
    this.#room(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length);
    return this;
  }

  /** A whole number that is not negative. */
  number(value: number): this {
    this.#room(16);
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
    let rest = value;
    for (let at = this.#length + digits - 1; at >= this.#length; at -= 1) {
      const tens = Math.floor(rest / 10);
      this.#bytes[at] = digitZero + rest - tens * 10;
      rest = tens;
    }
    this.#length += digits;
    return this;
  }

  /** What a column has in this place. */
  written(column: Column, place: number): this {
    this.#room(column.length(place));
    this.#length = column.write(place, this.#bytes, this.#length);
    return this;
  }

  /** All of it, as a text in which each character is a byte: sent as `latin1` it goes out as it is. */
  bytesAsText(): string {
    return this.#bytes.toString('latin1', 0, this.#length);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const former = this.#bytes;
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(this.#length + more, former.length * 2));
    this.#bytes.set(former.subarray(0, this.#length));
  }
}
