import { randomBytes } from 'node:crypto';
import { formatKey } from '../../domain/keys/key-text';
import { createVerifier, metricsText, type Verifier, type VerifierOptions } from '../../edge';
import { until } from '../support/until';
import { aKey, FixtureAvow, token } from './avow';

let avow: FixtureAvow;
let verifier: Verifier;

const open = async (options: Partial<VerifierOptions> = {}) => {
  verifier = createVerifier({ url: avow.url, token, ...options });
  expect(await verifier.ready()).toBe(true);
  await until('fresh', () => !verifier.stale);
};
const madeUp = () => formatKey('live', randomBytes(24));

beforeEach(async () => {
  avow = new FixtureAvow();
  await avow.start();
});

afterEach(async () => {
  await verifier?.close();
  await avow.stop();
});

describe('a verifier that follows the stream', () => {
  it('answers from memory, with whose key it is', async () => {
    const key = aKey({ code: 'SUSPENDED_OBLIGATION', state: 'suspended' });
    avow.add(key, aKey());
    await open();
    const answer = verifier.check(key.text);
    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      valid: false,
      code: 'SUSPENDED_OBLIGATION',
      known: true,
      keyId: key.keyId,
      appId: key.appId,
      developerId: key.developerId,
      sdkProduct: 'native',
      environment: 'live',
      attestation: { state: 'suspended', dueOn: '2027-03-01' },
      ageMs: expect.any(Number),
      stale: false,
    });
    expect(verifier.size).toBe(2);
    expect(verifier.isConnected).toBe(true);
    expect(avow.asked).toBe(0);
  });

  it('hears of a suspension, a reinstatement and a new key as it happens', async () => {
    const key = aKey();
    const later = aKey();
    avow.add(key);
    await open();
    const startedAt = performance.now();
    avow.change(key, { code: 'SUSPENDED_FINDING' });
    await until('suspended', () => verifier.check(key.text).code === 'SUSPENDED_FINDING');
    avow.change(key, { code: 'VALID' });
    avow.change(later, {});
    await until('the new key', () => verifier.check(later.text).valid);
    expect(verifier.check(key.text).valid).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });

  it('ends a rolled key at the end of its overlap, though nobody says so', async () => {
    let now = Date.UTC(2027, 0, 1);
    const key = aKey({ expiresAt: now + 5000 });
    avow.add(key);
    await open({ clock: { wall: () => now, monotonic: () => 0 } });
    expect(verifier.check(key.text).code).toBe('VALID');
    now += 5000;
    expect(verifier.check(key.text).code).toBe('REVOKED');
  });

  it('knows a key that was imported, and refuses garbage without looking or asking', async () => {
    const imported = aKey({ text: 'sk_imported_with_its_app' });
    avow.add(imported);
    await open({ onUnknown: 'ask' });
    expect(verifier.check(imported.text).valid).toBe(true);
    for (const garbage of ['', 'avow_live_cut', `${madeUp()}x`, madeUp().replace('live', 'test')]) {
      expect(await verifier.verify(garbage)).toMatchObject({ valid: false, code: 'NOT_FOUND', known: false });
    }
    expect(avow.asked).toBe(0);
  });

  it('counts every answer and hands it to the hook; a hook that throws breaks nothing', async () => {
    const key = aKey();
    avow.add(key);
    const codes: string[] = [];
    await open({
      hooks: {
        checked: (code) => {
          codes.push(code);
          throw new Error('a full disk under the metrics');
        },
      },
    });
    verifier.check(key.text);
    await verifier.verify(key.text);
    verifier.check('garbage with spaces');
    expect(codes).toEqual(['VALID', 'VALID', 'NOT_FOUND']);
    expect(Object.fromEntries(verifier.counts)).toEqual({ VALID: 2, NOT_FOUND: 1 });
    expect(metricsText(verifier)).toMatch(/^avow_checks_total\{code="VALID"\} 2$/m);
    expect(metricsText(verifier)).toMatch(/^avow_keys 1$/m);
    expect(metricsText(verifier)).toMatch(/^avow_knowledge_age_seconds \d/m);
  });
});

describe('a key that nobody has heard of', () => {
  it('is refused by default, without asking', async () => {
    await open();
    expect(await verifier.verify(madeUp())).toMatchObject({ valid: false, code: 'NOT_FOUND', known: false });
    expect(avow.asked).toBe(0);
  });

  it('is asked about by the policy `ask`: once for all who ask at the same time', async () => {
    await open({ onUnknown: 'ask', askTimeoutMs: 20_000 });
    const quick = aKey();
    avow.add(quick);
    const answers = await Promise.all([1, 2, 3].map(() => verifier.verify(quick.text)));
    for (const answer of answers) expect(answer).toMatchObject({ valid: true, known: true, appId: quick.appId });
    expect(avow.asked).toBe(1);
    const fake = madeUp();
    expect((await verifier.verify(fake)).valid).toBe(false);
    expect(await verifier.verify(fake)).toMatchObject({ valid: false, known: false, reason: 'This key is not known.' });
    expect(avow.asked).toBe(2);
  });

  it('is refused by `ask` when Avow gives no answer in time', async () => {
    await open({ onUnknown: 'ask', askTimeoutMs: 200 });
    avow.extra.push((_request, _response, path) => path === '/v1/verify');
    expect(await verifier.verify(madeUp())).toMatchObject({ valid: false, code: 'NOT_FOUND', known: false });
    await avow.stop();
    expect(await verifier.verify(madeUp())).toMatchObject({ valid: false, code: 'NOT_FOUND', known: false });
  });

  it('is let through by `allow` only while Avow cannot be heard, and garbage never', async () => {
    await open({ onUnknown: 'allow' });
    expect(verifier.check(madeUp()).valid).toBe(false);
    await avow.stop();
    await until('stale', () => verifier.stale);
    expect(verifier.check(madeUp())).toMatchObject({ valid: true, code: 'NOT_FOUND', known: false, stale: true });
    expect(verifier.check('avow_live_garbage').valid).toBe(false);
  });
});

describe('settings', () => {
  it.each([
    [{ url: '', token }, /url/],
    [{ url: 'avow.example', token }, /url/],
    [{ url: 'https://avow.example', token: ' ' }, /token/],
    [{ url: 'https://avow.example', token, onUnknown: 'maybe' as 'ask' }, /onUnknown/],
  ])('refuses %j at once, instead of refusing every key later', (options, message) => {
    expect(() => createVerifier(options)).toThrow(message);
  });

  it('says by the hook that the token is not taken, and stays not ready', async () => {
    const problems: string[] = [];
    verifier = createVerifier({
      url: avow.url,
      token: 'another',
      hooks: { problem: (_what, cause) => problems.push(String(cause)) },
    });
    await until('the problem is told', () => problems.length > 0);
    expect(problems[0]).toMatch(/401/);
    expect(await verifier.ready(1)).toBe(false);
    expect(verifier.ageMs).toBe(Number.POSITIVE_INFINITY);
    expect(verifier.stale).toBe(true);
    expect(metricsText(verifier)).toMatch(/^avow_knowledge_age_seconds \+Inf$/m);
  });
});
