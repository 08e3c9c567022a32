import { openDatabase } from '../db/database';
import { migrate } from '../db/migrate';
import { Follower } from '../server/verify/follower';
import { benchEdgeCheck } from './edge-check';
import type { Row } from './row';
import { bearer } from './verify/bearer';
import { benchHttp } from './verify/http';
import { populate } from './verify/population';
import { benchPropagation } from './verify/propagation';
import { benchTable, less } from './verify/table';

const population = 1_000_000;
const known = 1_000;
const pictures = 'pictures';

/**
 * What checks cost and how soon they know. Over HTTP: ratios of servers pinned to the same core that send the same bytes, in rounds that
 * go round. The table: in this process, random keys of four sizes. Propagation: ten followers
 * of a real PostgreSQL, one of them a process under full load of checks. Loading: a million keys. In process: the package in `edge/`.
 */
export async function benchVerify(databaseUrl: string): Promise<Row[]> {
  const table = await benchTable(pictures);
  const db = openDatabase(databaseUrl);
  try {
    await migrate(db);
    await populate(db, 160_000, known);
    const authorization = await bearer(db);
    const http = await benchHttp(databaseUrl, authorization, known);
    const inProcess = await benchEdgeCheck();
    const propagation = await benchPropagation(databaseUrl, authorization);
    return [...http, ...inProcess, ...propagation, ...table, await loading()];
  } finally {
    await db.destroy();
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
