import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { Database } from '../../../db/database';
import { verdictCodes } from '../../../domain/keys/verdict';
import { compressStatuses, packStatuses, statusOf } from '../../../server/verify/status-list';
import { testDatabase } from '../../support/database';
import { type KeyedApp, keyedDevelopers } from '../../support/keyed-developers';
import { testServer } from '../../support/server';
import { unguarded } from '../../support/unguarded';
import { startVerifying, type Verifying } from '../../support/verifying';

const bytesOf = (lst: string) => inflateSync(Buffer.from(lst, 'base64url'));

const draftsList =
  'eNrt2zENACEQAEEuoaBABP5VIO01fCjIHTMStt9ovGVIAAAAAABAbiEBAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEB5WwIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAID0ugQAAAAAAAAAAAAAAAAAQG12SgAAAAAAAAAAAAAAAAAAAAAAAAAAAOCSIQEAAAAAAAAAAAAAAAAAAAAAAAD8ExIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAwJEuAQAAAAAAAAAAAAAAAAAAAAAAAMB9SwIAAAAAAAAAAAAAAAAAAACoYUoAAAAAAAAAAAAAAEBqH81gAQw';

/** The examples of the draft (draft-ietf-oauth-status-list, section 4.1 and the test vectors of its appendix). */
describe('the format', () => {
  it('packs and compresses the draft’s two-bit example to the draft’s bytes', async () => {
    const packed = packStatuses(Uint8Array.from([1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]));
    expect(Buffer.from(packed).toString('hex')).toBe('c944f9');
    expect(bytesOf('eNo76fITAAPfAgc').toString('hex')).toBe('c944f9');
    expect(bytesOf(await compressStatuses(packed)).toString('hex')).toBe('c944f9');
  });

  it('packs the draft’s vector of 2^20 statuses to the same bytes, in no more room', async () => {
    const vector: Record<number, 1 | 2 | 3> = {
      0: 1,
      1993: 2,
      25_460: 1,
      159_495: 3,
      495_669: 1,
      554_353: 1,
      645_645: 2,
      723_232: 1,
      854_545: 1,
      934_534: 2,
      1_000_345: 3,
    };
    const statuses = new Uint8Array(2 ** 20);
    for (const [index, status] of Object.entries(vector)) statuses[Number(index)] = status;
    const packed = Buffer.from(packStatuses(statuses));
    expect(bytesOf(draftsList).equals(packed)).toBe(true);
    const lst = await compressStatuses(packed);
    expect(bytesOf(lst).equals(packed)).toBe(true);
    expect(lst.length).toBeLessThanOrEqual(draftsList.length);
  });

  it('has a status for every code', () => {
    expect(verdictCodes.map((code) => [code, statusOf(code)])).toEqual([
      ['VALID', 0],
      ['NOT_FOUND', 1],
      ['NOT_YET_ATTESTED', 3],
      ['SUSPENDED_OBLIGATION', 2],
      ['SUSPENDED_FINDING', 2],
      ['SUSPENDED_OTHER', 2],
      ['REVOKED', 1],
      ['OFFBOARDED', 1],
    ]);
  });

  it('of 100,000 keys of which 1 % are suspended takes at most 2 kB', async () => {
    const statuses = new Uint8Array(100_000);
    for (let count = 0, state = 1; count < 1_000; count += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      statuses[(state >>> 8) % 100_000] = 2;
    }
    const lst = await compressStatuses(packStatuses(statuses));
    expect(Buffer.from(lst, 'base64url').length).toBeLessThan(2_000);
  });
});

describe('/v1/keys/status-list', () => {
  let db: Database;
  let apps: KeyedApp[];
  let verifier: Verifying;
  let authorization: string;

  beforeAll(async () => {
    db = await unguarded(await testDatabase());
    apps = await keyedDevelopers(db, 5, 3);
    authorization = (await testServer(db).token('verify')).Authorization;
    verifier = await startVerifying(db);
    await verifier.follower.read();
  });

  const list = async () => {
    const answer = await fetch(`${verifier.url}/v1/keys/status-list`);
    const token = await answer.text();
    const [head = '', payload = '', signature = ''] = token.split('.');
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
    const keys = (await (await fetch(`${verifier.url}/.well-known/jwks.json`)).json()) as { keys: JsonWebKey[] };
    const key = keys.keys.find((one) => one.kid === read(head).kid);
    const isSigned = verify(
      'sha256',
      Buffer.from(`${head}.${payload}`),
      { key: createPublicKey({ key: key as JsonWebKey, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    return { answer, head: read(head), payload: read(payload), isSigned, keys };
  };
  const statusAt = (lst: string, idx: number) => ((bytesOf(lst)[idx >> 2] ?? 0) >> ((idx & 3) * 2)) & 3;
  const verification = async (app: KeyedApp | undefined) =>
    (await (
      await fetch(`${verifier.url}/v1/verify`, {
        headers: { authorization, 'x-sdk-key': app?.keys[0]?.secret ?? '' },
      })
    ).json()) as { code: string; statusList: { idx: number } };

  it('is a signed token that any cache may keep for a while, open to everybody', async () => {
    const { answer, head, payload, isSigned, keys } = await list();
    expect(answer.headers.get('content-type')).toBe('application/statuslist+jwt');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(head).toEqual({ alg: 'ES256', typ: 'statuslist+jwt', kid: expect.any(String) });
    expect(payload).toEqual({
      sub: 'https://avow.example/v1/keys/status-list',
      iat: Math.floor(verifier.follower.asOf / 1000),
      exp: expect.any(Number),
      ttl: 60,
      status_list: { bits: 2, lst: expect.any(String) },
    });
    expect(isSigned).toBe(true);
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const again = await fetch(`${verifier.url}/v1/keys/status-list`, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('says of each key, at the place that came with its verification, what became of it', async () => {
    const [valid, suspended, revoked, onboarding] = apps;
    const set = (app: KeyedApp | undefined, columns: object) =>
      db
        .updateTable('apps')
        .set(columns)
        .where('id', '=', app?.appId as never)
        .execute();
    await db
      .updateTable('keys')
      .set({ state: 'suspended' })
      .where('appId', '=', suspended?.appId as never)
      .execute();
    await set(revoked, { standing: 'revoked' });
    await set(onboarding, { standing: 'onboarding' });
    await verifier.follower.read();
    verifier.time.offset = 2_000;
    const { payload } = await list();
    const seen: [string, number][] = [];
    for (const app of [valid, suspended, revoked, onboarding]) {
      const { code, statusList } = await verification(app);
      seen.push([code, statusAt(payload.status_list.lst, statusList.idx)]);
    }
    expect(seen).toEqual([
      ['VALID', 0],
      ['SUSPENDED_OTHER', 2],
      ['REVOKED', 1],
      ['NOT_YET_ATTESTED', 3],
    ]);
    verifier.time.offset = 0;
  });

  it('goes on being published while nothing is heard, and does not look fresh', async () => {
    const { asOf } = verifier.follower;
    verifier.time.offset = 3_600_000;
    const { payload, isSigned } = await list();
    expect([isSigned, payload.iat]).toEqual([true, Math.floor(asOf / 1000)]);
    expect(payload.exp).toBeGreaterThan((Date.now() + 86_400_000) / 1000);
    verifier.time.offset = 0;
  });
});
