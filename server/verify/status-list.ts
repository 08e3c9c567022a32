import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, deflate } from 'node:zlib';
import type { Instant } from '../../domain/calendar/instant';
import type { VerdictCode } from '../../domain/keys/verdict';
import { type Exchange, refuseQuery } from './exchange';
import type { Hearer } from './follower';
import type { Signer } from './signer';
import type { VerifierParts } from './verifier';

const shrink = promisify(deflate);

/** How long a list may be kept, in seconds. Who has seen a suspension elsewhere is not told otherwise for longer. */
export const ttlSeconds = 60;
/** A list that is not renewed, because all of Avow is away, ends after this: caches may serve it until then. */
const endsAfterSeconds = 7 * 86_400;
/** Changes of one moment make one list. */
const calmMs = 1_000;

/** What two bits say of a key. */
export function statusOf(code: VerdictCode): 0 | 1 | 2 | 3 {
  if (code === 'VALID') return 0;
  if (code === 'NOT_YET_ATTESTED') return 3;
  return code.startsWith('SUSPENDED_') ? 2 : 1;
}

/** Packs statuses, two bits each, the first in the lowest bits of the first byte (Token Status List, section 4.1). */
export function packStatuses(statuses: Uint8Array): Uint8Array {
  const packed = new Uint8Array(Math.ceil(statuses.length / 4));
  for (let index = 0; index < statuses.length; index += 1)
    packed[index >> 2] = (packed[index >> 2] ?? 0) | ((statuses[index] ?? 0) << ((index & 3) * 2));
  return packed;
}

/** DEFLATE with the ZLIB header, by whichever way of matching comes out shorter. */
export async function compressStatuses(packed: Uint8Array): Promise<string> {
  const tried = await Promise.all(
    [constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE].map((strategy) =>
      shrink(packed, { level: 9, memLevel: 9, strategy }),
    ),
  );
  const [shortest] = tried.sort((one, other) => one.length - other.length);
  return (shortest ?? Buffer.alloc(0)).toString('base64url');
}

interface Published {
  token: string;
  tag: string;
  at: Instant;
}

/** GET /v1/keys/status-list: what became of every key that was ever verified, for caches that nobody has to call home from. */
export class StatusList implements Hearer {
  #published: Published | undefined;
  #publishing: Promise<Published> | undefined;
  #isDirty = true;

  constructor(
    private readonly parts: VerifierParts,
    private readonly publicUrl: string,
  ) {
    parts.follower.hearers.push(this);
  }

  replaced(): void {
    this.#isDirty = true;
  }

  changed(): void {
    this.#isDirty = true;
  }

  readonly exchange: Exchange = async (request, response, query) => {
    if (query !== null) refuseQuery(query);
    const { token, tag } = await this.#current();
    const headers = {
      'Cache-Control': `public, max-age=${ttlSeconds}`,
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
      ETag: tag,
    };
    if (request.headers['if-none-match'] === tag) return void response.writeHead(304, headers).end();
    response.writeHead(200, {
      ...headers,
      'Content-Type': 'application/statuslist+jwt',
      'Content-Length': Buffer.byteLength(token),
    });
    response.end(token);
  };

  async #current(): Promise<Published> {
    const now = this.parts.clock.now();
    const last = this.#published;
    const age = last === undefined ? Number.POSITIVE_INFINITY : Math.abs(now - last.at);
    if (last !== undefined && (this.#isDirty ? age < calmMs : age < (ttlSeconds * 1000) / 2)) return last;
    this.#publishing ??= this.#publish(now).finally(() => (this.#publishing = undefined));
    return this.#publishing;
  }

  async #publish(now: Instant): Promise<Published> {
    const signer = await this.parts.signer();
    this.#isDirty = false;
    const statuses = await this.#statuses(now);
    const token = sealStatusList(signer, {
      url: `${this.publicUrl}/v1/keys/status-list`,
      asOf: this.parts.follower.asOf,
      now,
      lst: await compressStatuses(packStatuses(statuses)),
    });
    const tag = `"${createHash('sha256').update(token).digest('base64url').slice(0, 22)}"`;
    this.#published = { token, tag, at: now };
    return this.#published;
  }

  async #statuses(now: Instant): Promise<Uint8Array> {
    const { follower, answers } = this.parts;
    const { keys } = follower.knowledge;
    let last = -1;
    for (let entry = 0; entry < keys.size; entry += 1) last = Math.max(last, keys.statusIndex(entry));
    const statuses = new Uint8Array(last + 1);
    for (let entry = 0; entry < keys.size; entry += 1) {
      // A replaced text leaves its place to the one that took over.
      if (!keys.isGone(entry)) statuses[keys.statusIndex(entry)] = statusOf(answers.code(entry, now));
      if (entry % 20_000 === 19_999) await new Promise((resolve) => setImmediate(resolve));
    }
    return statuses;
  }
}

/** The signed list. `iat` is when it was so, not when it was signed: a list made while the record is away does not look fresh. */
export function sealStatusList(
  signer: Signer,
  { url, asOf, now, lst }: { url: string; asOf: Instant; now: Instant; lst: string },
): string {
  return signer.sign(
    { typ: 'statuslist+jwt' },
    {
      sub: url,
      iat: Math.floor(asOf / 1000),
      exp: Math.floor(now / 1000) + endsAfterSeconds,
      ttl: ttlSeconds,
      status_list: { bits: 2, lst },
    },
  );
}
