import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { formatKey } from '../../domain/keys/key-text';
import { createStatusListVerifier, type StatusListVerifierOptions, type Verifier } from '../../edge';
import { until } from '../support/until';
import { aKey, FixtureAvow, token } from './avow';
import { ListIssuer } from './list-issuer';

let avow: FixtureAvow;
let issuer: ListIssuer;
let verifier: Verifier;
let problems: string[];
let shift: number;
const good = aKey();

const open = (options: Partial<StatusListVerifierOptions> = {}) => {
  verifier = createStatusListVerifier({
    url: avow.url,
    token,
    askTimeoutMs: 20_000,
    clock: { wall: () => Date.now() + shift, monotonic: () => performance.now() + shift },
    hooks: { problem: (_what, cause) => problems.push(String(cause)) },
    ...options,
  });
};
const listed = async () => {
  await verifier.verify(good.text);
  await until('the list is there', () => verifier.check(good.text).known);
};

beforeEach(async () => {
  problems = [];
  shift = 0;
  avow = new FixtureAvow();
  await avow.start();
  issuer = await ListIssuer.of(avow);
  Object.assign(good, { code: 'VALID' });
  avow.add(aKey(), good);
});

afterEach(async () => {
  await verifier.close();
  await avow.stop();
});

describe('a verifier without a stream', () => {
  it('asks once about a key, and the list answers from then on', async () => {
    open();
    expect(verifier.check(good.text)).toMatchObject({ valid: false, known: false });
    expect(await verifier.verify(good.text)).toMatchObject({ valid: true, appId: good.appId });
    await listed();
    const asked = avow.asked;
    for (let count = 0; count < 20; count += 1) expect((await verifier.verify(good.text)).valid).toBe(true);
    // On a busy machine the next list may be late for a moment.
    await until('fresh', () => !verifier.check(good.text).stale);
    expect(verifier.check(good.text)).toMatchObject({ valid: true, code: 'VALID', appId: good.appId, stale: false });
    expect(avow.asked).toBe(asked);
    expect(avow.streams).toBe(0);
  });

  it('refuses garbage without asking, and asks about what it does not know', async () => {
    open();
    expect((await verifier.verify('avow_live_garbage')).valid).toBe(false);
    expect(avow.asked).toBe(0);
    expect(await verifier.verify(formatKey('live', randomBytes(24)))).toMatchObject({ valid: false, known: false });
    expect(avow.asked).toBe(1);
  });

  it('learns from the list that a key is suspended, from Avow what for, and from the list that it is lifted', async () => {
    open();
    await listed();
    good.code = 'SUSPENDED_OBLIGATION';
    await until('the list says so', () => !verifier.check(good.text).valid);
    expect(verifier.check(good.text).code).toBe('SUSPENDED');
    const exact = { valid: false, code: 'SUSPENDED_OBLIGATION', reason: 'Attest at https://portal.example' };
    expect(await verifier.verify(good.text)).toMatchObject(exact);
    expect(verifier.check(good.text)).toMatchObject(exact);
    good.code = 'VALID';
    await until('lifted', () => verifier.check(good.text).valid);
  });

  it.each([
    ['REVOKED', 'REVOKED'],
    ['OFFBOARDED', 'REVOKED'],
    ['NOT_YET_ATTESTED', 'NOT_YET_ATTESTED'],
  ])('reads %s as %s', async (code, read) => {
    open();
    await listed();
    good.code = code;
    await until('the list says so', () => verifier.check(good.text).code === read);
  });

  it('believes what Avow said itself over a list that was made before', async () => {
    issuer.ttl = 3600;
    const other = aKey();
    avow.add(other);
    open();
    await listed();
    await wait(1100);
    other.code = 'SUSPENDED_FINDING';
    expect((await verifier.verify(other.text)).code).toBe('SUSPENDED_FINDING');
    expect(verifier.check(other.text)).toMatchObject({ valid: false, code: 'SUSPENDED_FINDING' });
    expect(issuer.fetched).toBe(1);
  });

  it('fetches only what has changed', async () => {
    open();
    await listed();
    await until('not modified', () => issuer.notModified >= 2);
    await until('fresh again', () => !verifier.check(good.text).stale);
    expect(issuer.keysFetched).toBe(1);
  });

  it('goes on while Avow is away, beyond the end of the list, and says how old it is', async () => {
    open();
    await listed();
    await avow.stop();
    shift = 3 * 86_400_000;
    expect(await verifier.verify(good.text)).toMatchObject({ valid: true, stale: true });
    expect(verifier.ageMs).toBeGreaterThan(shift - 1000);
    expect(verifier.stale).toBe(true);
  });

  it('knows nothing beyond the end of the list when it is told to be strict', async () => {
    open({ onExpired: 'refuse' });
    await listed();
    await avow.stop();
    shift = 30 * 60_000;
    expect((await verifier.verify(good.text)).valid).toBe(true);
    shift = 61 * 60_000;
    expect(await verifier.verify(good.text)).toMatchObject({ valid: false, known: false });
  });

  it('keeps the list at hand when the next one is forged, old or broken', async () => {
    open();
    await listed();
    issuer.otherwise = { claims: { iat: Math.floor(Date.now() / 1000) - 600 } };
    good.code = 'REVOKED';
    await until('the old one is refused', () => problems.some((one) => /older than the one at hand/.test(one)));
    expect(verifier.check(good.text).valid).toBe(true);
    issuer.otherwise = { header: { typ: 'JWT' } };
    await until('the forged one is refused', () => problems.some((one) => /typ/.test(one)));
    expect(verifier.check(good.text).valid).toBe(true);
    issuer.otherwise = {};
    await until('the next good one', () => verifier.check(good.text).code === 'REVOKED');
  });

  it('finds the new public key when Avow has changed it', async () => {
    open();
    await listed();
    await issuer.rotate('two');
    shift = 20_000;
    good.code = 'REVOKED';
    await until('the list signed by the new key', () => verifier.check(good.text).code === 'REVOKED');
    expect(issuer.keysFetched).toBe(2);
  });

  it('forgets the key that was longest unused', async () => {
    open({ mostKeys: 1 });
    const [first] = avow.keys.keys();
    await listed();
    await verifier.verify(first ?? '');
    await wait(10);
    expect(verifier.check(good.text).known).toBe(false);
    expect(verifier.size).toBe(1);
  });
});
