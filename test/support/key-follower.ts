import { request } from 'node:http';

/** A row of the change stream, by the hash it begins with. */
export type Row = [hash: string, code: string, ...rest: unknown[]];

/** What somebody knows who follows /v1/keys/changes: resumes where it was, wherever it connects next. */
export class KeyFollower {
  readonly rows = new Map<string, Row>();
  lastId: string | undefined;
  resets = 0;
  beats: { seq: number; asOf: string; stale: boolean }[] = [];
  isReady = false;
  isOpen = false;
  status = 0;
  #close: (() => void) | undefined;

  constructor(private readonly headers: Record<string, string>) {}

  connect(url: string): Promise<void> {
    return new Promise((resolve, reject) => {
      // What the connection before this one still says, its end above all, is not about this one.
      this.#close?.();
      let isCurrent = true;
      const headers = { ...this.headers, ...(this.lastId !== undefined && { 'last-event-id': this.lastId }) };
      const asked = request(`${url}/v1/keys/changes`, { headers, agent: false }, (response) => {
        this.status = response.statusCode ?? 0;
        this.isOpen = this.status === 200;
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          const events = (text + chunk).split('\n\n');
          text = events.pop() ?? '';
          for (const event of events) if (isCurrent) this.#take(event);
        });
        response.on('close', () => {
          if (isCurrent) this.isOpen = false;
        });
        response.on('error', () => undefined);
        resolve();
      });
      asked.on('error', (fault) => {
        if (isCurrent) this.isOpen = false;
        reject(fault);
      });
      asked.end();
      this.#close = () => {
        isCurrent = false;
        asked.destroy();
      };
    });
  }

  disconnect(): void {
    this.isOpen = false;
    this.#close?.();
  }

  /** What it knows, without the rows of texts that were replaced. */
  told(): string[] {
    return [...this.rows.values()]
      .filter(([, code]) => code !== 'NOT_FOUND')
      .map((row) => JSON.stringify(row))
      .sort();
  }

  #take(event: string): void {
    if (!this.isOpen) return;
    const fields = new Map(
      event.split('\n').map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 2)] as const;
      }),
    );
    const data = fields.get('data');
    if (data !== undefined) this.#apply(fields.get('event') ?? '', JSON.parse(data) as never);
    this.lastId = fields.get('id') ?? this.lastId;
  }

  #apply(name: string, data: never): void {
    if (name === 'reset') {
      this.resets += 1;
      this.rows.clear();
    } else if (name === 'keys') for (const row of data as Row[]) this.rows.set(row[0], row);
    else if (name === 'key') this.rows.set((data as Row)[0], data);
    else if (name === 'beat') {
      this.beats.push(data);
      this.isReady = true;
    }
  }
}
