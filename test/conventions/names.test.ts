import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { codeFolders, filesBelow, root, textOf } from './tree';

const files = codeFolders.flatMap((folder) => filesBelow(folder));
const sources = files.filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path));

describe('names in the tree', () => {
  it('finds sources to look at', () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it('has no drawer for odds and ends: a helper lives with its noun', () => {
    const drawers = files.filter((path) => /(^|\/)(utils?|helpers?|common|types|shared|lib)(\/|\.[a-z]+$)/.test(path));
    expect(drawers).toEqual([]);
  });

  it('writes file and folder names in kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
    const odd = sources.filter((path) => {
      const [stem = '', ...suffixes] = basename(path).split('.');
      const folders = path.split('/').slice(0, -1);
      return ![stem, ...suffixes, ...folders].every((part) => kebab.test(part) || part === 'zh-CN');
    });
    expect(odd).toEqual([]);
  });

  it('keeps files short enough to read: 300 lines mean there are two nouns in one', () => {
    const long = sources.map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });

  it('has no code folder that the architecture does not name', () => {
    const others = ['docs'];
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !['node_modules', 'dist', 'coverage', 'pictures'].includes(name));
    expect(folders.filter((name) => !codeFolders.includes(name) && !others.includes(name))).toEqual([]);
  });

  it('exports by name only', () => {
    const typescript = sources.filter((path) => /\.tsx?$/.test(path));
    expect(typescript.filter((path) => /^export default\b/m.test(textOf(path)))).toEqual([]);
  });
});
