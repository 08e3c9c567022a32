// Keeps test/conventions/frozen.json, the list of what is added to and never edited. Adds what is new; refuses what
// was changed or taken away. `--check` only compares. `--start` begins freezing with the tree as it is.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisesOf } from './freeze/promises.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const location = join(root, 'test/conventions/frozen.json');
const frozen = JSON.parse(await readFile(location, 'utf8'));
const current = await promisesOf(root);

if (process.argv.includes('--start') && !frozen.frozen) {
  await write({ frozen: true, ...current });
} else if (!frozen.frozen) {
  console.log('freeze: nothing is frozen yet (--start begins)');
} else {
  const faults = faultsOf();
  for (const fault of faults) console.error(fault);
  const added = additions();
  if (faults.length > 0) process.exitCode = 1;
  else if (process.argv.includes('--check')) {
    for (const name of added) console.error(`${name} is new: run npm run freeze and commit the list with it.`);
    if (added.length > 0) process.exitCode = 1;
  } else {
    await write({ frozen: true, ...current });
    console.log(`freeze: ${added.length} added`);
  }
}

function faultsOf() {
  const files = Object.entries(frozen.files).flatMap(([path, hash]) => {
    if (current.files[path] === hash) return [];
    return [
      `${path} is frozen and was ${path in current.files ? 'edited' : 'removed'}: restore it and add a new file.`,
    ];
  });
  const names = Object.entries(frozen.names).flatMap(([kind, listed]) =>
    listed
      .filter((name) => !current.names[kind]?.includes(name))
      .map((name) => `${kind}: "${name}" is frozen and is gone: bring it back, and add the new name beside it.`),
  );
  return [...files, ...names];
}

function additions() {
  const files = Object.keys(current.files).filter((path) => !(path in frozen.files));
  const names = Object.entries(current.names).flatMap(([kind, listed]) =>
    listed.filter((name) => !frozen.names[kind]?.includes(name)).map((name) => `${kind}: ${name}`),
  );
  return [...files, ...names];
}

function write(content) {
  return writeFile(location, `${JSON.stringify(content, null, 2)}\n`);
}
