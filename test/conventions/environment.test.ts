import { codeOf, filesBelow, textOf } from './tree';

const documented = [...textOf('.env.example').matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name);
const code = filesBelow('main', /\.ts$/).map((path) => codeOf(path));

describe('.env.example', () => {
  it('tells of every name that main/ reads (those that begin with AVOW_ are between our own processes)', () => {
    const direct = /\benv(?:\.|\[')([A-Z][A-Z0-9_]*)/g;
    const byName = /\(env, '([A-Z][A-Z0-9_]*)'/g;
    const read = code.flatMap((text) =>
      [...text.matchAll(direct), ...text.matchAll(byName)].map(([, name = '']) => name),
    );
    expect(read).toContain('DATABASE_URL');
    const untold = read.filter((name) => !name.startsWith('AVOW_') && !documented.includes(name));
    expect(untold.filter((name) => !usualNames.includes(name))).toEqual([]);
  });

  it('tells of no name that nothing reads', () => {
    expect(documented.filter((name) => !code.some((text) => new RegExp(`\\b${name}\\b`).test(text)))).toEqual([]);
  });
});

/** What every machine sets by itself. */
const usualNames = ['PATH', 'HOME', 'TMPDIR', 'NODE_ENV', 'CI', 'NO_COLOR'];
