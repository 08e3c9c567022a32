import { sql } from 'kysely';
import { openDatabase } from '../../db/database';
import { testDatabase, testDatabaseUrl } from '../support/database';

describe('a connection that PostgreSQL ends', () => {
  it('fails what is under way on it and leaves the process and the pool alive', async () => {
    const other = await testDatabase();
    const db = openDatabase(testDatabaseUrl(other), { poolSize: 2 });
    const backend = async (from: typeof db) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(from);
      return rows[0]?.pid;
    };
    // Held, with nothing asked at the time: the case in which nobody but the connection itself hears of it.
    const held = db.connection().execute(async (one) => {
      const pid = await backend(one);
      // Answers once it is gone.
      await sql`select pg_terminate_backend(${pid}, 30000)`.execute(other);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await sql`select 1`.execute(one);
    });
    await expect(held).rejects.toThrow(/terminat|not queryable/i);
    expect(await backend(db)).toEqual(expect.any(Number));
    await db.destroy();
  });
});
