import { deflateSync } from 'node:zlib';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { FixtureAvow, FixtureKey } from './avow';

const path = '/v1/keys/status-list';

/** Makes the fixture publish a signed status list of its keys and give each its place in it. */
export class ListIssuer {
  /** Claims and header fields that a test wants otherwise; called at each publication. */
  otherwise: { claims?: Record<string, unknown>; header?: Record<string, unknown> } = {};
  ttl = 1;
  /** Seconds. */
  lifetime = 3600;
  issuedAt = (): number => Math.floor(Date.now() / 1000);
  fetched = 0;
  notModified = 0;
  keysFetched = 0;
  readonly #avow: FixtureAvow;
  #kid = 'one';
  #pair: { publicKey: CryptoKey; privateKey: CryptoKey } | null = null;
  #published: { states: string; token: string; etag: string } | null = null;

  private constructor(avow: FixtureAvow) {
    this.#avow = avow;
  }

  static async of(avow: FixtureAvow): Promise<ListIssuer> {
    const issuer = new ListIssuer(avow);
    await issuer.rotate('one');
    avow.extra.push(async (request, response, asked) => {
      if (asked === '/.well-known/jwks.json') {
        issuer.keysFetched += 1;
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(await issuer.keys()));
        return true;
      }
      if (asked !== path) return false;
      issuer.fetched += 1;
      const { token, etag } = await issuer.publish();
      if (request.headers['if-none-match'] === etag) {
        issuer.notModified += 1;
        response.writeHead(304).end();
      } else response.writeHead(200, { 'content-type': 'application/statuslist+jwt', etag }).end(token);
      return true;
    });
    const verdict = avow.verdict.bind(avow);
    avow.verdict = (text) => {
      const idx = [...avow.keys.keys()].indexOf(text);
      return { ...verdict(text), ...(idx === -1 ? {} : { statusList: { idx, uri: issuer.uri } }) };
    };
    return issuer;
  }

  get uri(): string {
    return `${this.#avow.url}${path}`;
  }

  async rotate(kid: string): Promise<void> {
    const pair = await generateKeyPair('ES256', { extractable: true });
    this.#kid = kid;
    this.#pair = pair;
    this.#published = null;
  }

  async keys(): Promise<{ keys: JWK[] }> {
    if (this.#pair === null) return { keys: [] };
    return { keys: [{ ...(await exportJWK(this.#pair.publicKey)), kid: this.#kid, alg: 'ES256', use: 'sig' }] };
  }

  /** Anew when a key's state or what the test wants has changed. */
  async publish(): Promise<{ token: string; etag: string }> {
    const states = JSON.stringify([[...this.#avow.keys.values()].map(({ code }) => code), this.otherwise]);
    if (this.#published?.states === states) return this.#published;
    const bytes = new Uint8Array(Math.ceil(this.#avow.keys.size / 4));
    [...this.#avow.keys.values()].forEach((key, index) => {
      bytes[index >> 2] = (bytes[index >> 2] ?? 0) | (statusOf(key) << ((index & 3) * 2));
    });
    const iat = this.issuedAt();
    const token = await new SignJWT({
      sub: this.uri,
      iat,
      exp: iat + this.lifetime,
      ttl: this.ttl,
      status_list: { bits: 2, lst: deflateSync(bytes).toString('base64url') },
      ...this.otherwise.claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: this.#kid, typ: 'statuslist+jwt', ...this.otherwise.header })
      .sign((this.#pair as { privateKey: CryptoKey }).privateKey);
    this.#published = { states, token, etag: `"${iat}-${Math.random()}"` };
    return this.#published;
  }
}

function statusOf({ code }: FixtureKey): number {
  if (code === 'VALID') return 0;
  if (code.startsWith('SUSPENDED')) return 2;
  return code === 'NOT_YET_ATTESTED' ? 3 : 1;
}
