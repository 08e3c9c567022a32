import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodePart } from '../../integrations/embedded/node-part';
import { identify } from '../../integrations/embedded/process-identity';
import { supervise } from '../../integrations/embedded/supervise';
import { clearAway, throwAwayDirectory } from '../support/throw-away';
import { until } from '../support/until';

const root = join(__dirname, '..', '..');
let folder: string;
beforeEach(async () => {
  folder = await throwAwayDirectory();
});
afterEach(() => clearAway(folder));

/** A part that notes its start and its orderly end in `journal`, or fails at once when `fails`. */
async function scriptNamed(name: string, fails = false): Promise<string> {
  const path = join(folder, `${name}.cjs`);
  const source = `
    require(${JSON.stringify(join(root, 'test/support/run-typescript.cjs'))});
    const { appendFileSync } = require('node:fs');
    const { leaveWhenAsked, reportReady } = require(${JSON.stringify(join(root, 'integrations/embedded/node-part.ts'))});
    const note = (what) => appendFileSync(${JSON.stringify(join(folder, 'journal'))}, '${name} ' + what + '\\n');
    ${fails ? "console.error('no luck'); process.exit(3);" : ''}
    leaveWhenAsked(async () => note('left'));
    setInterval(() => {}, 1000);
    note('started');
    reportReady();`;
  await writeFile(path, source);
  return path;
}

const part = (name: string, script: string) =>
  nodePart({ name, script, environment: {}, directory: folder, drainMilliseconds: 3_000 });
const journal = async () => (await readFile(join(folder, 'journal'), 'utf8').catch(() => '')).trim().split('\n');

describe('a supervised stack', () => {
  it('starts in order, heals kill -9 of a part, and stops in the opposite order', async () => {
    const said: string[] = [];
    const parts = [part('first', await scriptNamed('first')), part('second', await scriptNamed('second'))];
    const stack = await supervise(parts, { say: (line) => said.push(line), firstBackoffMilliseconds: 20 });
    const before = stack.pids();
    process.kill(Number(before['second']), 'SIGKILL');
    await until('it runs again', () => (stack.pids()['second'] ?? before['second']) !== before['second']);
    expect(stack.pids()['first']).toBe(before['first']);
    const last = stack.pids();
    await stack.stop();
    expect(await journal()).toEqual(['first started', 'second started', 'second started', 'second left', 'first left']);
    expect(Object.values(last).map(identify)).toEqual([undefined, undefined]);
    expect(said).toEqual([
      `second (process ${before['second']}) ended by SIGKILL; starting it again in 20 ms`,
      `second runs again as process ${last['second']}`,
    ]);
  });

  it('stops what it had started when a later part cannot start, and says where the reason is written', async () => {
    const parts = [part('first', await scriptNamed('first')), part('second', await scriptNamed('second', true))];
    await expect(supervise(parts, { say: () => undefined })).rejects.toMatchObject({
      code: 'start.part-failed',
      message: `second did not start: it ended with code 3. Its log is ${join(folder, 'second.log')}`,
    });
    expect(await journal()).toEqual(['first started', 'first left']);
    expect(await readFile(join(folder, 'second.log'), 'utf8')).toContain('no luck');
  });

  it('waits longer and longer for a part that keeps ending, and still stops at once', async () => {
    const said: string[] = [];
    let starts = 0;
    const hopeless = {
      name: 'hopeless',
      start: async () => ({
        pid: ++starts,
        exited: sleep(1).then(() => 'ended with code 1'),
        stop: async () => undefined,
      }),
    };
    const stack = await supervise([hopeless], {
      say: (line) => said.push(line),
      firstBackoffMilliseconds: 10,
      longestBackoffMilliseconds: 40,
    });
    await until('the sixth start', () => starts >= 6);
    await stack.stop();
    const waits = said.flatMap((line) => /again in (\d+) ms/.exec(line)?.[1] ?? []);
    expect(waits.slice(0, 5)).toEqual(['10', '20', '40', '40', '40']);
  });

  it('takes its parts along when it is killed itself', async () => {
    const script = await scriptNamed('orphan');
    const source = `
      const { supervise } = require(${JSON.stringify(join(root, 'integrations/embedded/supervise.ts'))});
      const { nodePart } = require(${JSON.stringify(join(root, 'integrations/embedded/node-part.ts'))});
      supervise([nodePart(${JSON.stringify({ name: 'orphan', script, environment: {}, directory: folder })})], { say() {} })
        .then((stack) => process.send(stack.pids().orphan));
      process.on('message', () => {});`;
    const supervisor = spawn(
      process.execPath,
      ['--require', join(root, 'test/support/run-typescript.cjs'), '-e', source],
      {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    const [orphan] = (await once(supervisor, 'message')) as [number];
    expect(identify(orphan)).toBeDefined();
    supervisor.kill('SIGKILL');
    await until('its part has left', () => identify(orphan) === undefined);
    expect(await journal()).toEqual(['orphan started', 'orphan left']);
  });

  it('ends a part that a killed supervisor left and that does not listen, before it starts its own', async () => {
    const deaf = spawn(
      process.execPath,
      ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); process.send(1)"],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      },
    );
    await once(deaf, 'message');
    await writeFile(join(folder, 'worker.pid.json'), JSON.stringify(identify(deaf.pid ?? 0)));
    const worker = nodePart({
      name: 'worker',
      script: await scriptNamed('worker'),
      environment: {},
      directory: folder,
      drainMilliseconds: 100,
    });
    const running = await worker.start();
    expect(identify(deaf.pid ?? 0)).toBeUndefined();
    expect(identify(running.pid)).toBeDefined();
    await running.stop();
  });
});
