import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { AvowError } from '../../domain/errors';
import { type Exchange, neverStored, refuseQuery } from './exchange';
import type { Hearer } from './follower';
import { Recent } from './recent';
import { allRows, rowText } from './rows';
import type { VerifierParts } from './verifier';

/** Who has more than this waiting for longer than that is too slow: dropped, and welcome again with its Last-Event-ID. */
const mostWaiting = 1_048_576;
const patienceMs = 2_000;
/** No burst makes so much wait for a reader that reads. */
const mostEver = 64 * 1_048_576;
const beatMs = 300;
const drainMs = 10_000;
/** Another instance may have been a reading ahead. */
const catchUpMs = 1_000;

/** GET /v1/keys/changes: every change of every key as Server-Sent Events, resumable at any instance. */
export class ChangeStream implements Hearer {
  readonly #recent = new Recent();
  /** With the time since which too much waits; null while it does not. */
  readonly #readers = new Map<ServerResponse, number | null>();
  #pending: string[] = [];
  #position = 0;
  #lastSentAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: VerifierParts) {
    parts.follower.hearers.push(this);
  }

  get readers(): number {
    return this.#readers.size;
  }

  /** All was read anew: nobody can go on from before. */
  replaced(): void {
    this.#pending = [];
    this.#recent.restart(this.parts.follower.high);
    for (const reader of this.#readers.keys()) reader.destroy();
  }

  changed(entries: readonly number[]): void {
    const { follower, answers, clock } = this.parts;
    const now = clock.now();
    for (const entry of entries) this.#pending.push(rowText(follower, answers, entry, now));
  }

  heard(): void {
    const { position, high } = this.parts.follower;
    const before = this.#position;
    this.#position = position;
    if (this.#pending.length === 0) return;
    const pending = this.#pending;
    this.#pending = [];
    // Who leaves in the middle comes back for the whole of it: only the last one carries the new position.
    const texts = pending.map((row, place) => eventText('key', row, place === pending.length - 1 ? position : before));
    for (const text of texts) this.#recent.add(high, text);
    this.#send(texts.join(''));
  }

  readonly exchange: Exchange = async (request, response, query) => {
    const { callers, clock } = this.parts;
    callers.admit(request, clock.now(), 1);
    const since = sinceOf(request, refuseQuery(query, ['since']));
    if (since !== null) await this.#reach(since);
    response.writeHead(200, head);
    if (request.method === 'HEAD') return void response.end();
    response.socket?.setNoDelay(true);
    const missed = since === null || since > this.parts.follower.position ? undefined : this.#recent.since(since);
    if (missed === undefined) return this.#sendAll(response);
    response.write(`: on from ${since}\n\n${missed.join('')}`);
    this.#join(response);
  };

  stop(): void {
    clearInterval(this.#timer);
    for (const reader of this.#readers.keys()) reader.destroy();
  }

  /** Waits until this instance knows as much as the reader. Throws database.unavailable when it cannot come to know. */
  async #reach(since: number): Promise<void> {
    const { follower, answers, clock } = this.parts;
    for (let waited = 0; since > follower.position && waited < catchUpMs; waited += 50) await sleep(50);
    if (since > follower.position && answers.isStale(clock.now())) {
      throw new AvowError(
        'database.unavailable',
        'You know more than this instance. Keep it, and try again soon.',
        [],
        {
          retryAfterSeconds: 1,
        },
      );
    }
  }

  /** A snapshot, then what changed while it was sent. */
  async #sendAll(response: ServerResponse): Promise<void> {
    const { follower, answers, clock } = this.parts;
    const { position, knowledge } = follower;
    const from = this.#recent.next;
    response.write(eventText('reset', JSON.stringify({ seq: position, count: knowledge.keys.living })));
    for (const rows of allRows(follower, answers, clock.now())) {
      if (rows.length > 0) response.write(eventText('keys', `[${rows.join(',')}]`));
      if (!(await hasRoom(response))) return void response.destroy();
    }
    const missed = this.#recent.from(from);
    // What is half told of a former table means nothing.
    if (missed === undefined || follower.knowledge !== knowledge) return void response.destroy();
    response.write(eventText('ready', JSON.stringify({ seq: position, asOf: answers.asOf() }), position));
    for (const text of missed) response.write(text);
    this.#join(response);
  }

  /** From here on it is told of everything. Nothing may be waited for between what it was last told and this. */
  #join(response: ServerResponse): void {
    this.#readers.set(response, null);
    response.once('close', () => this.#readers.delete(response));
    this.#timer ??= setInterval(() => this.#beat(), beatMs / 2).unref();
    response.write(this.#beatText());
  }

  #beat(): void {
    for (const reader of this.#readers.keys()) this.#dropIfSlow(reader);
    if (performance.now() - this.#lastSentAt >= beatMs - 10) this.#send(this.#beatText());
  }

  #beatText(): string {
    const { answers, clock } = this.parts;
    const data = { seq: this.#position, asOf: answers.asOf(), stale: answers.isStale(clock.now()) };
    return eventText('beat', JSON.stringify(data));
  }

  #send(text: string): void {
    this.#lastSentAt = performance.now();
    for (const reader of this.#readers.keys()) {
      reader.write(text);
      this.#dropIfSlow(reader);
    }
  }

  #dropIfSlow(reader: ServerResponse): void {
    const waiting = reader.writableLength;
    if (waiting <= mostWaiting) return void this.#readers.set(reader, null);
    const since = this.#readers.get(reader) ?? performance.now();
    this.#readers.set(reader, since);
    if (waiting > mostEver || performance.now() - since > patienceMs) reader.destroy();
  }
}

const head = { 'Content-Type': 'text/event-stream; charset=utf-8', ...neverStored, 'X-Accel-Buffering': 'no' };

function eventText(name: string, data: string, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${data}\n\n`;
}

function sinceOf(request: IncomingMessage, query: URLSearchParams): number | null {
  const text = request.headers['last-event-id'] ?? query.get('since');
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Waits until what was written is under way. False when it takes too long or the reader is gone. */
export async function hasRoom(response: ServerResponse): Promise<boolean> {
  // Others are answered between two pieces.
  await new Promise((resolve) => setImmediate(resolve));
  const until = performance.now() + drainMs;
  while (response.writableNeedDrain && !response.destroyed && performance.now() < until) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, 1_000);
      function done(): void {
        clearTimeout(timer);
        response.off('drain', done).off('close', done);
        resolve();
      }
      response.once('drain', done).once('close', done);
    });
  }
  return !response.destroyed && !response.writableNeedDrain;
}
