import { createHash } from 'node:crypto';
import { chmod, cp, lstat, mkdir, readFile, readlink, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { AvowError } from '../../domain/errors';
import type { Say } from './part';
import type { PostgresBinaries } from './postgres-binaries';

/** The system account PostgreSQL runs as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** Where root keeps what an unprivileged account must reach, when the data directory lies where it cannot. */
const reachableRoot = '/var/lib/avow';

/**
 * PostgreSQL refuses to run as root: then the account `postgres` of this machine is taken, else `nobody`.
 * Undefined when we are not root, and PostgreSQL simply runs as we do.
 */
export async function accountForPostgres(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((fields) => fields[0] === name) ?? [];
    if (uid !== undefined && gid !== undefined && uid !== '0') return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new AvowError(
    'start.part-failed',
    'PostgreSQL refuses to run as root, and this machine has neither an account postgres nor nobody. Create one (useradd --system postgres), or start as another user.',
  );
}

/** The first folder on the way to `path` that this account may not walk through; undefined when the way is free. */
export async function blockedOnTheWay(path: string, account: Account): Promise<string | undefined> {
  const { root } = parse(path);
  const ways = [];
  for (let folder = await realpath(path); folder !== root; folder = dirname(folder)) ways.unshift(folder);
  for (const folder of ways) {
    const { mode, uid, gid } = await stat(folder);
    const needed = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return folder;
  }
  return undefined;
}

/**
 * A folder in which the account can keep the cluster: inside `directory`, or, when a folder above it is closed to
 * that account (a home of root), below /var/lib/avow with a link in `directory` that leads there.
 * We never open up somebody's folders for it.
 */
export async function clusterHome(directory: string, account: Account | undefined, say: Say): Promise<string> {
  const inside = join(directory, 'cluster');
  const led = await lstat(inside).catch(() => undefined);
  if (led?.isSymbolicLink()) {
    // Made below by an earlier start: the cluster stays where it is, whatever the folders allow now.
    const target = await readlink(inside);
    await mkdir(dirname(target), { recursive: true, mode: 0o711 });
    return target;
  }
  if (account === undefined || led !== undefined) return inside;
  // Ours to open: only this folder, and only for walking through.
  await chmod(directory, 0o711);
  const blocked = await blockedOnTheWay(directory, account);
  if (blocked === undefined) return inside;
  const home = join(
    reachableRoot,
    createHash('sha256')
      .update(await realpath(directory))
      .digest('hex')
      .slice(0, 16),
  );
  await makeReachable(home, account, blocked);
  await symlink(join(home, 'cluster'), inside);
  say(`PostgreSQL runs as ${account.name}, which may not enter ${blocked}: its files are in ${home}`);
  return join(home, 'cluster');
}

/** The programs where the account can run them: as installed, or a copy below /var/lib/avow made once a version. */
export async function reachableBinaries(
  binaries: PostgresBinaries,
  account: Account | undefined,
): Promise<PostgresBinaries> {
  const blocked = account && (await blockedOnTheWay(join(binaries.root, 'bin'), account));
  if (account === undefined || blocked === undefined) return binaries;
  const root = join(reachableRoot, `postgres-${binaries.version}`);
  await makeReachable(reachableRoot, account, blocked);
  if (!(await stat(root).catch(() => undefined))) {
    const beside = `${root}.${process.pid}.new`;
    await cp(binaries.root, beside, { recursive: true, verbatimSymlinks: true });
    // Another start may have been quicker; its copy is as good.
    await rename(beside, root).catch(() => rm(beside, { recursive: true, force: true }));
  }
  const moved = (path: string) => join(root, path.slice(binaries.root.length));
  return { ...binaries, root, initdb: moved(binaries.initdb), postgres: moved(binaries.postgres) };
}

async function makeReachable(folder: string, account: Account, blocked: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o711 });
    const stillBlocked = await blockedOnTheWay(folder, account);
    if (stillBlocked !== undefined) throw new Error(`${stillBlocked} is closed to it too`);
  } catch (fault) {
    throw new AvowError(
      'start.part-failed',
      `PostgreSQL must run as ${account.name}, which may not enter ${blocked}, and ${reachableRoot} cannot be used instead (${(fault as Error).message}). Choose a data directory it can reach, such as /srv/avow, or start as another user.`,
    );
  }
}
