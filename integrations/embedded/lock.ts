import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AvowError } from '../../domain/errors';
import { writeDurably } from './durable-file';
import { identify, isRunning, type ProcessIdentity } from './process-identity';

/** What the lock file says about the process that holds the directory. */
export interface LockHolder extends ProcessIdentity {
  /** Where the running one answers, once it does. */
  address?: string;
}

/** A directory held by this process. */
export interface DirectoryLock {
  /** Tells a second start where this one answers. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
}

const lockName = 'lock.json';
const takeoverName = 'lock.takeover';
/** A takeover is a few file operations; one this old was left by a crash. */
const takeoverStaleMilliseconds = 10_000;

/**
 * Takes a directory for this process alone. A lock left by a process that is dead, or whose pid now belongs to
 * another program, is taken over. Throws `start.already-running`, with the holder's address, while one runs.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, lockName);
  const self = identify(process.pid) ?? { pid: process.pid, startedAt: 'unknown' };
  if (!(await create(path, self))) await takeOver(directory, path, self);
  let chain = Promise.resolve();
  return {
    announce(address) {
      chain = chain.then(() => writeDurably(path, JSON.stringify({ ...self, address } satisfies LockHolder)));
      return chain;
    },
    async release() {
      await chain;
      const holder = await readHolder(path);
      if (holder?.pid === self.pid && holder.startedAt === self.startedAt) await rm(path, { force: true });
    },
  };
}

/** The living process that holds this directory; undefined when nobody does. */
export async function lockHolder(directory: string): Promise<LockHolder | undefined> {
  const holder = await readHolder(join(directory, lockName));
  return holder !== undefined && isRunning(holder) ? holder : undefined;
}

// Written beside and linked into place: the lock appears whole or not at all, and only for one of two at once.
async function create(path: string, self: ProcessIdentity): Promise<boolean> {
  const beside = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(beside, JSON.stringify(self), { mode: 0o600 });
  try {
    await link(beside, path);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  } finally {
    await rm(beside, { force: true });
  }
}

// Two starts may find the same dead holder: without this turnstile the slower would remove the quicker's new lock.
async function takeOver(directory: string, path: string, self: ProcessIdentity): Promise<void> {
  const turnstile = join(directory, takeoverName);
  for (;;) {
    const holder = await readHolder(path);
    if (holder !== undefined && isRunning(holder)) throw alreadyRunning(directory, holder);
    if (
      await mkdir(turnstile).then(
        () => true,
        () => false,
      )
    ) {
      try {
        const now = await readHolder(path);
        if (now === undefined || !isRunning(now)) {
          await rm(path, { force: true });
          if (await create(path, self)) return;
        }
      } finally {
        await rm(turnstile, { recursive: true, force: true });
      }
    } else {
      const age = await stat(turnstile).then(
        (found) => Date.now() - found.mtimeMs,
        () => 0,
      );
      if (age > takeoverStaleMilliseconds) await rm(turnstile, { recursive: true, force: true });
      await sleep(20);
    }
  }
}

async function readHolder(path: string): Promise<LockHolder | undefined> {
  try {
    const holder = JSON.parse(await readFile(path, 'utf8')) as LockHolder;
    return typeof holder.pid === 'number' && typeof holder.startedAt === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
}

function alreadyRunning(directory: string, holder: LockHolder): AvowError {
  const where = holder.address === undefined ? 'it is still starting' : `it answers at ${holder.address}`;
  return new AvowError(
    'start.already-running',
    `Avow already runs on ${directory} as process ${holder.pid}: ${where}. Use that one, stop it, or choose another data directory.`,
    [],
    { pid: holder.pid, address: holder.address },
  );
}
