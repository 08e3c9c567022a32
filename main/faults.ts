import { randomInt } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Actor } from './faults/cast';
import { momentNames } from './faults/moments';
import { openStage, type PartName, parts } from './faults/stage';
import { reportOn } from './faults/table';
import { runTrial, type Trial } from './faults/trial';

/** A submission is over within tens of milliseconds, a mail within hundreds: half of the kills come early. */
const latestMs = [40, 250] as const;

const usage = `npm run faults [-- --rounds 10 --json --delays 0,80 --directory <empty folder>]
  --rounds     how often each part is killed in each moment; 10
  --json       one JSON object as the last line
  --delays     milliseconds before each kill, in turn; random ones otherwise
  --directory  where the stack keeps its data; a throw-away folder otherwise`;

/**
 * `npm run faults [-- --rounds 10 --json --delays 0,80 --directory <empty folder>]`: kills each part in the middle of each moment, so
 * many times, in random order and after random delays of up to a quarter of a second; prints a table. Exit 1 when anything was lost or doubled.
 */
async function main(): Promise<boolean> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return true;
  }
  const isJson = process.argv.includes('--json');
  const tell = (line: string) => (isJson ? process.stderr : process.stdout).write(`${line}\n`);
  const rounds = Number(option('rounds') ?? 10);
  const delays = option('delays')?.split(',').map(Number);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number from 1');
  const startedAt = Date.now();
  const given = option('directory');
  const directory = given ? resolve(given) : await mkdtemp(join(tmpdir(), 'avow-faults-'));
  try {
    await chmod(directory, 0o711);
    tell(`Living through the past of ${rounds * parts.length * momentNames.length} developers …`);
    const trials = await play({ directory, rounds, delays, tell });
    const took = Math.round((Date.now() - startedAt) / 1_000);
    const { lines, figures } = reportOn(trials);
    for (const line of lines) tell(line);
    if (isJson) process.stdout.write(`${JSON.stringify({ rounds, ...figures, trials, seconds: took })}\n`);
    return figures.lost + figures.doubled === 0;
  } finally {
    if (!given) await rm(directory, { recursive: true, force: true });
  }
}

/** Everything between the start of the stack and its end, also when the end comes early. */
async function play(given: {
  directory: string;
  rounds: number;
  delays: number[] | undefined;
  tell: (line: string) => void;
}): Promise<Trial[]> {
  const { directory, rounds, delays, tell } = given;
  const stage = await openStage({
    directory: join(directory, 'data'),
    each: rounds * parts.length,
    environment: { PATH: process.env.PATH, HOME: process.env.HOME, TEMPORAL_CLI_PATH: process.env.TEMPORAL_CLI_PATH },
    say: () => undefined,
  });
  let isAsked = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (isAsked = true));
  const trials: Trial[] = [];
  try {
    for (const [index, { part, actor }] of programme(stage.cast).entries()) {
      if (isAsked) throw new Error('stopped before the last trial');
      const delayMs = delays?.[index % delays.length] ?? randomInt(latestMs[randomInt(latestMs.length)] as number);
      const trial = await runTrial(stage, actor, part, delayMs);
      trials.push(trial);
      tell(described(trial));
    }
  } finally {
    await stage.close();
  }
  return trials;
}

/** Every part with every developer of a moment, in random order. */
function programme(cast: readonly Actor[]): { part: PartName; actor: Actor }[] {
  const trials = momentNames.flatMap((moment) =>
    cast
      .filter((actor) => actor.moment === moment)
      .map((actor, index) => ({ actor, part: parts[index % parts.length] as PartName })),
  );
  for (let last = trials.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [trials[last], trials[other]] = [trials[other], trials[last]] as [(typeof trials)[0], (typeof trials)[0]];
  }
  return trials;
}

function described({ part, moment, delayMs, wasInTheMiddle, recoveredMs, lost, doubled }: Trial): string {
  const outcome = recoveredMs === null ? 'never recovered' : `recovered in ${(recoveredMs / 1_000).toFixed(1)} s`;
  const faults = [...lost.map((what) => `LOST: ${what}`), ...doubled.map((what) => `DOUBLED: ${what}`)];
  const place = wasInTheMiddle ? 'in the middle of' : 'right after';
  return [`${part} killed ${place} a ${moment} (+${delayMs} ms): ${outcome}`, ...faults].join('\n    ');
}

function option(name: string): string | undefined {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
}

main().then(
  (isFine) => process.exit(isFine ? 0 : 1),
  (fault: Error) => {
    process.stderr.write(`${fault.stack ?? fault.message}\n`);
    process.exit(1);
  },
);
