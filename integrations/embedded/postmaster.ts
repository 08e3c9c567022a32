import { readFile, realpath, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AvowError } from '../../domain/errors';
import {
  commandLine,
  endProcess,
  findProcesses,
  identify,
  type ProcessIdentity,
  workingDirectory,
} from './process-identity';

/** What PostgreSQL writes in `postmaster.pid`: line 1 its pid, line 4 its port. */
interface Postmaster {
  pid: number;
  port: number;
}

const leftoverMilliseconds = 15_000;

/** The postmaster file of a cluster; undefined when there is none that can be read. */
async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) } : undefined;
}

/**
 * A postmaster that a killed parent left running on this cluster, if it runs as we would start it (same port, same
 * durability). One that runs otherwise is shut down, and the answer is undefined.
 */
export async function adoptablePostmaster(
  cluster: string,
  port: number,
  settings: string[],
): Promise<ProcessIdentity | undefined> {
  const found = await readPostmaster(cluster);
  const identity = found && identify(found.pid);
  if (!found || !identity) return undefined;
  const words = commandLine(found.pid);
  if (!isPostmasterOf(words, cluster)) return undefined;
  if (found.port === port && settings.every((setting) => words.includes(setting))) return identity;
  await endProcess(identity, 'SIGINT', leftoverMilliseconds);
  return undefined;
}

/**
 * Readies a cluster whose postmaster was killed: waits for its last children to notice (they hold the shared memory),
 * and removes a `postmaster.pid` that PostgreSQL itself would misread: its pid belongs to a zombie that nobody
 * collected, or by now to another program.
 */
export async function clearDeadPostmaster(cluster: string): Promise<void> {
  const deadline = Date.now() + leftoverMilliseconds;
  const home = await realpath(cluster);
  const leftovers = () =>
    findProcesses(
      (pid) => workingDirectory(pid) === home && basename(commandLine(pid)[0] ?? '').startsWith('postgres'),
    );
  while (leftovers().length > 0) {
    if (Date.now() > deadline) {
      const pids = leftovers().map(({ pid }) => pid);
      throw new AvowError(
        'start.part-failed',
        `Processes ${pids.join(', ')} of a PostgreSQL that died still hold ${cluster}. End them, then start again.`,
      );
    }
    await sleep(50);
  }
  const left = await readPostmaster(cluster);
  if (left && !isPostmasterOf(commandLine(left.pid), cluster))
    await rm(join(cluster, 'postmaster.pid'), { force: true });
}

function isPostmasterOf(words: string[], cluster: string): boolean {
  return basename(words[0] ?? '').startsWith('postgres') && words.includes(cluster);
}
