import { openDatabase } from '../db/database';
import { migrate } from '../db/migrate';
import { createToken, newToken } from '../db/workspace/tokens';
import { idFrom } from '../domain/ids';
import { Follower } from '../server/verify/follower';
import type { Row } from './row';
import { benchHttp } from './verify/http';
import { populate } from './verify/population';
import { benchPropagation } from './verify/propagation';
import { benchTable, less } from './verify/table';

const population = 1_000_000;
const known = 1_000;
const pictures = 'pictures';

/**
 * What checks cost and how soon they know. Over HTTP: ratios of servers pinned to the same core that send the same bytes, in rounds that
 * go round. The table: in this process, random keys of four sizes. Propagation: ten followers of a real PostgreSQL. With a million keys.
 */
export async function benchVerify(databaseUrl: string): Promise<Row[]> {
  const table = await benchTable(pictures);
  const db = openDatabase(databaseUrl);
  try {
    await migrate(db);
    await populate(db, 160_000, known);
    const authorization = `Bearer ${await token()}`;
    const http = await benchHttp(databaseUrl, authorization);
    const propagation = await benchPropagation(databaseUrl);
    return [...http, ...propagation, ...table, await loading()];
  } finally {
    await db.destroy();
  }

  async function token(): Promise<string> {
    const text = newToken();
    const now = Date.now();
    const createdBy = idFrom('per', Buffer.alloc(20, 1));
    const person = { id: createdBy, name: 'B', email: 'b@x.example', emailNormalised: 'b@x.example' };
    await db
      .insertInto('people')
      .values({ ...person, createdAt: new Date(now), erasedAt: null })
      .execute();
    const id = idFrom('tok', Buffer.alloc(20, 1));
    await createToken(db, { id, token: text, name: 'bench', scopes: ['verify'], expiresAt: null, createdBy }, now);
    return text;
  }

  async function loading(): Promise<Row> {
    await populate(db, population, 0);
    const seconds: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const follower = new Follower({ db, clock: { now: () => Date.now() }, isEmbedded: false });
      const startedAt = performance.now();
      await follower.read();
      seconds.push((performance.now() - startedAt) / 1000);
      if (follower.knowledge.keys.size !== population) throw new Error('not all keys were loaded');
    }
    return less(`seconds to load ${population} keys`, Math.min(...seconds), 5, 3);
  }
}
