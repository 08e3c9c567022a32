import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openDatabase } from '../db/database';
import { lockDirectory } from '../integrations/embedded/lock';
import { claimPort, isPortFree } from '../integrations/embedded/ports';
import { commandLine, findProcesses } from '../integrations/embedded/process-identity';
import { stopOnSignals } from '../integrations/embedded/supervise';
import { introduce } from './introduction';
import { readSamples, seed } from './seed';
import { readSettings } from './settings';
import { type StackPorts, startStack } from './stack';

const usualPorts: Readonly<Record<keyof StackPorts, [variable: string, port: number, use: string]>> = {
  server: ['PORT', 8080, 'the server'],
  inbox: ['AVOW_INBOX_PORT', 8025, 'the web inbox'],
  smtp: ['AVOW_SMTP_PORT', 1025, 'the mail server'],
  postgres: ['AVOW_POSTGRES_PORT', 5440, 'PostgreSQL'],
  temporal: ['AVOW_TEMPORAL_PORT', 7240, 'Temporal'],
  temporalUi: ['AVOW_TEMPORAL_UI_PORT', 8240, "Temporal's pages"],
};

/** `npm start`: the whole of Avow on this machine, on real parts, until Ctrl-C. */
async function main(): Promise<void> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const directory = resolve(process.env.AVOW_DIRECTORY ?? '.avow');
  // PostgreSQL runs as another user when started as root, and must be able to walk through.
  await mkdir(directory, { recursive: true, mode: 0o711 });
  const lock = await lockDirectory(directory);
  try {
    const ports = await choosePorts(directory);
    const isEmpty = process.argv.includes('--empty');
    const stack = await startStack({
      directory,
      ports,
      environment: process.env,
      say,
      // Before the worker: the samples live through their past, and its mails are not the worker's to send.
      prepare: (environment) =>
        withDatabase(environment, (db) =>
          seed(db, { directory, developersBy: isEmpty ? null : readSettings(environment), say }),
        ),
    });
    stopOnSignals(stack, say);
    await lock.announce(stack.serverUrl);
    const samples = await readSamples(directory);
    say(await withDatabase(stack.environment, (db) => introduce(db, stack, samples)));
    await stack.stopped;
    say('Stopped. Your data is kept; `npm start` goes on where it was.');
  } finally {
    await lock.release();
  }
}

async function withDatabase<Result>(
  environment: Record<string, string | undefined>,
  use: (db: Database) => Promise<Result>,
): Promise<Result> {
  const db = openDatabase(environment.DATABASE_URL ?? '', { poolSize: 12 });
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
}

/**
 * Each port as its variable says, or the usual one. A part that another address replaces needs none, and one that a killed
 * start left running on our data is taken over together with its port.
 */
async function choosePorts(directory: string): Promise<StackPorts> {
  const { DATABASE_URL, TEMPORAL_ADDRESS, SMTP_URL } = process.env;
  const isReplaced: Readonly<Partial<Record<keyof StackPorts, boolean>>> = {
    postgres: Boolean(DATABASE_URL) || isLeftBehind(join(directory, 'postgres')),
    temporal: Boolean(TEMPORAL_ADDRESS) || isLeftBehind(join(directory, 'temporal')),
    temporalUi: Boolean(TEMPORAL_ADDRESS) || isLeftBehind(join(directory, 'temporal')),
    smtp: Boolean(SMTP_URL),
    inbox: Boolean(SMTP_URL),
  };
  const ports = {} as StackPorts;
  for (const part of Object.keys(usualPorts) as (keyof StackPorts)[]) {
    const [variable, usual, use] = usualPorts[part];
    const port = Number(process.env[variable] || usual);
    ports[part] = isReplaced[part] ? port : await claim({ port, use, choose: `${variable}=${port + 1} npm start` });
  }
  return ports;
}

function isLeftBehind(directory: string): boolean {
  return findProcesses((pid) => commandLine(pid).some((word) => word.startsWith(`${directory}/`))).length > 0;
}

/** A part of a killed start may still be letting go of its port. */
async function claim(wanted: Parameters<typeof claimPort>[0]): Promise<number> {
  for (let tries = 0; tries < 12 && !(await isPortFree(wanted.port)); tries += 1) await sleep(250);
  return claimPort(wanted);
}

main().catch((fault: Error) => {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
});
