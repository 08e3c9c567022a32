import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AvowError } from '../../domain/errors';
import { writeDurably } from './durable-file';
import { exitOf, openLog, type Part, type RunningPart, type Say } from './part';
import { endProcess, identify, isRunning, readIdentity } from './process-identity';

export interface NodePartOptions {
  name: string;
  /** A compiled entry such as `dist/main/worker.js`; it calls `reportReady` once it serves. */
  script: string;
  arguments?: readonly string[];
  /** The whole environment of the process: nothing is passed on by itself. */
  environment: Readonly<Record<string, string | undefined>>;
  /** `<name>.pid.json` and `<name>.log` go here; made when missing. */
  directory: string;
  /** Default 60 s. */
  readyMilliseconds?: number;
  /** How long it may drain after SIGTERM before it is killed. Default 15 s. */
  drainMilliseconds?: number;
  say?: Say;
}

const ready = 'avow.ready';

/**
 * A process of our own as a part. It is told apart from a later one with the same pid, and one left behind by a killed
 * supervisor is ended before the next is started, so that there are never two.
 */
export function nodePart(options: NodePartOptions): Part {
  return { name: options.name, start: () => start(options) };
}

async function start(options: NodePartOptions): Promise<RunningPart> {
  const { name, directory, readyMilliseconds = 60_000, drainMilliseconds = 15_000 } = options;
  await mkdir(directory, { recursive: true });
  const note = join(directory, `${name}.pid.json`);
  const log = join(directory, `${name}.log`);
  await endLeftover(note, drainMilliseconds);

  const output = openLog(log);
  // A session of its own: Ctrl-C reaches the supervisor alone, which ends its parts in order. The channel tells the
  // child when the supervisor is gone.
  const child = spawn(process.execPath, ['--enable-source-maps', options.script, ...(options.arguments ?? [])], {
    stdio: ['ignore', output, output, 'ipc'],
    detached: true,
    env: { ...options.environment },
  });
  closeSync(output);
  const exited = exitOf(child);
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (identity) await writeDurably(note, JSON.stringify(identity));
  try {
    await untilReady(child, exited, readyMilliseconds, log, name);
  } catch (fault) {
    if (identity) await endProcess(identity, 'SIGKILL', 0);
    throw fault;
  }
  return {
    pid: child.pid ?? 0,
    exited,
    async stop() {
      if (identity) await endProcess(identity, 'SIGTERM', drainMilliseconds);
      await exited;
      await rm(note, { force: true });
    },
  };
}

async function endLeftover(note: string, drainMilliseconds: number): Promise<void> {
  const left = await readIdentity(note);
  if (left && isRunning(left)) await endProcess(left, 'SIGTERM', drainMilliseconds);
}

async function untilReady(
  child: ChildProcess,
  exited: Promise<string>,
  milliseconds: number,
  log: string,
  name: string,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const outcome = await Promise.race([
    new Promise<undefined>((resolve) => child.on('message', (message) => message === ready && resolve(undefined))),
    exited,
    new Promise<string>(
      (resolve) => (timer = setTimeout(() => resolve(`was not ready after ${milliseconds} ms`), milliseconds)),
    ),
  ]);
  clearTimeout(timer);
  if (outcome !== undefined)
    throw new AvowError('start.part-failed', `${name} did not start: it ${outcome}. Its log is ${log}`);
}

/** In a part's own process: tells the supervisor, if there is one, that it serves now. */
export function reportReady(): void {
  process.send?.(ready);
}

/** Whether a message from a process is that. */
export function isReadyReport(message: unknown): boolean {
  return message === ready;
}

/**
 * In a part's own process: runs `drain` once and then ends, on SIGTERM, on SIGINT, and when the supervisor has gone
 * without a word (killed), so that the next start finds the field clear.
 */
export function leaveWhenAsked(drain: () => Promise<void>): void {
  let leaving = false;
  const leave = () => {
    if (leaving) return;
    leaving = true;
    drain().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', leave);
  process.once('SIGINT', leave);
  if (process.connected) process.once('disconnect', leave);
}
