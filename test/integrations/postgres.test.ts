import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../../integrations/embedded/ports';
import { type EmbeddedPostgres, startPostgres } from '../../integrations/embedded/postgres';
import { identify } from '../../integrations/embedded/process-identity';
import { clearAway, throwAwayDirectory } from '../support/throw-away';

const root = join(__dirname, '..', '..');
let folder: string;
let directory: string;
let port: number;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  folder = await throwAwayDirectory();
  directory = join(folder, 'postgres');
  port = await freePort();
  postgres = await startPostgres({ directory, port });
});
afterAll(async () => {
  await postgres.destroy();
  await clearAway(folder);
});

async function query(text: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: postgres.url('postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('waits for the disk before it acknowledges, listens on loopback only, and knows UTF-8', async () => {
    const shown = async (name: string) => Object.values((await query(`show ${name}`))[0] ?? {})[0];
    expect(await shown('fsync')).toBe('on');
    expect(await shown('synchronous_commit')).toBe('on');
    expect(await shown('full_page_writes')).toBe('on');
    expect(await shown('listen_addresses')).toBe('127.0.0.1');
    expect(await shown('server_encoding')).toBe('UTF8');
    expect(await shown('server_version')).toMatch(/^18\./);
    // 1.0.0.127 in this table's byte order: the only socket that listens on this port is on loopback.
    const sockets = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
    const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
    const listening = sockets.filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${hexPort}`));
    expect(listening.map(([, local]) => local)).toEqual([`0100007F:${hexPort}`]);
  });

  it('lets in nobody without the generated password, which only its owner can read', async () => {
    const intruder = new Client({ connectionString: postgres.url('postgres').replace(/:[^:@]+@/, ':guess@') });
    await expect(intruder.connect()).rejects.toThrow(/password authentication failed/);
    expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600);
  });

  it('makes a database once', async () => {
    expect(await postgres.createDatabase('avow')).toBe(true);
    expect(await postgres.createDatabase('avow')).toBe(false);
  });

  it('has every acknowledged row after kill -9 and a new start', async () => {
    await query('create table kept (n int)');
    await query('insert into kept values (1), (2)');
    process.kill(postgres.pid, 'SIGKILL');
    expect(await postgres.exited).toBe('ended by SIGKILL');
    const killed = postgres.pid;
    postgres = await startPostgres({ directory, port });
    expect(postgres.reused).toBe(false);
    expect(postgres.pid).not.toBe(killed);
    expect(await query('select n from kept order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('is taken over, still running, from a parent that was killed', async () => {
    await postgres.stop();
    const source = `
      const { startPostgres } = require(${JSON.stringify(join(root, 'integrations/embedded/postgres.ts'))});
      startPostgres(${JSON.stringify({ directory, port })}).then(({ pid }) => process.send(pid));
      process.on('message', () => {});`;
    const parent = spawn(process.execPath, ['--require', join(root, 'test/support/run-typescript.cjs'), '-e', source], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [orphan] = (await once(parent, 'message')) as [number];
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(identify(orphan)).toBeDefined();

    postgres = await startPostgres({ directory, port });
    expect(postgres).toMatchObject({ reused: true, pid: orphan });
    expect(await query('select count(*)::int as n from kept')).toEqual([{ n: 2 }]);

    // Nobody collects it once it is killed where process 1 does not: its pid file must not stand in the way.
    process.kill(orphan, 'SIGKILL');
    await postgres.exited;
    postgres = await startPostgres({ directory, port });
    expect(await query('select count(*)::int as n from kept')).toEqual([{ n: 2 }]);
  });

  it('starts where the pid in a left pid file belongs to another program', async () => {
    await postgres.stop();
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(bystander, 'spawn');
    await writeFile(
      join(directory, 'cluster', 'postmaster.pid'),
      `${bystander.pid}\n${join(directory, 'cluster')}\n0\n${port}\n`,
    );
    postgres = await startPostgres({ directory, port });
    expect(postgres.reused).toBe(false);
    expect(identify(bystander.pid ?? 0)).toBeDefined();
    bystander.kill();
    await once(bystander, 'exit');
  });

  it('stops in an orderly way, also when it is already gone', async () => {
    const { pid } = postgres;
    await postgres.stop();
    await postgres.stop();
    await sleep(50);
    expect(identify(pid)).toBeUndefined();
    expect(await readFile(join(directory, 'postgres.log'), 'utf8')).toContain('database system is shut down');
    postgres = await startPostgres({ directory, port });
  });
});

const isRoot = process.getuid?.() === 0;
(isRoot ? describe : describe.skip)('as root, in a folder that only root may enter', () => {
  it('keeps its files where its own account can reach them, says so, and finds them again', async () => {
    const closed = await throwAwayDirectory();
    await chmod(closed, 0o700);
    const said: string[] = [];
    const options = {
      directory: join(closed, 'postgres'),
      port: await freePort(),
      say: (line: string) => said.push(line),
    };
    const first = await startPostgres(options);
    try {
      expect(said).toEqual([expect.stringMatching(`which may not enter ${closed}: its files are in /var/lib/avow/`)]);
      expect((await stat(closed)).mode & 0o777).toBe(0o700);
      expect(await first.createDatabase('avow')).toBe(true);
      await first.stop();
      const second = await startPostgres(options);
      expect(await second.createDatabase('avow')).toBe(false);
      await second.stop();
    } finally {
      const elsewhere = await realpath(join(closed, 'postgres', 'cluster'));
      await first.destroy();
      await clearAway(closed);
      expect(existsSync(elsewhere)).toBe(false);
    }
  });
});
