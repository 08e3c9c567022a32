import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVerifier, type Verifier, type VerifierOptions } from '../../edge';
import { until } from '../support/until';
import { aKey, FixtureAvow, type FixtureKey, token } from './avow';

let directory: string;
let file: string;
let avow: FixtureAvow;
let good: FixtureKey;
let problems: string[];
let verifier: Verifier;

const open = (options: Partial<VerifierOptions> = {}) => {
  const hooks = { problem: (what: string, cause: unknown) => problems.push(`${what}: ${String(cause)}`) };
  verifier = createVerifier({ url: avow.url, token, file, mostBackoffMs: 200, hooks, ...options });
  return verifier;
};

beforeEach(async () => {
  problems = [];
  directory = await mkdtemp(join(tmpdir(), 'avow-kept-'));
  file = join(directory, 'avow.kept');
  avow = new FixtureAvow();
  await avow.start();
  good = aKey();
  avow.add(good, ...Array.from({ length: 700 }, () => aKey({ code: 'REVOKED', dueOn: null })));
});

afterEach(async () => {
  await verifier.close();
  await avow.stop();
  await rm(directory, { recursive: true });
});

async function keepOnce(): Promise<void> {
  await open().ready();
  await until('fresh', () => !verifier.stale);
  await verifier.close();
}

describe('what is kept in a file', () => {
  it('is known to a process that starts while Avow is down, with its age; on return it goes on from there', async () => {
    await keepOnce();
    await avow.stop();
    const later = 3 * 86_400_000;
    open({ clock: { wall: () => Date.now() + later, monotonic: () => performance.now() } });
    expect(await verifier.ready()).toBe(true);
    expect(verifier.size).toBe(701);
    expect(verifier.check(good.text)).toMatchObject({ valid: true, appId: good.appId, stale: true });
    expect(verifier.ageMs).toBeGreaterThan(later - 1000);
    avow.change(good, { code: 'SUSPENDED_OBLIGATION' });
    await avow.start();
    await until('the change meanwhile', () => verifier.check(good.text).code === 'SUSPENDED_OBLIGATION');
    expect(avow.snapshots).toBe(1);
  });

  it('holds hashes and no key, for its owner only, and leaves no draft behind', async () => {
    await keepOnce();
    const text = await readFile(file, 'utf8');
    expect(text).not.toContain(good.text);
    expect(text).not.toMatch(/avow_(live|test|token)_/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(directory)).toEqual(['avow.kept']);
  });

  it('is written while changes come in, without waiting for the end of the process', async () => {
    await open({ saveEveryMs: 50 }).ready();
    avow.change(good, { code: 'REVOKED' });
    await until('the file', () => existsSync(file));
    await until('the change', () => verifier.check(good.text).code === 'REVOKED');
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['cut off at the end of a line', (text: string) => `${text.split('\n').slice(0, 300).join('\n')}\n`],
    ['changed', (text: string) => text.replace('REVOKED', 'VALID')],
    ['empty', () => ''],
  ])('is not used when it is %s, and Avow is asked for everything', async (_what, damage) => {
    await keepOnce();
    await writeFile(file, damage(await readFile(file, 'utf8')));
    await open().ready();
    expect(problems.join()).toMatch(/what was kept cannot be used/);
    expect(verifier.check(good.text).valid).toBe(true);
    expect(avow.snapshots).toBe(2);
  });

  it('is not used for another Avow', async () => {
    await keepOnce();
    const other = new FixtureAvow();
    await other.start();
    try {
      await open({ url: other.url }).ready();
      expect(problems.join()).toMatch(/was kept from/);
      expect(verifier.check(good.text).known).toBe(false);
    } finally {
      await verifier.close();
      await other.stop();
    }
  });

  it('can fail to be written without harm', async () => {
    await open({ file: join(directory, 'missing', 'avow.kept') }).ready();
    await verifier.close();
    expect(problems.join()).toMatch(/the file could not be written/);
    expect(verifier.check(good.text).valid).toBe(true);
  });
});
