import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { aKey, FixtureAvow, token } from './avow';

const root = resolve(__dirname, '..', '..');
const run = promisify(execFile);
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, string>>;

/** The same program for both: a known key, then its answer on one line. */
const program = `
  const verifier = createVerifier({ url: process.argv[2], token: process.argv[3] });
  verifier.ready().then(async (isReady) => {
    const lists = createStatusListVerifier({ url: process.argv[2], token: process.argv[3] });
    console.log(JSON.stringify([isReady, verifier.check(process.argv[4]).code, lists.check('x').code]));
    await lists.close();
    await verifier.close();
  });
`;
const names = '{ createVerifier, createStatusListVerifier, expressVerifier, fetchVerifier, looksOf, statusAt }';

describe('the package as it is published', () => {
  let directory: string;
  let avow: FixtureAvow;
  const key = aKey({ code: 'SUSPENDED_FINDING' });

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'avow-package-'));
    mkdirSync(join(directory, 'node_modules', '@avow'), { recursive: true });
    for (const name of ['jose', '@types', 'undici-types', 'express']) {
      symlinkSync(join(root, 'node_modules', name), join(directory, 'node_modules', name));
    }
    await run(process.execPath, [join(root, 'scripts', 'build-edge.mjs'), join(directory, 'node_modules/@avow/edge')]);
    avow = new FixtureAvow();
    await avow.start();
    avow.add(key);
  });

  afterAll(async () => {
    await avow.stop();
    rmSync(directory, { recursive: true });
  });

  it.each([
    ['an ECMAScript module', 'program.mjs', `import ${names} from '@avow/edge';`],
    ['CommonJS', 'program.cjs', `const ${names} = require('@avow/edge');`],
  ])('runs as %s, without a warning', async (_what, file, first) => {
    writeFileSync(join(directory, file), `${first}\n${program}`);
    const { stdout, stderr } = await run(process.execPath, [join(directory, file), avow.url, token, key.text]);
    expect(JSON.parse(stdout)).toEqual([true, 'SUSPENDED_FINDING', 'NOT_FOUND']);
    expect(stderr).toBe('');
  });

  it('brings its types to both', async () => {
    const use = `
      const verifier = createVerifier({ url: 'https://avow.example', token: 't', onUnknown: 'ask' });
      const isValid: boolean = verifier.check('key').valid;
      express().use(expressVerifier(verifier));
      const handle: (request: Request) => Promise<Response> = fetchVerifier(verifier, (_request, { appId }) => new Response(appId));
      // @ts-expect-error there is no such policy
      createVerifier({ url: '', token: '', onUnknown: 'perhaps' });
      export { handle, isValid, createStatusListVerifier, looksOf, statusAt };
    `;
    const first = `import ${names} from '@avow/edge';\nimport express from 'express';\n`;
    for (const ending of ['mts', 'cts']) writeFileSync(join(directory, `use.${ending}`), first + use);
    const options = {
      strict: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2023',
      types: ['node'],
      skipLibCheck: false,
    };
    const compilerOptions = { ...options, esModuleInterop: true, preserveSymlinks: true };
    writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.mts', 'use.cts'] }));
    const checked = await run(join(root, 'node_modules', '.bin', 'tsc'), ['-p', directory]).catch(
      (fault: { stdout: string }) => fault,
    );
    expect(checked.stdout).toBe('');
  });

  it('depends on jose alone, at the version that is tested here', () => {
    const { dependencies } = readJson(join(root, 'edge', 'package.json'));
    expect(dependencies).toEqual({ jose: readJson(join(root, 'package.json')).dependencies?.jose });
    expect(readJson(join(root, 'edge', 'package.json')).engines).toEqual(readJson(join(root, 'package.json')).engines);
  });
});
