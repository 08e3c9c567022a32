import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commandLine,
  endProcess,
  findProcesses,
  identify,
  isRunning,
  readIdentity,
} from '../../integrations/embedded/process-identity';

const prefix = 'avow-test-';
const ownerName = 'owner.json';

/** Where a Temporal server that had to be fetched is kept between runs. */
export const cacheDirectory = join(homedir(), '.cache', 'avow');

/** A folder of this test run, which PostgreSQL's account may walk through too. */
export async function throwAwayDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), prefix));
  await chmod(directory, 0o711);
  await writeFile(join(directory, ownerName), JSON.stringify(identify(process.pid)));
  return directory;
}

/** Ends what still runs out of such a folder, and removes it. */
export async function clearAway(directory: string): Promise<void> {
  const left = findProcesses((pid) => commandLine(pid).some((word) => word.startsWith(`${directory}/`)));
  for (const process of left) await endProcess(process, 'SIGKILL', 0);
  await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Clears away what runs left that were killed before their teardown: only folders whose owner is dead. */
export async function clearAwayLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const directory = join(tmpdir(), name);
    const owner = await readIdentity(join(directory, ownerName));
    if (owner && !isRunning(owner)) await clearAway(directory);
  }
}
