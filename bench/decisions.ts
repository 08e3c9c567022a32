import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../db/database';
import { createTransact, type Transact } from '../db/lifecycle/transact';
import { migrate } from '../db/migrate';
import { currentCatalogueVersion } from '../domain/catalogue';
import { type DeveloperId, idFrom } from '../domain/ids';
import { defaultTerms } from '../domain/terms';
import type { Row } from './row';
import { median, spreadOf } from './row';

const rounds = 9;
const perRound = 150;
const writers = 8;
const newId = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));

/**
 * What one decision costs against one durable commit of a single row on the same PostgreSQL: interleaved rounds of both, by as many
 * writers, each on a developer of its own; the median of the paired ratios.
 */
export async function benchDecisions(databaseUrl: string): Promise<Row[]> {
  const db = openDatabase(databaseUrl, { poolSize: writers });
  try {
    await migrate(db);
    await sql`create table bench_commits (id bigint generated always as identity primary key, body text not null)`.execute(
      db,
    );
    const clock = { now: () => Date.now() };
    const transact = createTransact({
      db,
      clock,
      terms: defaultTerms,
      calendars: {},
      catalogueVersion: currentCatalogueVersion,
      isEmbedded: false,
    });
    const developers = await Promise.all(Array.from({ length: writers }, () => enrolled(transact)));
    const decided: number[] = [];
    const committed: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      decided.push(await perSecond((writer) => decideOnce(transact, developers[writer] as DeveloperId)));
      committed.push(await perSecond(() => commitOnce(db)));
    }
    const ratios = decided.map((value, index) => value / (committed[index] ?? Number.NaN));
    return [
      {
        name: 'decisions a second, 8 writers (reported)',
        value: median(decided),
        must: null,
        aim: null,
        noise: spreadOf(decided),
      },
      {
        name: 'bare commits a second, 8 writers (reported)',
        value: median(committed),
        must: null,
        aim: null,
        noise: spreadOf(committed),
      },
      { name: 'decision against a bare commit', value: median(ratios), must: 0.03, aim: 0.1, noise: spreadOf(ratios) },
    ];
  } finally {
    await db.destroy();
  }
}

async function enrolled(transact: Transact): Promise<DeveloperId> {
  const developerId = newId('dev');
  const actor = { kind: 'system', id: 'bench' } as const;
  await transact(developerId, {
    id: newId('evt'),
    type: 'developer.enrolled',
    actor,
    developerId,
    timeZone: 'Asia/Shanghai',
    country: 'CN',
    language: 'en',
  });
  await transact(developerId, {
    id: newId('evt'),
    type: 'app.registered',
    actor,
    apps: [{ appId: newId('app'), sdkProduct: 'native' }],
  });
  return developerId;
}

async function decideOnce(transact: Transact, developerId: DeveloperId): Promise<void> {
  await transact(developerId, {
    id: newId('evt'),
    type: 'developer.changed',
    actor: { kind: 'system', id: 'bench' },
    language: 'en',
  });
}

async function commitOnce(db: Database): Promise<void> {
  await sql`insert into bench_commits (body) values ('one durable row')`.execute(db);
}

async function perSecond(work: (writer: number) => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let count = 0; count < perRound / writers; count += 1) await work(writer);
    }),
  );
  return perRound / ((performance.now() - startedAt) / 1000);
}
