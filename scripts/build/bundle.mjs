import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { hashOf, writeWhole } from './manifest.mjs';

const bundlePath = join('dist', 'workflow-bundle.js');
const entryPath = join('dist', 'workflows', 'index.js');

/**
 * Makes dist/workflow-bundle.js ahead of time: a worker that bundles when it starts is useful seconds later.
 * The files that went into the last bundle are remembered, so it is made again only when one of them changed.
 *
 * @returns {Promise<{ bytes: number, made: boolean } | null>} null while there are no workflows.
 */
export async function bundleWorkflows(root, manifest) {
  if (!existsSync(join(root, entryPath))) return null;
  if (existsSync(join(root, bundlePath)) && (await upToDate(root, manifest.bundle))) {
    return { bytes: (await stat(join(root, bundlePath))).size, made: false };
  }
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const inputs = new Set();
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, entryPath),
    logger: new DefaultLogger('WARN'),
    plugins: [],
    webpackConfigHook: (config) => ({ ...config, plugins: [...(config.plugins ?? []), new InputList(root, inputs)] }),
  });
  await writeWhole(join(root, bundlePath), code);
  manifest.bundle = { inputs: {} };
  for (const path of [...inputs].sort()) manifest.bundle.inputs[path] = hashOf(await readFile(join(root, path)));
  return { bytes: Buffer.byteLength(code), made: true };
}

/** Collects which compiled files of ours the bundle was made from. Packages are covered by the recipe's lock file. */
class InputList {
  constructor(root, inputs) {
    this.root = root;
    this.inputs = inputs;
  }

  apply(compiler) {
    compiler.hooks.done.tap('InputList', ({ compilation }) => {
      for (const path of compilation.fileDependencies) {
        const local = relative(this.root, path);
        if (local.startsWith(`dist${sep}`) && local.endsWith('.js')) this.inputs.add(local);
      }
    });
  }
}

async function upToDate(root, bundle) {
  if (bundle === null) return false;
  for (const [path, hash] of Object.entries(bundle.inputs)) {
    const content = await readFile(join(root, path)).catch(() => null);
    if (content === null || hashOf(content) !== hash) return false;
  }
  return true;
}
