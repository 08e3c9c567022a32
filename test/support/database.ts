import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { type Database, openDatabase } from '../../db/database';
import { migrate as migrateAll } from '../../db/migrate';
import { postgresUrl } from './stack';

interface Options {
  /** Fills the template that databases are copied from; once a run for each `template`. */
  migrate?: (db: Database) => Promise<unknown>;
  /** Names a template of its own; give one together with `migrate`. */
  template?: string;
}

const opened = new Map<Database, string>();

/**
 * A migrated database that belongs to this test file alone, copied from a template made once a run.
 * It is closed and dropped after the file's last test, without being asked.
 */
export async function testDatabase(options: Options = {}): Promise<Database> {
  const { migrate = migrateAll, template = 'avow_template' } = options;
  const name = `avow_${randomBytes(6).toString('hex')}`;
  await asAdministrator(async (client) => {
    // Files run in parallel processes: the first makes the template, the others wait for it.
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [
      template,
    ]);
    if (rowCount === 0) await makeTemplate(client, template, migrate);
    await client.query('select pg_advisory_unlock(hashtext($1))', [template]);
    await client.query(`create database ${name} template ${client.escapeIdentifier(template)} strategy file_copy`);
  });
  const db = openDatabase(postgresUrl(name));
  opened.set(db, name);
  return db;
}

/** The address of a test database, for processes and connections beside its pool. */
export function testDatabaseUrl(db: Database): string {
  const name = opened.get(db);
  if (name === undefined) throw new Error('This database was not made by testDatabase, or has been dropped.');
  return postgresUrl(name);
}

async function makeTemplate(
  client: Client,
  template: string,
  migrate: (db: Database) => Promise<unknown>,
): Promise<void> {
  const quoted = client.escapeIdentifier(template);
  await client.query(`drop database if exists ${quoted} with (force)`);
  await client.query(`create database ${quoted}`);
  const db = openDatabase(postgresUrl(template));
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
  // Copying needs a template that nobody is connected to.
  await client.query(`alter database ${quoted} with is_template true allow_connections false`);
}

async function asAdministrator(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: postgresUrl('postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

// Registered when a test file imports this module, so that no file can forget it.
afterAll(async () => {
  for (const [db, name] of opened) {
    await db.destroy();
    await asAdministrator(async (client) => void (await client.query(`drop database if exists ${name} with (force)`)));
  }
  opened.clear();
});
