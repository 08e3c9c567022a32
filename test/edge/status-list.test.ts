import { deflateSync } from 'node:zlib';
import { generateKeyPair, SignJWT } from 'jose';
import { statusAt, unpackList } from '../../edge';
import { readSignedList } from '../../edge/status-list';
import { FixtureAvow } from './avow';
import { ListIssuer } from './list-issuer';
import vectors from './status-list-vectors.json';

interface Vector {
  name: string;
  bits: number;
  lst: string;
  size: number;
  /** Every state, or those that are not 0. */
  all?: number[];
  set?: number[][];
}

const now = Date.UTC(2027, 0, 1);
const iat = now / 1000;

describe('the test vectors of the draft "Token Status List"', () => {
  it.each(vectors as Vector[])('$name', async ({ bits, lst, size, all, set = [] }) => {
    const list = await unpackList({ bits, lst });
    expect((list.bytes.length * 8) / bits).toBe(size);
    const states = Array.from({ length: size }, (_, index) => statusAt(list, index));
    const wanted = all ?? Array.from({ length: size }, () => 0);
    for (const [index = 0, state = 0] of set) wanted[index] = state;
    expect(states.findIndex((state, index) => state !== wanted[index])).toBe(-1);
    expect(statusAt(list, size)).toBeNull();
  });
});

describe('a list that cannot be right', () => {
  const packed = (bytes: Uint8Array) => deflateSync(bytes).toString('base64url');

  it.each([
    ['no list', undefined, /bits/],
    ['three bits', { bits: 3, lst: packed(new Uint8Array(3)) }, /bits/],
    ['another alphabet', { bits: 2, lst: '+/+/' }, /base64url/],
    ['nothing packed', { bits: 2, lst: 'AAAA' }, /compression method|header check/],
    [
      'half of it',
      { bits: 2, lst: packed(Uint8Array.from({ length: 999 }, (_, index) => index * 7)).slice(0, 90) },
      /unexpected end/,
    ],
    ['a bomb', { bits: 1, lst: packed(new Uint8Array(64 << 20)) }, /larger than/],
  ])('is refused: %s', async (_what, claim, message) => {
    await expect(unpackList(claim)).rejects.toThrow(message);
  });
});

describe('a signed list', () => {
  let issuer: ListIssuer;
  const read = async (at = now) => readSignedList((await issuer.publish()).token, issuer.uri, await issuer.keys(), at);

  beforeEach(async () => {
    issuer = await ListIssuer.of(new FixtureAvow());
    issuer.issuedAt = () => iat;
  });

  it('says how long it holds', async () => {
    expect(await read()).toMatchObject({ bits: 2, issuedAt: now, expiresAt: now + 3_600_000, ttlMs: 1000 });
  });

  it.each([
    ['of another type', { header: { typ: 'JWT' } }, /"typ"/],
    ['for another address', { claims: { sub: 'https://other.example/list' } }, /"sub"/],
    ['of tomorrow', { claims: { iat: iat + 86_400 } }, /future/],
    ['of yesterday', { claims: { exp: iat - 86_400 } }, /"exp"/],
    ['without a date', { claims: { iat: undefined } }, /"iat"/],
    ['without a list', { claims: { status_list: undefined } }, /"status_list"/],
  ])('is refused: one %s', async (_what, otherwise, message) => {
    issuer.otherwise = otherwise;
    await expect(read()).rejects.toThrow(message);
  });

  it('is refused when another key signed it, when it was changed, or when it names its own key', async () => {
    const { token } = await issuer.publish();
    const keys = await issuer.keys();
    const [header, payload, signature] = token.split('.') as [string, string, string];
    const changed = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const forged = Buffer.from(JSON.stringify({ ...changed, exp: iat + 9e6 })).toString('base64url');
    await expect(readSignedList(`${header}.${forged}.${signature}`, issuer.uri, keys, now)).rejects.toThrow(
      /signature/,
    );
    const unsigned = Buffer.from('{"alg":"none","typ":"statuslist+jwt"}').toString('base64url');
    await expect(readSignedList(`${unsigned}.${payload}.`, issuer.uri, keys, now)).rejects.toThrow(/"alg"/);
    const stranger = await generateKeyPair('ES256');
    const theirs = await new SignJWT(changed)
      .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'statuslist+jwt', jku: 'https://attacker.example' })
      .sign(stranger.privateKey);
    await expect(readSignedList(theirs, issuer.uri, keys, now)).rejects.toThrow(/signature/);
  });
});
