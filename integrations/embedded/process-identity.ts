import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** One process for its whole life: a pid alone may be given to another program after a crash or a reboot. */
export interface ProcessIdentity {
  pid: number;
  /** Opaque: boot and start time. Two processes with equal pid and startedAt are the same process. */
  startedAt: string;
}

const onLinux = process.platform === 'linux';

/** Who runs under this pid now; undefined when nobody does, or only a zombie that waits to be collected. */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    if (!onLinux) {
      const startedAt = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
      return startedAt === '' ? undefined : { pid, startedAt };
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold blanks: count fields from the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { pid, startedAt: `${boot}/${fields[19]}` };
  } catch {
    return undefined;
  }
}

/** A process noted in a file before; undefined when the file is missing or was cut short. */
export async function readIdentity(path: string): Promise<ProcessIdentity | undefined> {
  try {
    const noted = JSON.parse(await readFile(path, 'utf8')) as Partial<ProcessIdentity>;
    return typeof noted.pid === 'number' && typeof noted.startedAt === 'string'
      ? (noted as ProcessIdentity)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Is this very process, not a later one with the same pid, still running? */
export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

/** The command line of a process, one entry an argument; empty when it is gone or not ours to read. */
export function commandLine(pid: number): string[] {
  try {
    if (onLinux) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(' ');
  } catch {
    return [];
  }
}

/** Every live process that satisfies the question; only Linux can be asked, elsewhere the answer is none. */
export function findProcesses(question: (pid: number) => boolean): ProcessIdentity[] {
  if (!onLinux) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => question(pid))
    .flatMap((pid) => identify(pid) ?? []);
}

/** The working directory of a process; undefined when it is gone or not ours to read. */
export function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Resolves when this process has ended; polls, since only a parent is told. */
export async function ended(identity: ProcessIdentity, everyMilliseconds = 200): Promise<void> {
  while (isRunning(identity)) await sleep(everyMilliseconds);
}

/**
 * Asks a process to end with one signal and, when it has not after `patienceMilliseconds`, with SIGKILL.
 * Never signals a later process that got the same pid.
 */
export async function endProcess(
  identity: ProcessIdentity,
  signal: NodeJS.Signals,
  patienceMilliseconds: number,
): Promise<void> {
  send(identity, signal);
  const deadline = Date.now() + patienceMilliseconds;
  while (isRunning(identity) && Date.now() < deadline) await sleep(25);
  if (!isRunning(identity)) return;
  send(identity, 'SIGKILL');
  await ended(identity, 25);
}

function send(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch (fault) {
    // It ended between the question and the signal.
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault;
  }
}
