import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * Everything others rely on never changing, as it is now: `files` by path with the SHA-256 of the content,
 * `names` by kind. Names are read from the compiled tree, so build first.
 *
 * @returns {Promise<{ files: Record<string, string>, names: Record<string, string[]> }>}
 */
export async function promisesOf(root) {
  return { files: await filesOf(root), names: await namesOf(root) };
}

async function filesOf(root) {
  const paths = [
    ...(await list(root, 'db/migrations', /\.ts$/)),
    ...(await list(root, 'test/replay/histories', /./)),
    ...(await acceptedRecords(root)),
  ];
  const hashed = paths.sort().map(async (path) => {
    const content = await readFile(join(root, path));
    return [path, createHash('sha256').update(content).digest('hex')];
  });
  return Object.fromEntries(await Promise.all(hashed));
}

/** A proposed decision may still be rewritten; an accepted one is superseded by a later one. */
async function acceptedRecords(root) {
  const paths = await list(root, 'docs/adr', /^\d{4}-.+\.md$/);
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')));
  return paths.filter((_, index) => /^- Status: accepted$/m.test(texts[index]));
}

async function namesOf(root) {
  const compiled = (path) => {
    const location = join(root, 'dist', path);
    return existsSync(location) ? require(location) : {};
  };
  const messages = compiled('workflows/messages.js');
  const workflows = Object.entries(compiled('workflows/index.js'));
  const events = await readFile(join(root, 'domain/lifecycle/events.ts'), 'utf8').catch(() => '');
  return {
    errorCodes: sorted(compiled('domain/errors.js').errorCodes ?? []),
    // Event types exist as types only, so the text is the one place to read them from.
    eventTypes: sorted([...events.matchAll(/\bEnvelope<'([^']+)'>/g)].map(([, type]) => type)),
    decisionTypes: sorted(compiled('domain/lifecycle/decisions.js').decisionTypes ?? []),
    workflows: sorted(workflows.filter(([, value]) => typeof value === 'function').map(([name]) => name)),
    messages: sorted([
      ...Object.values(messages.workflowNames ?? {}),
      ...Object.values(messages.searchAttributes ?? {}),
      ...Object.values(messages.taskQueues ?? {}),
      ...(messages.somethingChangedName ? [messages.somethingChangedName] : []),
    ]),
  };
}

function sorted(values) {
  return [...new Set(values)].sort();
}

async function list(root, folder, pattern) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));
}
