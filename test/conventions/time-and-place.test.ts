import { breaches, codeFolders, filesBelow, textOf } from './tree';

const typescript = /\.ts$/;

describe('where time, chance and the environment may be read', () => {
  it('reads the environment in main/ only (scripts and tests aside)', () => {
    const elsewhere = codeFolders.filter((folder) => !['main', 'scripts', 'test'].includes(folder));
    const paths = elsewhere.flatMap((folder) => filesBelow(folder, typescript));
    expect(breaches(paths, /\bprocess\.env\b|\benv\b[^\n]*from 'node:process'/)).toEqual([]);
  });

  it('has no clock and no chance in the domain', () => {
    const paths = filesBelow('domain', typescript);
    expect(paths.length).toBeGreaterThan(10);
    const impure =
      /\bDate\.now\(|\bnew Date\(\s*\)|\bMath\.random\(|\bperformance\.now\(|\bTemporal\.Now\b|\brandomUUID\(/;
    expect(breaches(paths, impure)).toEqual([]);
  });

  it('takes the time that binds a person from the clock, never from the database', () => {
    const paths = [...filesBelow('db/lifecycle', typescript), ...filesBelow('db/tables', typescript)];
    expect(
      breaches(paths, /\bnow\(\)(?=[^{]*`)|\bsql`[^`]*\bnow\s*\(|CURRENT_TIMESTAMP|clock_timestamp|LOCALTIMESTAMP/i),
    ).toEqual([]);
  });

  it('gives no column a default taken from the database clock', () => {
    const paths = filesBelow('db/migrations', typescript);
    expect(breaches(paths, /default[^\n]*(\bnow\s*\(|CURRENT_TIMESTAMP|clock_timestamp|statement_timestamp)/i)).toEqual(
      [],
    );
  });

  it('names no registry, no machine and no person of the place it was written in', () => {
    const paths = ['', ...codeFolders, 'docs'].flatMap((folder) =>
      folder === ''
        ? ['package.json', 'package-lock.json', '.npmrc', 'Dockerfile', 'docker-compose.yml', 'README.md']
        : filesBelow(folder),
    );
    const present = paths.filter((path) => !path.startsWith('test/conventions/') && exists(path));
    expect(present.length).toBeGreaterThan(50);
    const place =
      /registry\.npmjs|npmmirror|pypi\.org|proxy\.golang|deb\.debian|"resolved":|\/root\/|\/home\/[a-z]+\/|\/work\/|\/Users\//;
    expect(
      present.flatMap(
        (path) =>
          place
            .exec(textOf(path))
            ?.slice(0, 1)
            .map((match) => `${path}: ${match}`) ?? [],
      ),
    ).toEqual([]);
  });
});

function exists(path: string): boolean {
  try {
    textOf(path);
    return true;
  } catch {
    return false;
  }
}
