// Makes the verifier package as it is published, in dist/edge-package/: ECMAScript modules and CommonJS, both with types.
// `node scripts/build-edge.mjs [folder]`; then `npm pack` or `npm publish` there.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from '@swc/core';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = resolve(process.argv[2] ?? join(root, 'dist', 'edge-package'));
const edge = join(root, 'edge');

/** Beside the target, so that it can take its place in one step. */
await mkdir(dirname(target), { recursive: true });
const draft = await mkdtemp(`${target}.`);
try {
  const sources = (await readdir(edge)).filter((name) => name.endsWith('.ts'));
  await promisify(execFile)(
    join(root, 'node_modules', '.bin', 'tsc'),
    ['-p', join(root, 'scripts', 'build-edge.tsconfig.json'), '--outDir', join(draft, 'cjs')],
    { cwd: root },
  ).catch((fault) => {
    throw new Error(`types of the package:\n${fault.stdout}`);
  });
  await mkdir(join(draft, 'esm'));
  for (const name of sources) {
    const stem = name.slice(0, -'.ts'.length);
    const code = await readFile(join(edge, name), 'utf8');
    await writeFile(join(draft, 'cjs', `${stem}.js`), await compiled(code, 'commonjs'));
    await writeFile(join(draft, 'esm', `${stem}.mjs`), withEndings(await compiled(code, 'es6')));
    const types = await readFile(join(draft, 'cjs', `${stem}.d.ts`), 'utf8');
    await writeFile(join(draft, 'esm', `${stem}.d.mts`), withEndings(types));
  }
  for (const name of ['README.md', 'nginx', 'caddy']) {
    await cp(join(edge, name), join(draft, name), { recursive: true });
  }
  const manifest = JSON.parse(await readFile(join(edge, 'package.json'), 'utf8'));
  // For tools that do not know `exports`. Not in the source: beside the source these files are not there.
  const { default: main, types } = manifest.exports['.'].require;
  await writeFile(join(draft, 'package.json'), `${JSON.stringify({ ...manifest, main, types }, null, 2)}\n`);
  await rm(target, { recursive: true, force: true });
  await rename(draft, target);
} catch (fault) {
  await rm(draft, { recursive: true, force: true });
  console.error(fault.message);
  process.exitCode = 1;
}

async function compiled(code, type) {
  const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type }, swcrc: false };
  return (await transform(code, options)).code;
}

/** ECMAScript modules name their neighbours whole. */
function withEndings(code) {
  return code.replace(/((?:from|import)\s*\(?\s*['"])(\.\/[^'"]+)(['"])/g, '$1$2.mjs$3');
}
