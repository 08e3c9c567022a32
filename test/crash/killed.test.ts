import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { clearAway, throwAwayDirectory } from '../support/throw-away';

interface Trial {
  part: string;
  moment: string;
  recoveredMs: number | null;
  lost: string[];
  doubled: string[];
}

const program = join(__dirname, '..', '..', 'dist', 'main', 'faults.js');
/** Early enough to be in the middle of each moment, and late enough for it to have begun. */
const delays = '15,60,30';

/** `npm run faults` with one round: a durable stack of its own, which heals itself between the kills. */
describe('kill -9 in the middle', () => {
  let directory: string;
  let run: ChildProcess;
  let told = '';
  let code: number | null;
  let trials: Trial[] = [];

  beforeAll(async () => {
    directory = await throwAwayDirectory();
    run = spawn(process.execPath, [program, '--rounds', '1', '--json', '--delays', delays, '--directory', directory], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let written = '';
    run.stdout?.on('data', (chunk: Buffer) => (written += chunk.toString()));
    run.stderr?.on('data', (chunk: Buffer) => (told += chunk.toString()));
    [code] = (await once(run, 'exit')) as [number | null];
    trials = written === '' ? [] : (JSON.parse(written.trim().split('\n').at(-1) ?? '') as { trials: Trial[] }).trials;
  }, 420_000);

  afterAll(async () => {
    if (run.exitCode === null && run.signalCode === null) {
      run.kill('SIGTERM');
      await once(run, 'exit');
    }
    await clearAway(directory);
  }, 240_000);

  const moments = ['submission', 'suspension', 'mail'];
  const combinations = ['worker', 'server', 'temporal', 'postgres'].flatMap((part) =>
    moments.map((moment) => [part, moment]),
  );
  it.each(combinations)('of the %s, in a %s: nothing is lost and nothing happens twice', (part, moment) => {
    const found = trials.filter((trial) => trial.part === part && trial.moment === moment);
    if (found.length === 0) throw new Error(`there was no such trial:\n${told}`);
    expect(found.map(({ lost, doubled }) => ({ lost, doubled }))).toEqual([{ lost: [], doubled: [] }]);
    expect(found[0]?.recoveredMs).not.toBeNull();
  });

  it('says so by its exit code', () => {
    expect({ code, told: code === 0 ? '' : told }).toEqual({ code: 0, told: '' });
  });
});
