import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { populateDesk } from '../bench/desk/population';
import { type Database, openDatabase } from '../db/database';
import { migrate } from '../db/migrate';
import { AvowError } from '../domain/errors';
import { lockDirectory } from '../integrations/embedded/lock';
import { freePort } from '../integrations/embedded/ports';
import { startPostgres } from '../integrations/embedded/postgres';
import { seed } from './seed';

const most = 1_000_000;

/**
 * `npm run seed -- --developers 100000`: fills the database of the embedded stack, or an empty one that DATABASE_URL names, with so many
 * developers. Refuses a database that anybody works with.
 */
async function main(): Promise<void> {
  const place = process.argv.indexOf('--developers');
  const developers = Number(place === -1 ? Number.NaN : process.argv[place + 1]);
  if (!Number.isSafeInteger(developers) || developers < 1 || developers > most)
    throw new AvowError(
      'start.setting-invalid',
      `Say how many: --developers 100000, at most ${most.toLocaleString('en')}.`,
    );
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) await withDatabase(DATABASE_URL, (db) => fillEmpty(db, developers, say));
  else await fillEmbedded(resolve(process.env.AVOW_DIRECTORY ?? '.avow'), developers, say);
}

/** The stack must not run: the lock of its directory says so. */
async function fillEmbedded(directory: string, developers: number, say: (line: string) => void): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o711 });
  const lock = await lockDirectory(directory);
  try {
    const postgres = await startPostgres({ directory: join(directory, 'postgres'), port: await freePort() });
    try {
      await postgres.createDatabase('avow');
      const url = postgres.url('avow');
      await withDatabase(url, async (db) => {
        await migrate(db);
        await seed(db, { directory, developersBy: null, say });
        await refuseSecond(db);
        await fill(db, developers, say);
      });
    } finally {
      await postgres.stop();
    }
  } finally {
    await lock.release();
  }
  say('Done. `npm start` shows them.');
}

async function fillEmpty(db: Database, developers: number, say: (line: string) => void): Promise<void> {
  await migrate(db);
  const known = await db.selectFrom('developers').select('id').limit(1).executeTakeFirst();
  if (known)
    throw new AvowError(
      'start.setting-invalid',
      'DATABASE_URL names a database with developers in it. Made-up ones go into an empty database, or into the embedded one: leave DATABASE_URL out.',
    );
  await fill(db, developers, say);
}

/** Made-up developers are numbered; a second crowd would be the first one again. */
async function refuseSecond(db: Database): Promise<void> {
  const known = await db
    .selectFrom('developers')
    .select('id')
    .where('id', 'like', 'dev_000000000%')
    .limit(1)
    .executeTakeFirst();
  if (known)
    throw new AvowError(
      'start.setting-invalid',
      'There are made-up developers in it already. Remove the folder .avow to begin anew.',
    );
}

async function fill(db: Database, developers: number, say: (line: string) => void): Promise<void> {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(0).padStart(4);
  await populateDesk(db, { developers, now: Date.now(), say: (line) => say(`${seconds()} s  ${line}`) });
  say(`${seconds()} s  ${developers.toLocaleString('en')} developers`);
}

async function withDatabase(url: string, use: (db: Database) => Promise<void>): Promise<void> {
  const db = openDatabase(url, { poolSize: 4 });
  try {
    await use(db);
  } finally {
    await db.destroy();
  }
}

main().then(
  () => process.exit(),
  (fault: Error) => {
    process.stderr.write(`${fault.message}\n`);
    process.exit(1);
  },
);
