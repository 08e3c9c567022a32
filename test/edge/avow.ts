import { createHash, randomBytes } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { formatKey } from '../../domain/keys/key-text';
import { freePort } from '../../integrations/embedded/ports';

export const token = 'avow_token_of_the_tests';

/** A key as the little Avow holds it. */
export interface FixtureKey {
  text: string;
  code: string;
  keyId: string;
  appId: string;
  developerId: string;
  sdkProduct: string;
  environment: 'live' | 'test';
  state: string;
  dueOn: string | null;
  expiresAt: number | null;
}

let made = 0;

/** A key that works, but for what the test says. */
export function aKey(facts: Partial<FixtureKey> = {}): FixtureKey {
  made += 1;
  const environment = facts.environment ?? 'live';
  return {
    text: formatKey(environment, randomBytes(24)),
    code: 'VALID',
    keyId: `key_${String(made).padStart(20, '0')}`,
    appId: `app_${String(made).padStart(20, '0')}`,
    developerId: `dev_${String(made % 7).padStart(20, '0')}`,
    sdkProduct: 'native',
    environment,
    state: 'active',
    dueOn: '2027-03-01',
    expiresAt: null,
    ...facts,
  };
}

export function rowOf(key: FixtureKey): unknown[] {
  const { text, code, keyId, appId, developerId, sdkProduct, environment, state, dueOn, expiresAt } = key;
  const hash = createHash('sha256').update(text).digest('hex');
  return [hash, code, keyId, appId, developerId, sdkProduct, environment, state, dueOn, expiresAt];
}

type Handler = (request: IncomingMessage, response: ServerResponse, path: string) => boolean | Promise<boolean>;

/** A real HTTP server that speaks Avow's verification protocol from a map, and fails on request. */
export class FixtureAvow {
  readonly keys = new Map<string, FixtureKey>();
  seq = 100;
  readonly changes: { seq: number; row: unknown[] }[] = [];
  beatMs = 100;
  /** Sent in beats. */
  isStale = false;
  /** Beats and changes are kept back, the connection stays open: a line that went dead. */
  isMute = false;
  /** Ends the connection after so many rows of a snapshot. */
  cutSnapshotAfterRows: number | null = null;
  /** Told instead of the true count. */
  claimedCount: number | null = null;
  /** Writes so many bytes at a time, with a pause between. */
  pieceBytes: number | null = null;
  /** Snapshots sent, and what each connection asked to go on from. */
  snapshots = 0;
  readonly resumedFrom: (string | null)[] = [];
  asked = 0;
  readonly gatewayHeaders: IncomingHttpHeaders[] = [];
  readonly extra: Handler[] = [];
  #server: Server | null = null;
  #port = 0;
  readonly #streams = new Set<ServerResponse>();

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get streams(): number {
    return this.#streams.size;
  }

  /** Always on one port, also after `stop`. */
  async start(): Promise<void> {
    if (this.#port === 0) this.#port = await freePort();
    const server = createServer((request, response) => {
      void this.#answer(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#server = server;
  }

  /** As `kill -9` does it: every connection is cut at once. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    this.#streams.clear();
    await new Promise<void>((resolve) => {
      if (server === null) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  add(...keys: FixtureKey[]): void {
    for (const key of keys) this.keys.set(key.text, key);
  }

  /** Records a change, and tells it to who is listening. */
  change(key: FixtureKey, facts: Partial<FixtureKey>): void {
    Object.assign(key, facts);
    this.keys.set(key.text, key);
    this.seq += 1;
    const change = { seq: this.seq, row: rowOf(key) };
    this.changes.push(change);
    if (!this.isMute) for (const stream of this.#streams) stream.write(asEvent('key', change.row, change.seq));
  }

  /** Writes to every open stream, well-formed or not. */
  say(text: string): void {
    for (const stream of this.#streams) stream.write(text);
  }

  drop(): void {
    for (const stream of this.#streams) stream.destroy();
    this.#streams.clear();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    for (const handler of this.extra) if (await handler(request, response, path)) return;
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
    if (path === '/v1/keys/changes') return this.#stream(request, response);
    if (path === '/v1/verify') return this.#verify(request, response);
    if (path === '/v1/verify/gateway') return this.#gateway(request, response);
    response.writeHead(404).end();
  }

  async #stream(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    const from = request.headers['last-event-id'];
    this.resumedFrom.push(typeof from === 'string' ? from : null);
    let known = Number(from);
    if (!this.#remembers(known)) known = await this.#snapshot(response);
    // Forgotten while the snapshot went out: only another one helps.
    if (!this.#remembers(known)) response.destroy();
    if (response.destroyed) return;
    for (const { seq, row } of this.changes) if (seq > known) response.write(asEvent('key', row, seq));
    this.#streams.add(response);
    const beat = setInterval(() => {
      if (this.isMute) return;
      response.write(asEvent('beat', { seq: this.seq, asOf: new Date().toISOString(), stale: this.isStale }));
    }, this.beatMs);
    response.on('close', () => {
      clearInterval(beat);
      this.#streams.delete(response);
    });
  }

  /** Whether every change behind this one is known one by one. */
  #remembers(seq: number): boolean {
    const oldest = this.changes[0]?.seq ?? this.seq + 1;
    return seq >= oldest - 1 && seq <= this.seq;
  }

  /** Sends all as it is now. Answers up to which change; what comes meanwhile is not in it. */
  async #snapshot(response: ServerResponse): Promise<number> {
    this.snapshots += 1;
    const { seq } = this;
    const rows = [...this.keys.values()].map(rowOf);
    await this.#write(response, asEvent('reset', { seq, count: this.claimedCount ?? rows.length }));
    for (let at = 0; at < rows.length; at += 500) {
      if (this.cutSnapshotAfterRows !== null && at >= this.cutSnapshotAfterRows) {
        response.destroy();
        return seq;
      }
      await this.#write(response, asEvent('keys', rows.slice(at, at + 500)));
    }
    await this.#write(response, asEvent('ready', { seq, asOf: new Date().toISOString() }, seq));
    return seq;
  }

  async #write(response: ServerResponse, text: string): Promise<void> {
    const size = this.pieceBytes ?? text.length;
    for (let at = 0; at < text.length; at += size) {
      if (!response.write(text.slice(at, at + size))) await new Promise((resolve) => response.once('drain', resolve));
      if (this.pieceBytes !== null) await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  async #verify(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked += 1;
    let body = '';
    for await (const piece of request) body += piece;
    const { key: text } = JSON.parse(body) as { key: string };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(this.verdict(text)));
  }

  #gateway(request: IncomingMessage, response: ServerResponse): void {
    this.asked += 1;
    this.gatewayHeaders.push(request.headers);
    const key = this.keys.get(String(request.headers['x-sdk-key'] ?? ''));
    const code = key?.code ?? 'NOT_FOUND';
    response.setHeader('cache-control', 'no-store').setHeader('x-avow-code', code);
    if (key === undefined) return void response.writeHead(401).end();
    response.setHeader('x-avow-app', key.appId).setHeader('x-avow-developer', key.developerId);
    if (code === 'VALID') return void response.writeHead(204).end();
    response
      .setHeader('x-avow-reason', encodeURIComponent('声明已逾期'))
      .setHeader('x-avow-fix-url', 'https://portal.example');
    response.writeHead(403).end();
  }

  /** The answer of /v1/verify; a test may put more into it. */
  verdict(text: string): Record<string, unknown> {
    const key = this.keys.get(text);
    const asOf = new Date().toISOString();
    if (key === undefined)
      return { valid: false, code: 'NOT_FOUND', app: null, reason: 'This key is not known.', asOf };
    const { code, appId: id, developerId, sdkProduct, environment, state, dueOn } = key;
    const attestation = { state, dueOn, fixUrl: 'https://portal.example' };
    return {
      valid: code === 'VALID',
      code,
      app: { id, developerId, name: 'An app' },
      sdkProduct,
      environment,
      attestation,
      reason: code === 'VALID' ? null : 'Attest at https://portal.example',
      asOf,
    };
  }
}

export function asEvent(event: string, content: unknown, id?: number): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(content)}\n\n`;
}
