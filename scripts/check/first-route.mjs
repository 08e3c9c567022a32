import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const mostKilobytes = 250;
/** What a developer opens first: the document, and the page of required actions. */
const firstRoute = ['index.html', 'pages/developers/developer/required-actions.tsx'];

/**
 * How much script the first page takes, compressed: the entry and the page, with everything they import without being
 * asked. What is imported by `import()` arrives later and does not count. Reads the manifest of the last build.
 *
 * @returns {Promise<{ fault: string, told: string }>} `fault` is '' when it is little enough.
 */
export async function firstRouteScripts(root) {
  const directory = join(root, 'dist', 'web');
  const manifest = JSON.parse(await readFile(join(directory, '.vite', 'manifest.json'), 'utf8'));
  const lost = firstRoute.filter((name) => !(name in manifest));
  if (lost.length > 0)
    return {
      fault: `${lost.join(', ')} is no page any more: name the first one in scripts/check/first-route.mjs.`,
      told: '',
    };
  const files = [...withImports(firstRoute, manifest)].map((name) => manifest[name].file);
  const sizes = await Promise.all(files.map((file) => compressedBytes(join(directory, file))));
  const kilobytes = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000;
  const told = `${kilobytes.toFixed(0)} of ${mostKilobytes} kB in ${files.length} files`;
  if (kilobytes <= mostKilobytes) return { fault: '', told };
  const largest = files
    .map((file, index) => ({ file, bytes: sizes[index] }))
    .sort((one, other) => other.bytes - one.bytes)
    .slice(0, 8)
    .map(({ file, bytes }) => `  ${(bytes / 1000).toFixed(0).padStart(4)} kB  ${file}`);
  const fault = [
    `The first page loads ${kilobytes.toFixed(0)} kB of script, compressed; at most ${mostKilobytes}.`,
    'Import what it does not show at once by `lazy(() => import(…))`, or by a route of its own in web/routes.tsx. The largest:',
    ...largest,
  ].join('\n');
  return { fault, told };
}

function withImports(names, manifest, seen = new Set()) {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    withImports(manifest[name].imports ?? [], manifest, seen);
  }
  return seen;
}

async function compressedBytes(path) {
  return gzipSync(await readFile(path)).length;
}
