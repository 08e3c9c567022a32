/** Texts of changes that were told lately, so that a reader who was away for a while need not begin anew. */
const mostKept = 50_000;

export interface Told {
  /** Counts up by one. */
  number: number;
  /** Nothing of transactions from this one on is in it. */
  high: number;
  text: string;
}

export class Recent {
  #told: Told[] = [];
  #next = 0;
  /** What is older than this cannot be told again. */
  #floor = Number.POSITIVE_INFINITY;

  /** Forgets all: what was told until now was of transactions before `high`. */
  restart(high: number): void {
    this.#told = [];
    this.#floor = high;
  }

  add(high: number, text: string): void {
    this.#told.push({ number: this.#next, high, text });
    this.#next += 1;
    if (this.#told.length < mostKept * 2) return;
    const dropped = this.#told.splice(0, mostKept);
    this.#floor = Math.max(this.#floor, dropped.at(-1)?.high ?? 0);
  }

  get next(): number {
    return this.#next;
  }

  /** What somebody lacks who knows of all transactions before `position`; undefined when it cannot be told. */
  since(position: number): string[] | undefined {
    if (position < this.#floor) return undefined;
    return this.#told.filter(({ high }) => high > position).map(({ text }) => text);
  }

  /** What was told from this number on; undefined when some of it is forgotten. */
  from(number: number): string[] | undefined {
    const first = this.#next - this.#told.length;
    return number < first ? undefined : this.#told.slice(number - first).map(({ text }) => text);
  }
}
