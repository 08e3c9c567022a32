import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { hashOf } from './manifest.mjs';

/** Beside its own folder, pages are made from the operations of api/ and the names of domain/. */
const folders = ['web', 'api', 'domain'];

/**
 * Makes dist/web by Vite: the pages, their words and styles, under names that change with their content. Made again
 * only when one of its sources changed; installed versions are covered by the recipe of the manifest.
 *
 * @returns {Promise<{ bytes: number, made: boolean }>} `bytes` of all scripts.
 */
export async function buildWeb(root, manifest) {
  const hash = await hashOfSources(root);
  const made = manifest.web !== hash || !existsSync(join(root, 'dist', 'web', 'index.html'));
  if (made) {
    // Loaded late: a build with nothing to do need not start the bundler.
    const { build } = await import('vite');
    await build({ configFile: join(root, 'web', 'vite.config.mjs') });
    manifest.web = hash;
  }
  return { bytes: await bytesOfScripts(join(root, 'dist', 'web', 'assets')), made };
}

async function hashOfSources(root) {
  const paths = [];
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) if (entry.isFile()) paths.push(relative(root, join(entry.parentPath, entry.name)));
  }
  const contents = await Promise.all(
    paths.sort().map(async (path) => `${path}\0${await readFile(join(root, path), 'utf8')}`),
  );
  return hashOf(contents.join('\0'));
}

async function bytesOfScripts(directory) {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(directory, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
