// Compiles the tree to dist/ and makes the workflow bundle and the web pages. Only what changed is done again, so that every
// `npm start`, `npm test` and `npm run demo` can begin with it.
import { fileURLToPath } from 'node:url';
import { bundleWorkflows } from './build/bundle.mjs';
import { compileTree } from './build/compile.mjs';
import { readManifest, writeManifest } from './build/manifest.mjs';
import { buildWeb } from './build/web.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = [
  'domain',
  'api',
  'workflows',
  'activities',
  'db',
  'mail',
  'edge',
  'integrations',
  'server',
  'main',
  'bench',
];

const startedAt = performance.now();
const manifest = await readManifest(root);
const compiled = await compileTree(root, folders, manifest);
if (compiled.faults.length > 0) {
  await writeManifest(root, manifest);
  for (const fault of compiled.faults) console.error(fault);
  console.error(`build: ${compiled.faults.length} file(s) do not compile`);
  process.exit(1);
}
const bundle = await bundleWorkflows(root, manifest);
const web = await buildWeb(root, manifest);
await writeManifest(root, manifest);

const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
const size =
  bundle === null
    ? 'no workflows yet'
    : `workflow bundle ${(bundle.bytes / 1024).toFixed(0)} KiB${bundle.made ? ', made' : ''}`;
console.log(
  `build: ${compiled.total} files, ${compiled.written} written, ${compiled.removed} removed; ${size}; pages ${(web.bytes / 1024).toFixed(0)} KiB${web.made ? ', made' : ''}; ${seconds} s`,
);
