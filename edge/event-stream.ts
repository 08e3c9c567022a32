/** One Server-Sent Event. */
export interface StreamEvent {
  event: string;
  id: string | null;
  data: string;
}

/** No honest event is longer: five hundred rows are about 120 KB. */
const longestEvent = 8 << 20;

/** Takes an event stream apart as it arrives, however it is cut: half a line waits for its other half. */
export class EventStreamReader {
  readonly #decoder = new TextDecoder();
  #rest = '';
  #event = '';
  #id: string | null = null;
  #data: string[] = [];
  #size = 0;

  /** The events that these bytes complete. Throws a RangeError for an event without end. */
  *read(bytes: Uint8Array): Generator<StreamEvent> {
    const text = this.#rest + this.#decoder.decode(bytes, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n', from); end !== -1; end = text.indexOf('\n', from)) {
      const line = text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end);
      from = end + 1;
      if (line !== '') {
        this.#take(line);
        continue;
      }
      const whole = this.#whole();
      if (whole !== null) yield whole;
    }
    this.#rest = text.slice(from);
    if (this.#rest.length + this.#size > longestEvent) throw new RangeError('the stream sends an event without end');
  }

  #take(line: string): void {
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'event') this.#event = value;
    if (field === 'id' && !value.includes('\0')) this.#id = value;
    if (field === 'data') {
      this.#data.push(value);
      this.#size += value.length;
    }
  }

  #whole(): StreamEvent | null {
    const found =
      this.#data.length === 0 ? null : { event: this.#event || 'message', id: this.#id, data: this.#data.join('\n') };
    this.#event = '';
    this.#id = null;
    this.#data = [];
    this.#size = 0;
    return found;
  }
}
