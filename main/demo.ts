import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { openDatabase } from '../db/database';
import { freePort } from '../integrations/embedded/ports';
import { measure } from './demo/figures';
import { openStage } from './demo/stage';
import { tellStories } from './demo/stories';
import { type StackPorts, startStack } from './stack';

/** `npm run demo [-- --json]`: more than a year of three developers on a throw-away stack, told line by line. */
async function main(): Promise<boolean> {
  const isJson = process.argv.includes('--json');
  const tell = (line: string) => (isJson ? process.stderr : process.stdout).write(`${line}\n`);
  const startedAt = Date.now();
  const directory = await mkdtemp(join(tmpdir(), 'avow-demo-'));
  await chmod(directory, 0o711);
  const stack = await startStack({
    directory: join(directory, 'data'),
    ports: await freePorts(),
    environment: { PATH: process.env.PATH, HOME: process.env.HOME },
    say: tell,
  });
  const db = openDatabase(stack.databaseUrl, { poolSize: 3 });
  const connection = await Connection.connect({ address: stack.environment.TEMPORAL_ADDRESS ?? '' });
  const leave = async () => {
    await connection.close();
    await db.destroy();
    await stack.stop();
    await rm(directory, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void leave().then(() => process.exit(1)));
  try {
    const stage = await openStage({ stack, db, client: new Client({ connection }), tell });
    const told = await tellStories(stage);
    const figures = { ...(await measure(stage, told)), seconds: Math.round((Date.now() - startedAt) / 1000) };
    const faults = [...told.faults, ...faultsIn(figures)];
    for (const fault of faults) tell(`✗ ${fault}`);
    if (faults.length === 0) tell('✓ every end state holds');
    if (isJson) process.stdout.write(`${JSON.stringify(figures)}\n`);
    else for (const [name, value] of Object.entries(figures)) tell(`  ${name.padEnd(28)} ${value}`);
    return faults.length === 0;
  } finally {
    await leave();
  }
}

function faultsIn(figures: {
  noticesDuplicated: number;
  suspensionsWithoutNotice: number;
  sleepingHistoryEventsMax: number;
}): string[] {
  return [
    ...(figures.noticesDuplicated > 0 ? [`${figures.noticesDuplicated} notices were delivered twice`] : []),
    ...(figures.suspensionsWithoutNotice > 0
      ? [`${figures.suspensionsWithoutNotice} suspensions came without their notices`]
      : []),
    ...(figures.sleepingHistoryEventsMax > 15
      ? [`a sleeping history had ${figures.sleepingHistoryEventsMax} events`]
      : []),
  ];
}

async function freePorts(): Promise<StackPorts> {
  const [server, inbox, smtp, postgres, temporal, temporalUi] = await Promise.all(Array.from({ length: 6 }, freePort));
  return { server, inbox, smtp, postgres, temporal, temporalUi } as StackPorts;
}

main().then(
  (isFine) => process.exit(isFine ? 0 : 1),
  (fault: Error) => {
    process.stderr.write(`${fault.stack ?? fault.message}\n`);
    process.exit(1);
  },
);
