import { Client, Connection } from '@temporalio/client';
import { measure } from './demo/figures';
import { demoMassLapse } from './demo/mass-lapse';
import { openStage } from './demo/stage';
import { tellStories } from './demo/stories';
import { openThrowAwayStack } from './demo/throw-away-stack';

/** `npm run demo [-- --json]`: more than a year of three developers on a throw-away stack, told line by line. */
async function main(): Promise<boolean> {
  const isJson = process.argv.includes('--json');
  const tell = (line: string) => (isJson ? process.stderr : process.stdout).write(`${line}\n`);
  const startedAt = Date.now();
  const { stack, db, leave: leaveStack } = await openThrowAwayStack(tell);
  const connection = await Connection.connect({ address: stack.environment.TEMPORAL_ADDRESS ?? '' });
  const leave = async () => {
    await connection.close();
    await leaveStack();
  };
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

/** `npm run demo -- --mass-lapse [--json]`. */
async function massLapse(): Promise<boolean> {
  const isJson = process.argv.includes('--json');
  const tell = (line: string) => (isJson ? process.stderr : process.stdout).write(`${line}\n`);
  const { figures, faults } = await demoMassLapse(tell);
  for (const fault of faults) tell(`✗ ${fault}`);
  if (faults.length === 0) tell('✓ the budget held, the lead heard once, and each released step happened once');
  if (isJson) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else for (const [name, value] of Object.entries(figures)) tell(`  ${name.padEnd(28)} ${value}`);
  return faults.length === 0;
}

(process.argv.includes('--mass-lapse') ? massLapse() : main()).then(
  (isFine) => process.exit(isFine ? 0 : 1),
  (fault: Error) => {
    process.stderr.write(`${fault.stack ?? fault.message}\n`);
    process.exit(1);
  },
);
