import { spawn } from 'node:child_process';
import { closeSync, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { AvowError } from '../../domain/errors';
import { writeDurably } from './durable-file';
import { type DirectoryLock, lockDirectory } from './lock';
import { exitOf, openLog, type RunningPart, type Say } from './part';
import {
  commandLine,
  ended,
  endProcess,
  findProcesses,
  identify,
  type ProcessIdentity,
  readIdentity,
} from './process-identity';

export interface TemporalOptions {
  /** A program found by `findTemporalBinary`. */
  binary: string;
  /** Holds the durable SQLite file, the pid file, the lock and the log; made when missing. */
  directory: string;
  /** Of the gRPC frontend, on 127.0.0.1. */
  port: number;
  /** Of Temporal's own pages; without it there are none. */
  uiPort?: number;
  say?: Say;
}

export interface EmbeddedTemporal extends RunningPart {
  /** host:port for clients and workers. */
  address: string;
  uiPort: number | undefined;
  /** True when a server left by a killed parent was taken over. */
  reused: boolean;
}

/** How an operator finds a developer in Temporal's pages. */
export const searchAttributes = {
  AvowStanding: 'Keyword',
  AvowAccountManager: 'Keyword',
  AvowNextAt: 'Datetime',
} as const;

const readyMilliseconds = 60_000;
const stopMilliseconds = 15_000;

/**
 * Starts the one-process Temporal server on a durable SQLite file, or takes over the one that a killed parent left
 * running on it. Two servers on one file steal each other's work without a word, so the folder is locked for as long
 * as the server is ours. Throws `start.already-running` or `start.part-failed`. Resolves when it takes calls.
 */
export async function startTemporal(options: TemporalOptions): Promise<EmbeddedTemporal> {
  const directory = resolve(options.directory);
  await mkdir(directory, { recursive: true });
  const lock = await lockDirectory(directory);
  try {
    return await startLocked({ ...options, directory }, lock);
  } catch (fault) {
    await lock.release();
    throw fault;
  }
}

async function startLocked(options: TemporalOptions, lock: DirectoryLock): Promise<EmbeddedTemporal> {
  const file = join(options.directory, 'temporal.sqlite');
  const log = join(options.directory, 'temporal.log');
  const words = argumentsOf(options, file);
  const address = `127.0.0.1:${options.port}`;
  const adopted = await adoptable(options.directory, file, words);
  const running = adopted
    ? { pid: adopted.pid, exited: ended(adopted).then(() => 'ended') }
    : launch(options.binary, words, log);
  const identity = identify(running.pid);
  if (identity) await writeDurably(join(options.directory, pidName), JSON.stringify(identity));
  try {
    await waitUntilReady(address, running.exited, log);
  } catch (fault) {
    if (identity) await endProcess(identity, 'SIGTERM', stopMilliseconds);
    throw fault;
  }
  await lock.announce(address);
  // The folder is free for the next start as soon as the server is gone, whoever ended it.
  const exited = running.exited.then(async (reason) => {
    await lock.release();
    return reason;
  });
  return {
    pid: running.pid,
    exited,
    address,
    uiPort: options.uiPort,
    reused: adopted !== undefined,
    async stop() {
      if (identity) await endProcess(identity, 'SIGTERM', stopMilliseconds);
      await exited;
    },
  };
}

const pidName = 'temporal.pid.json';

function argumentsOf(options: TemporalOptions, file: string): string[] {
  return [
    ...[
      'server',
      'start-dev',
      '--ip',
      '127.0.0.1',
      '--port',
      String(options.port),
      '--db-filename',
      file,
      '--log-level',
      'error',
    ],
    ...(options.uiPort === undefined
      ? ['--headless']
      : ['--ui-port', String(options.uiPort), '--ui-disable-news-fetch']),
    // Otherwise a run that continues soon after the last waits up to a second for its first task.
    ...['--dynamic-config-value', 'history.workflowIdReuseMinimalInterval="0s"'],
    // Registering an attribute the file already has is no error.
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ];
}

/** Every server on this file, whether or not its start lived long enough to write the pid file. */
async function serversOn(directory: string, file: string): Promise<ProcessIdentity[]> {
  const found = findProcesses((pid) => isServerOn(pid, file));
  const noted = await readIdentity(join(directory, pidName));
  const now = noted && identify(noted.pid);
  const known = now?.startedAt === noted?.startedAt && now && isServerOn(now.pid, file) ? [now] : [];
  return [...found, ...known.filter(({ pid }) => found.every((other) => other.pid !== pid))];
}

function isServerOn(pid: number, file: string): boolean {
  const words = commandLine(pid);
  return words.includes('start-dev') && words.includes(file);
}

async function adoptable(directory: string, file: string, words: string[]): Promise<ProcessIdentity | undefined> {
  const servers = await serversOn(directory, file);
  const [only] = servers;
  if (servers.length === 1 && only && commandLine(only.pid).slice(1).join('\0') === words.join('\0')) return only;
  for (const server of servers) await endProcess(server, 'SIGTERM', stopMilliseconds);
  return undefined;
}

function launch(binary: string, words: string[], log: string): { pid: number; exited: Promise<string> } {
  if (!existsSync(binary))
    throw new AvowError('start.engine-missing', `There is no program ${binary} to run Temporal with.`);
  const output = openLog(log);
  // A process group of its own: Ctrl-C reaches us, and we end the parts in order. No environment: it would read settings there.
  const child = spawn(binary, words, {
    stdio: ['ignore', output, output],
    detached: true,
    env: { PATH: '/usr/bin:/bin', TMPDIR: '/tmp' },
  });
  closeSync(output);
  const exited = exitOf(child);
  if (child.pid === undefined)
    throw new AvowError('start.part-failed', `Temporal could not be started from ${binary}.`);
  return { pid: child.pid, exited };
}

async function waitUntilReady(address: string, exited: Promise<string>, log: string): Promise<void> {
  let over: string | undefined;
  void exited.then((reason) => (over = reason));
  const deadline = Date.now() + readyMilliseconds;
  while (!(await takesCalls(address))) {
    if (over !== undefined || Date.now() > deadline) {
      throw new AvowError(
        'start.part-failed',
        `Temporal did not start (${over ?? 'no answer in 60 s'}). Its log is ${log}`,
      );
    }
    await sleep(40);
  }
}

// The port opens before the namespace and the search attributes are there: ask for those.
async function takesCalls(address: string): Promise<boolean> {
  let connection: Connection | undefined;
  try {
    connection = await Connection.connect({ address, connectTimeout: 1_000 });
    await connection.workflowService.describeNamespace({ namespace: 'default' });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    return Object.keys(searchAttributes).every((name) => name in (customAttributes ?? {}));
  } catch {
    return false;
  } finally {
    await connection?.close();
  }
}
