import { randomBytes } from 'node:crypto';
import { hasRoom } from './change-stream';
import { type Exchange, neverStored, refuseQuery } from './exchange';
import type { Hearer } from './follower';
import { allRows } from './rows';
import type { VerifierParts } from './verifier';

/** GET /v1/keys/snapshot: every key, a line each, for who asks now and then instead of following. */
export class Snapshot implements Hearer {
  /** Two instances may have read the same numbers at different moments: a tag is one instance's own. */
  readonly #instance = randomBytes(6).toString('base64url');
  #version = 0;

  constructor(private readonly parts: VerifierParts) {
    parts.follower.hearers.push(this);
  }

  replaced(): void {
    this.#version += 1;
  }

  changed(): void {
    this.#version += 1;
  }

  readonly exchange: Exchange = async (request, response, query) => {
    const { callers, clock, follower, answers } = this.parts;
    callers.admit(request, clock.now(), 1);
    if (query !== null) refuseQuery(query);
    const tag = `"${follower.position}-${this.#instance}-${this.#version}"`;
    const known = request.headers['if-none-match'] ?? '';
    const headers = { ...neverStored, 'Cache-Control': 'no-cache', ETag: tag };
    if (known.endsWith(`-${this.#instance}-${this.#version}"`)) return void response.writeHead(304, headers).end();
    response.writeHead(200, { ...headers, 'Content-Type': 'application/x-ndjson; charset=utf-8' });
    const { knowledge, position } = follower;
    response.write(`${JSON.stringify({ seq: position, asOf: answers.asOf(), count: knowledge.keys.living })}\n`);
    for (const rows of request.method === 'HEAD' ? [] : allRows(follower, answers, clock.now())) {
      if (rows.length > 0) response.write(`${rows.join('\n')}\n`);
      // Half of a snapshot must not pass for a whole one.
      if (!(await hasRoom(response)) || follower.knowledge !== knowledge) return void response.destroy();
    }
    response.end();
  };
}
