import { setTimeout as wait } from 'node:timers/promises';
import { createVerifier, type Verifier, type VerifierOptions } from '../../edge';
import { until } from '../support/until';
import { aKey, asEvent, FixtureAvow, type FixtureKey, token } from './avow';

let avow: FixtureAvow;
let verifier: Verifier;
let good: FixtureKey;
let bad: FixtureKey;
let problems: string[];

const open = (options: Partial<VerifierOptions> = {}) => {
  verifier = createVerifier({
    url: avow.url,
    token,
    mostBackoffMs: 200,
    hooks: { problem: (what, cause) => problems.push(`${what}: ${String(cause)}`) },
    ...options,
  });
};
const fresh = () => until('fresh knowledge', () => !verifier.stale);
const codes = () => [verifier.check(good.text).code, verifier.check(bad.text).code];

beforeEach(async () => {
  problems = [];
  avow = new FixtureAvow();
  await avow.start();
  good = aKey();
  bad = aKey({ code: 'SUSPENDED_OBLIGATION' });
  avow.add(good, bad, ...Array.from({ length: 1200 }, () => aKey()));
});

afterEach(async () => {
  await verifier.close();
  await avow.stop();
});

describe('while Avow is away', () => {
  it('answers from the last good state, says how old that is, and catches up on return without a new snapshot', async () => {
    open();
    await fresh();
    await avow.stop();
    await until('stale after the lease', () => verifier.stale);
    expect(verifier.ageMs).toBeGreaterThan(500);
    expect(codes()).toEqual(['VALID', 'SUSPENDED_OBLIGATION']);
    expect(verifier.check(good.text)).toMatchObject({ valid: true, stale: true });
    const first = verifier.ageMs;
    await wait(50);
    expect(verifier.ageMs).toBeGreaterThan(first);

    avow.change(good, { code: 'REVOKED' });
    avow.change(bad, { code: 'VALID' });
    await avow.start();
    await fresh();
    expect(codes()).toEqual(['REVOKED', 'VALID']);
    expect(avow.snapshots).toBe(1);
    expect(avow.resumedFrom).toEqual([null, '100']);
  });

  it('goes on for days by the same state', async () => {
    let passed = 0;
    open({ clock: { wall: () => Date.now() + passed, monotonic: () => performance.now() + passed } });
    await fresh();
    await avow.stop();
    passed = 5 * 86_400_000;
    expect(codes()).toEqual(['VALID', 'SUSPENDED_OBLIGATION']);
    expect(verifier.ageMs).toBeGreaterThan(passed - 1000);
    expect(verifier.check(good.text).stale).toBe(true);
  });

  it('takes a new snapshot when its sequence is forgotten, and answers from the old state until it is whole', async () => {
    open();
    await fresh();
    await avow.stop();
    avow.change(good, { code: 'REVOKED' });
    avow.changes.length = 0;
    avow.seq += 1000;
    avow.changes.push({ seq: avow.seq, row: [] });
    avow.pieceBytes = 4000;
    await avow.start();
    await until('the second snapshot has begun', () => avow.snapshots === 2);
    expect(codes()).toEqual(['VALID', 'SUSPENDED_OBLIGATION']);
    await until('the new state', () => codes()[0] === 'REVOKED');
    await fresh();
  });
});

describe('a bad line', () => {
  it('is reconnected when it goes dead without closing', async () => {
    open({ silenceMs: 400 });
    await fresh();
    avow.isMute = true;
    avow.change(good, { code: 'REVOKED' });
    await until('a second connection', () => avow.resumedFrom.length > 1);
    avow.isMute = false;
    await until('what was missed', () => codes()[0] === 'REVOKED');
  });

  it('that breaks in the middle of a snapshot leaves nothing half-known', async () => {
    avow.cutSnapshotAfterRows = 500;
    open();
    await until('it was tried again', () => avow.snapshots >= 2);
    expect(await verifier.ready(1)).toBe(false);
    expect(verifier.size).toBe(0);
    avow.cutSnapshotAfterRows = null;
    await fresh();
    expect(verifier.size).toBe(1202);
  });

  it('that breaks in the middle of a later snapshot leaves the old state in use', async () => {
    open();
    await fresh();
    avow.cutSnapshotAfterRows = 500;
    avow.changes.push({ seq: avow.seq + 500, row: [] });
    avow.seq += 500;
    avow.drop();
    await until('it was tried again', () => avow.snapshots >= 3);
    expect(codes()).toEqual(['VALID', 'SUSPENDED_OBLIGATION']);
    expect(verifier.size).toBe(1202);
    // The next instance still knows each change since: no snapshot is begun, and the broken one must be forgotten.
    avow.changes.length = 0;
    avow.seq = 100;
    avow.change(good, { code: 'REVOKED' });
    await until('the change after the broken snapshot', () => codes()[0] === 'REVOKED');
  });

  it('that is slow is waited for', async () => {
    avow.pieceBytes = 997;
    open({ silenceMs: 1000 });
    await fresh();
    expect(verifier.size).toBe(1202);
    expect(avow.snapshots).toBe(1);
  });

  it('that sends half an event and then dies changes nothing, and the event is heard on the next one', async () => {
    open();
    await fresh();
    const [, line] = asEvent('key', ['half'], 101).split('data');
    avow.say(`event: key\nid: 101\ndata${line?.slice(0, 4)}`);
    avow.drop();
    avow.change(good, { code: 'REVOKED' });
    await until('the whole event', () => codes()[0] === 'REVOKED');
    expect(avow.resumedFrom.at(-1)).toBe('100');
  });
});

describe('what cannot be right', () => {
  it('is not believed: a snapshot without all its keys', async () => {
    open();
    await fresh();
    avow.claimedCount = 5000;
    avow.seq += 10;
    avow.changes.push({ seq: avow.seq, row: [] });
    avow.drop();
    await until('the problem is told', () => problems.some((one) => /should have 5000 keys and has 1202/.test(one)));
    expect(codes()).toEqual(['VALID', 'SUSPENDED_OBLIGATION']);
    expect(verifier.size).toBe(1202);
  });

  it('is believed, and told as a problem: a snapshot that is miscounted by a few', async () => {
    avow.claimedCount = 1210;
    open();
    await fresh();
    expect(verifier.size).toBe(1202);
    expect(problems.join()).toMatch(/should have 1210 keys and has 1202/);
  });

  it('is not believed: an Avow that has lost most keys', async () => {
    open();
    await fresh();
    const all = [...avow.keys];
    avow.keys.clear();
    avow.seq = 1;
    avow.drop();
    await until('the problem is told', () => problems.some((one) => /is not believed/.test(one)));
    expect(codes()).toEqual(['VALID', 'SUSPENDED_OBLIGATION']);
    await until('stale meanwhile', () => verifier.stale);
    for (const [text, key] of all) avow.keys.set(text, key);
    await fresh();
  });

  it('is passed over: rows and events that cannot be read, while the others are heard', async () => {
    open();
    await fresh();
    avow.say(asEvent('key', ['no hash', 'VALID'], 101) + asEvent('song', { of: 'a later release' }, 102));
    avow.seq = 102;
    avow.change(good, { code: 'REVOKED' });
    await until('the change behind them', () => codes()[0] === 'REVOKED');
    expect(problems.join()).toMatch(/a row of the feed cannot be read/);
    expect(avow.resumedFrom).toEqual([null]);
  });

  it('ends the connection, not the process: JSON that is none', async () => {
    open();
    await fresh();
    avow.say('event: key\nid: 101\ndata: {"half":\n\n');
    await until('a second connection', () => avow.resumedFrom.length > 1);
    await fresh();
    expect(codes()).toEqual(['VALID', 'SUSPENDED_OBLIGATION']);
  });
});

describe('the clock', () => {
  it('is stale as soon as the instance at the other end says that it has lost touch', async () => {
    open();
    await fresh();
    avow.isStale = true;
    await until('stale', () => verifier.stale);
    expect(verifier.isConnected).toBe(true);
    await until('its beats do not make the knowledge younger', () => verifier.ageMs > 700);
    expect(verifier.check(bad.text)).toMatchObject({ code: 'SUSPENDED_OBLIGATION', stale: true });
    avow.isStale = false;
    await fresh();
  });

  it('may be set back or forward: knowledge never looks younger than it is, and the next beat mends it', async () => {
    let shift = 0;
    open({ clock: { wall: () => Date.now() + shift, monotonic: () => performance.now() } });
    await fresh();
    shift = -86_400_000;
    await avow.stop();
    await until('age by the clock that only goes forward', () => verifier.ageMs > 1000);
    await avow.start();
    await fresh();
    shift = 86_400_000;
    await until('the next beat', () => verifier.ageMs < 1000);
    await fresh();
  });
});
