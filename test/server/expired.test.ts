import type { Database } from '../../db/database';
import { deleteExpired } from '../../db/workspace/expired';
import { beginOnce } from '../../db/workspace/idempotency';
import { createSignInLink } from '../../db/workspace/sign-in-links';
import { testDatabase } from '../support/database';
import { testServer } from '../support/server';

const day = 24 * 3_600_000;
let db: Database;

beforeAll(async () => {
  db = await testDatabase();
});

describe('what has expired', () => {
  it('is deleted, and what has not is left', async () => {
    const server = testServer(db);
    const person = await server.person();
    const fill = async (now: number) => {
      await createSignInLink(db, person, now);
      server.time.now = now;
      await server.session(person);
      await beginOnce(db, { caller: 'per_x', key: `key-${now}`, requestHash: 'a', now });
    };
    const start = server.time.now;
    await fill(start);
    await fill(start + 8 * day);
    await deleteExpired(db, start + 8 * day + 1);
    for (const table of ['signInLinks', 'sessions', 'idempotencyKeys'] as const) {
      expect([table, (await db.selectFrom(table).selectAll().execute()).length]).toEqual([table, 1]);
    }
  });
});
