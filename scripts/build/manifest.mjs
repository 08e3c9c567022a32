import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const location = (root) => join(root, 'dist', '.build.json');

/**
 * What the last build saw. `recipe` is the hash of everything that shapes the output beside the sources
 * (compiler, its settings, this script, installed versions): when it differs, nothing of the last build counts.
 *
 * @returns {Promise<{ recipe: string, sources: Record<string, Seen>, bundle: { inputs: Record<string, string> } | null, web: string | null }>}
 * @typedef {{ mtimeMs: number, size: number, hash: string, outputs: string[] }} Seen
 */
export async function readManifest(root) {
  const recipe = await recipeOf(root);
  const text = await readFile(location(root), 'utf8').catch(() => '');
  const fresh = { recipe, sources: {}, bundle: null, web: null };
  try {
    const manifest = JSON.parse(text);
    return manifest.recipe === recipe ? manifest : fresh;
  } catch {
    return fresh;
  }
}

export async function writeManifest(root, manifest) {
  await writeWhole(location(root), JSON.stringify(manifest));
}

/** Writes a file so that another process sees the old one or the new one, never half of it: builds may overlap. */
export async function writeWhole(path, content) {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, content);
  await rename(draft, path);
}

export function hashOf(content) {
  return createHash('sha256').update(content).digest('hex');
}

async function recipeOf(root) {
  const inputs = [
    '.swcrc',
    'package-lock.json',
    'scripts/build/compile.mjs',
    'scripts/build/bundle.mjs',
    'scripts/build/web.mjs',
  ];
  const contents = await Promise.all(inputs.map((path) => readFile(join(root, path), 'utf8').catch(() => '')));
  return hashOf(contents.join('\0'));
}
