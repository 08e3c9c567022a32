import { sql } from 'kysely';
import { testDatabase, testDatabaseUrl } from '../support/database';

describe('the database of a test file', () => {
  it('is its own: what one writes another does not see', async () => {
    const migrate = async (db: Awaited<ReturnType<typeof testDatabase>>) =>
      void (await sql`create table marks (n int)`.execute(db));
    const options = { template: 'marks_template', migrate };
    const making = [testDatabase(options), testDatabase(options)] as const;
    const [one, other] = await Promise.all(making);
    await sql`insert into marks values (1)`.execute(one);
    expect((await sql`select * from marks`.execute(one)).rows).toHaveLength(1);
    expect((await sql`select * from marks`.execute(other)).rows).toHaveLength(0);
    expect(testDatabaseUrl(one)).not.toBe(testDatabaseUrl(other));
  });
});
