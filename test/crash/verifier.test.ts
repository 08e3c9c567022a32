import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '../../db/database';
import { migrate } from '../../db/migrate';
import { createToken, newToken } from '../../db/workspace/tokens';
import { idFrom } from '../../domain/ids';
import { freePort } from '../../integrations/embedded/ports';
import { type EmbeddedPostgres, startPostgres } from '../../integrations/embedded/postgres';
import { KeyFollower } from '../support/key-follower';
import { type KeyedApp, keyedDevelopers } from '../support/keyed-developers';
import { temporalAddress } from '../support/stack';
import { clearAway, throwAwayDirectory } from '../support/throw-away';
import { until } from '../support/until';

interface Process {
  port: number;
  url: string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

const compiled = join(__dirname, '..', '..', 'dist', 'main');
const token = newToken();
const headers = { authorization: `Bearer ${token}` };
const processes: Process[] = [];
const caughtUpWithinMs: number[] = [];

let directory: string;
let postgres: EmbeddedPostgres;
let postgresPort: number;
let db: Database;
let apps: KeyedApp[];
let verifiers: Process[];
let server: Process;

/** A cluster of its own: it is killed. */
beforeAll(async () => {
  directory = await throwAwayDirectory();
  postgresPort = await freePort();
  await bringUpPostgres();
  await postgres.createDatabase('avow');
  db = openDatabase(postgres.url('avow'));
  await migrate(db);
  apps = await keyedDevelopers(db, 6);
  const now = new Date();
  const createdBy = idFrom('per', Buffer.alloc(20, 1));
  await db
    .insertInto('people')
    .values({
      id: createdBy,
      name: 'A',
      email: 'a@x.example',
      emailNormalised: 'a@x.example',
      createdAt: now,
      erasedAt: null,
    })
    .execute();
  const id = idFrom('tok', Buffer.alloc(20, 1));
  await createToken(db, { id, token, name: 'x', scopes: ['verify'], expiresAt: null, createdBy }, now.getTime());
  verifiers = await Promise.all([run('verifier'), run('verifier', { VERIFIER_PROCESSES: '2' })]);
  server = await run('server');
}, 240_000);

afterAll(async () => {
  for (const one of processes) await one.kill('SIGKILL');
  await db.destroy();
  await postgres.destroy();
  await clearAway(directory);
}, 240_000);

async function bringUpPostgres(): Promise<void> {
  postgres = await startPostgres({ directory: join(directory, 'postgres'), port: postgresPort });
}

async function killPostgres(): Promise<void> {
  process.kill(postgres.pid, 'SIGKILL');
  await postgres.exited;
}

async function run(name: string, more: Record<string, string> = {}): Promise<Process> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(compiled, `${name}.js`)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      TZ: 'UTC',
      AVOW_EMBEDDED: '1',
      AVOW_ACCEPTS_VOLATILE: '1',
      LOG_LEVEL: 'silent',
      MAIL_FROM: 'Avow <avow@vendor.example>',
      SMTP_URL: 'smtp://127.0.0.1:9',
      TEMPORAL_ADDRESS: temporalAddress(),
      PUBLIC_URL: 'https://avow.example',
      DATABASE_URL: postgres.url('avow'),
      PORT: String(port),
      VERIFIER_PORT: String(port),
      ...more,
    },
  });
  const exited = once(child, 'exit');
  const isReady = new Promise<true>((resolve) => child.on('message', () => resolve(true)));
  const started: Process = {
    port,
    url: `http://127.0.0.1:${port}`,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await exited;
    },
  };
  processes.push(started);
  if (!(await Promise.race([isReady, exited.then(() => false as const)]))) throw new Error(`${name} did not start`);
  return started;
}

interface Answer {
  code: string;
  stale?: boolean;
}

async function ask(one: Process, app: KeyedApp | undefined): Promise<Answer> {
  const answer = await fetch(`${one.url}/v1/verify`, {
    headers: { ...headers, 'x-sdk-key': app?.keys[0]?.secret ?? '' },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

const set = (app: KeyedApp | undefined, state: 'active' | 'suspended') =>
  db
    .updateTable('keys')
    .set({ state })
    .where('appId', '=', app?.appId as never)
    .execute();

/** Until the last of them answers so. Several processes may share a port: all of them must. */
async function everybodySays(app: KeyedApp | undefined, code: string): Promise<number> {
  const startedAt = performance.now();
  for (const one of verifiers)
    for (let inRow = 0; inRow < 8; ) inRow = (await ask(one, app)).code === code ? inRow + 1 : 0;
  return performance.now() - startedAt;
}

/** Until the last of them says that it has heard nothing for a while; they answer meanwhile. */
async function everybodyIsStale(): Promise<void> {
  for (const one of verifiers)
    for (let inRow = 0; inRow < 8; ) {
      const { code, stale } = await ask(one, apps[1]);
      expect(code).toBe('VALID');
      inRow = stale ? inRow + 1 : 0;
    }
}

/** Asks everybody, all the time, while something happens; the answers that came, and the slowest. */
async function whileAsking(
  work: () => Promise<void>,
): Promise<{ codes: Set<string>; count: number; slowestMs: number }> {
  const codes = new Set<string>();
  let count = 0;
  let slowestMs = 0;
  const life = { isOver: false };
  const asking = verifiers.map(async (one) => {
    while (!life.isOver) {
      for (const [place, app] of apps.slice(0, 2).entries()) {
        const startedAt = performance.now();
        codes.add(`${place} ${(await ask(one, app)).code}`);
        slowestMs = Math.max(slowestMs, performance.now() - startedAt);
        count += 1;
      }
      await sleep(2);
    }
  });
  await work();
  life.isOver = true;
  await Promise.all(asking);
  return { codes, count, slowestMs };
}

describe('verifiers', () => {
  const [suspended, good, changing] = [0, 1, 2];

  it('hear of a suspension within a second', async () => {
    await set(apps[suspended], 'suspended');
    expect(await everybodySays(apps[suspended], 'SUSPENDED_OTHER')).toBeLessThan(5_000);
    await everybodySays(apps[good], 'VALID');
  });

  it('answer on while the API is killed', async () => {
    const { codes, count } = await whileAsking(async () => {
      await server.kill('SIGKILL');
      await sleep(1_500);
    });
    expect([...codes].sort()).toEqual(['0 SUSPENDED_OTHER', '1 VALID']);
    expect(count).toBeGreaterThan(20);
    server = await run('server');
  });

  it.each([1, 2])(
    'answer on while PostgreSQL is killed, say so, catch up when it is back and have missed nothing: round %s',
    async (round) => {
      const stream = new KeyFollower(headers);
      await stream.connect((verifiers[0] as Process).url);
      await until('the stream', () => stream.isReady);
      const code = round === 1 ? 'SUSPENDED_OTHER' : 'VALID';
      const { codes, slowestMs } = await whileAsking(async () => {
        await set(apps[changing], round === 1 ? 'suspended' : 'active');
        await killPostgres();
        await everybodyIsStale();
        await until('the stream says so', () => stream.beats.at(-1)?.stale === true);
        await sleep(1_000);
      });
      expect([...codes].sort()).toEqual(['0 SUSPENDED_OTHER', '1 VALID']);
      expect(slowestMs).toBeLessThan(5_000);
      await bringUpPostgres();
      await until('a write', () =>
        set(apps[changing + 1], round === 1 ? 'suspended' : 'active').then(
          () => true,
          () => false,
        ),
      );
      const ms = await everybodySays(apps[changing + 1], code);
      caughtUpWithinMs.push(ms);
      // A second, on a machine that does nothing else.
      expect(ms).toBeLessThan(10_000);
      await everybodySays(apps[changing], code);
      await until(
        'the stream has it',
        () => stream.told().filter((row) => row.includes('SUSPENDED')).length === (round === 1 ? 6 : 2),
      );
      stream.disconnect();
      await until('fresh again', async () => !(await ask(verifiers[0] as Process, apps[good])).stale);
    },
    240_000,
  );

  it('answer on while all of Avow but them is gone, and one that begins then waits without being ready', async () => {
    await server.kill('SIGKILL');
    await killPostgres();
    await everybodyIsStale();
    for (const one of verifiers) {
      expect(await ask(one, apps[suspended])).toMatchObject({ code: 'SUSPENDED_OTHER', stale: true });
      expect(await ask(one, apps[good])).toMatchObject({ code: 'VALID', stale: true });
      const list = await fetch(`${one.url}/readyz`);
      expect(list.status).toBe(200);
    }
    let isReady = false;
    const late = run('verifier').then((started) => {
      isReady = true;
      return started;
    });
    await sleep(2_000);
    expect(isReady).toBe(false);
    await bringUpPostgres();
    verifiers.push(await late);
    await everybodySays(apps[suspended], 'SUSPENDED_OTHER');
  }, 240_000);

  it('that share a port tell of all of them together, whoever is asked', async () => {
    const shared = verifiers[1] as Process;
    const told = async () => {
      const text = await (await fetch(`${shared.url}/metrics`, { headers: { connection: 'close' } })).text();
      const counts = [...text.matchAll(/^avow_verifier_checks_total\{code="VALID"\} (\d+)$/gm)];
      return Number(counts[0]?.[1]);
    };
    const before = await told();
    await sleep(2_500);
    for (let count = 0; count < 20; count += 1) {
      const asked = { ...headers, 'x-sdk-key': apps[good]?.keys[0]?.secret ?? '', connection: 'close' };
      expect((await fetch(`${shared.url}/v1/verify`, { headers: asked })).status).toBe(200);
    }
    let inRow = 0;
    await until('eight answers in a row have all of it', async () => {
      inRow = (await told()) >= before + 20 ? inRow + 1 : 0;
      return inRow === 8;
    });
  });

  it('are left in order when they are asked to', async () => {
    const [first] = verifiers as [Process];
    const pending = new KeyFollower(headers);
    await pending.connect(first.url);
    await first.kill('SIGTERM');
    await until('the stream ends', () => !pending.isOpen);
  });

  afterAll(() =>
    process.stdout.write(`caught up after ${caughtUpWithinMs.map((ms) => Math.round(ms)).join(', ')} ms\n`),
  );
});
