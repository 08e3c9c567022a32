import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const root = resolve(__dirname, '..', '..');

/** The folders that hold code of ours (architecture.md, Folders). */
export const codeFolders = [
  'domain',
  'api',
  'workflows',
  'activities',
  'db',
  'mail',
  'integrations',
  'server',
  'web',
  'edge',
  'main',
  'bench',
  'scripts',
  'test',
];

const left = new Set(['.git', 'node_modules', 'dist', 'coverage', 'pictures']);

/** Every file below a folder of the tree, as paths from the root; what is built or installed is left out. */
export function filesBelow(folder: string, pattern = /./): string[] {
  const found: string[] = [];
  const visit = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (left.has(entry.name) || entry.name.startsWith('.avow')) continue;
      const inside = join(path, entry.name);
      if (entry.isDirectory()) visit(inside);
      else if (pattern.test(entry.name)) found.push(relative(root, inside));
    }
  };
  try {
    visit(join(root, folder));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  }
  return found.sort();
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Source lines with comments taken out, so that prose about a rule is not taken for a breach of it. */
export function codeOf(path: string): string {
  return textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Paths whose code matches, each with the offending piece: an empty list is the rule kept. */
export function breaches(paths: readonly string[], forbidden: RegExp): string[] {
  return paths.flatMap((path) => {
    const match = forbidden.exec(codeOf(path));
    return match === null ? [] : [`${path}: ${match[0]}`];
  });
}
