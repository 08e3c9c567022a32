// Everything that can be said about the tree without starting a server. One line a step; the output of a step is
// shown only when it fails. `--long` adds ten thousand developer-years of the rules that may never break.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstRouteScripts } from './check/first-route.mjs';
import { packageFaults } from './check/packages.mjs';

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
  'web',
  'main',
  'bench',
  'test',
];
const bin = (name) => join(root, 'node_modules', '.bin', name);

// What fails is shown indented and maybe read in a log: no colours.
const plain = { cwd: root, maxBuffer: 64 << 20, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } };

const steps = [
  { name: 'format', run: () => tool('biome', ['check', '--colors=off', '--reporter=summary']) },
  { name: 'lint', run: () => tool('oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'types', run: () => tool('tsc', ['-p', 'tsconfig.json']) },
  { name: 'types of pages', run: () => tool('tsc', ['-p', 'web/tsconfig.json']) },
  { name: 'build', run: () => command(process.execPath, ['scripts/build.mjs']) },
  { name: 'scripts of first page', run: () => firstRouteScripts(root) },
  { name: 'layers', run: () => cruise('.dependency-cruiser.cjs', folders) },
  { name: 'layers at run time', run: () => cruise('.dependency-cruiser.runtime.cjs', ['dist']) },
  { name: 'dead code', run: () => tool('knip', ['--no-progress']) },
  { name: 'packages', run: async () => (await packageFaults(root)).join('\n') },
  { name: 'conventions', run: () => tool('jest', ['--config', 'test/conventions/jest.config.cjs']) },
];
if (process.argv.includes('--long')) {
  const env = { ...plain.env, AVOW_DEVELOPER_YEARS: '10000' };
  steps.push({
    name: 'rules, 10,000 years',
    run: () => tool('jest', ['test/domain/lifecycle/rules', '--testTimeout=1800000'], { env }),
  });
}

let failed = 0;
// A step says what is wrong, '' for nothing; or that together with a figure to tell in any case.
for (const { name, run } of steps) {
  const startedAt = performance.now();
  const said = await run().catch((cause) => String(cause.message ?? cause));
  const { fault, told } = typeof said === 'string' ? { fault: said, told: '' } : said;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${fault === '' ? 'ok    ' : 'FAILED'} ${name.padEnd(22)} ${seconds.padStart(6)} s  ${told}`.trimEnd());
  if (fault !== '') {
    failed += 1;
    console.log(shortened(fault).replace(/^/gm, '       '));
  }
}
console.log(`check: ${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** The first screens are enough to start with; who mends them runs the step again. */
function shortened(text) {
  const lines = text.split('\n');
  return lines.length <= 80 ? text : [...lines.slice(0, 80), `… and ${lines.length - 80} more lines`].join('\n');
}

/** Runs an installed tool; gives '' when it is content, else all it said. */
function tool(name, args, options = {}) {
  return command(bin(name), args, options);
}

function command(file, args, options = {}) {
  return new Promise((resolve) => {
    execFile(file, args, { ...plain, ...options }, (fault, stdout, stderr) => {
      resolve(fault === null ? '' : [stdout, stderr].join('\n').trim() || fault.message);
    });
  });
}

/** A cruise over nothing finds nothing wrong, so it must also say that it saw modules. */
function cruise(config, paths) {
  return new Promise((resolve) => {
    const args = ['--config', config, '--output-type', 'err-long', ...paths];
    execFile(bin('depcruise'), args, plain, (fault, stdout, stderr) => {
      const said = [stdout, stderr].join('\n').trim();
      const modules = Number(/(\d+) modules, \d+ dependencies cruised/.exec(said)?.[1] ?? 0);
      if (fault !== null) resolve(said || fault.message);
      else resolve(modules > 0 ? '' : `No module was looked at, so nothing was checked.\n${said}`);
    });
  });
}
