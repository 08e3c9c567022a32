import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, posix, relative } from 'node:path';
import { hashOf, writeWhole } from './manifest.mjs';

/** Files that running code reads beside itself. Everything else that is not TypeScript stays out of dist/. */
const assets = /\.(css|json|svg|html|txt)$/;
const source = /(?<!\.d)\.ts$/;

/**
 * Brings dist/ up to date with the sources and takes away what has no source any more. Updates the manifest in place.
 *
 * @returns {Promise<{ total: number, written: number, removed: number, faults: string[] }>}
 */
export async function compileTree(root, folders, manifest) {
  const present = (await Promise.all(folders.map((folder) => filesBelow(root, folder)))).flat();
  const wanted = present.filter((path) => source.test(path) || assets.test(path));
  const before = manifest.sources;
  manifest.sources = {};
  const result = { total: wanted.length, written: 0, removed: 0, faults: [] };
  const existing = new Set(await filesBelow(root, 'dist'));
  let compiler;

  for (const path of wanted) {
    const { mtimeMs, size } = await stat(join(root, path));
    const last = before[path];
    const complete = last?.outputs.every((output) => existing.has(output)) ?? false;
    if (complete && last.mtimeMs === mtimeMs && last.size === size) {
      manifest.sources[path] = last;
      continue;
    }
    const hash = hashOf(await readFile(join(root, path)));
    if (complete && last.hash === hash) {
      manifest.sources[path] = { ...last, mtimeMs, size };
      continue;
    }
    // Loaded late: a build with nothing to do need not start the compiler.
    compiler ??= await import('@swc/core');
    try {
      const outputs = source.test(path) ? await compileFile(compiler, root, path) : await copyAsset(root, path);
      manifest.sources[path] = { mtimeMs, size, hash, outputs };
      result.written += 1;
    } catch (fault) {
      result.faults.push(`${path}: ${reasonOf(fault)}`);
    }
  }
  result.removed = await removeStale(root, folders, manifest, existing);
  return result;
}

async function compileFile({ transform }, root, path) {
  const output = posix.join('dist', path.replace(source, '.js'));
  const code = await readFile(join(root, path), 'utf8');
  const compiled = await transform(code, {
    cwd: root,
    filename: join(root, path),
    sourceFileName: relative(dirname(join(root, output)), join(root, path)),
    sourceMaps: true,
  });
  const map = `${posix.basename(output)}.map`;
  await writeWhole(join(root, output), `${compiled.code}//# sourceMappingURL=${map}\n`);
  await writeWhole(join(root, `${output}.map`), compiled.map ?? '');
  return [output, `${output}.map`];
}

async function copyAsset(root, path) {
  const output = posix.join('dist', path);
  await writeWhole(join(root, output), '');
  await copyFile(join(root, path), join(root, output));
  return [output];
}

/** A renamed source must not go on living as its old output: a stale module can still be required. */
async function removeStale(root, folders, manifest, existing) {
  const wanted = new Set(Object.values(manifest.sources).flatMap((seen) => seen.outputs));
  const ours = new RegExp(`^dist/(${folders.join('|')})/`);
  const stale = [...existing].filter((path) => ours.test(path) && !wanted.has(path) && !hasSource(root, path));
  await Promise.all(stale.map((path) => rm(join(root, path), { force: true })));
  return stale.length;
}

/** Asked again, because another build may have compiled a file that appeared after this one listed the sources. */
function hasSource(root, output) {
  const path = output.slice('dist/'.length);
  return existsSync(join(root, path)) || existsSync(join(root, path.replace(/\.js(\.map)?$/, '.ts')));
}

async function filesBelow(root, folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** The compiler appends its own stack to the message; the place and the sentence are what a reader needs. */
function reasonOf(fault) {
  const message = fault instanceof Error ? fault.message : String(fault);
  return message.split('\n\nCaused by')[0].trimEnd();
}
