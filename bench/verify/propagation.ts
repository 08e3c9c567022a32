import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { createAnnouncer } from '../../db/announcements';
import { type Database, openDatabase } from '../../db/database';
import { follow } from '../../server/verify/follow';
import { Follower } from '../../server/verify/follower';
import { median, type Row, spreadOf } from '../row';
import { secretOf } from './population';
import { checkRequest, loadCore, measure, portOf, start, subjectCore } from './processes';
import { less } from './table';

const verifiers = 10;
const idle = 200;
const burst = 10_000;
const writers = 32;
const underLoadMs = 12_000;
const rounds = 7;
const perRound = 1_500;
const keyOf = (number: number) => `key_${number.toString().padStart(20, '0')}`;

/** When each verifier of a run knew of each key, in milliseconds since this process began. */
type Heard = Map<string, number[]>;

/**
 * From the commit of a suspension to the last of ten verifiers that refuses the key; and what the feed costs those who write. One of the
 * ten is a process of its own, as in production; for the last figure of the kind it is under as much load of checks as it can bear.
 */
export async function benchPropagation(databaseUrl: string, authorization: string): Promise<Row[]> {
  const db = openDatabase(databaseUrl, { poolSize: writers });
  const announcer = createAnnouncer(databaseUrl);
  const heard: Heard = new Map();
  const subject = start('subject.js', subjectCore, 'avow', databaseUrl);
  const port = await portOf(subject);
  subject.on('message', ({ heard: ids, at }: { heard: string[]; at: number }) => {
    for (const id of ids) tell(heard, id, at - performance.timeOrigin);
  });
  const following = await Promise.all(
    Array.from({ length: verifiers - 1 }, () => startFollowing(databaseUrl, db, heard)),
  );
  const suspend = async (number: number): Promise<[string, number]> => {
    await sql`update keys set state = 'suspended' where id = ${keyOf(number)}`.execute(db);
    const at = performance.now();
    announcer.announce();
    return [keyOf(number), at];
  };
  const oneByOne = async (): Promise<number[]> => {
    const committed: [string, number][] = [];
    for (let count = 0; count < idle; count += 1) {
      committed.push(await suspend(count * 16));
      await sleep(20);
    }
    return lags(heard, committed);
  };
  const reset = async (): Promise<void> => {
    await sql`update keys set state = 'active' where state <> 'active'`.execute(db);
    await sleep(3_000);
    heard.clear();
  };
  await reset();
  const idleLags = await oneByOne();
  await reset();
  const load = start('load.js', loadCore);
  const requests = Array.from({ length: 100 }, (_, number) => checkRequest(authorization, secretOf(number)));
  const loaded = measure(load, { port, requests, milliseconds: underLoadMs });
  await sleep(500);
  const loadedLags = await oneByOne();
  await loaded;
  load.kill('SIGKILL');
  await reset();
  const many: [string, number][] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (next < burst) {
        const number = next;
        next += 1;
        many.push(await suspend(number * 16));
      }
    }),
  );
  const burstLags = await lags(heard, many);
  for (const one of following) await one.stop();
  const ratios = await withAndWithout(db, announcer.announce);
  subject.kill('SIGKILL');
  await announcer.stop();
  await db.destroy();
  return [
    less('ms to the last of 10 verifiers, p99, idle', p99(idleLags), 100, 25),
    less('ms to the last of 10 verifiers, p99, under full check load', p99(loadedLags), 1_000, 250),
    less('ms to the last of 10 verifiers, p99, burst of 10,000', p99(burstLags), 1_000, 250),
    {
      name: 'suspensions with feed against without, 32 writers',
      value: median(ratios),
      must: 0.9,
      aim: 0.98,
      noise: spreadOf(ratios),
    },
  ];
}

async function startFollowing(databaseUrl: string, db: Database, heard: Heard): Promise<{ stop(): Promise<void> }> {
  const follower = new Follower({ db, clock: { now: () => Date.now() }, isEmbedded: false });
  const loaded = new Promise<void>((resolve) => follower.hearers.push({ replaced: resolve }));
  const following = follow({ databaseUrl, follower, onTrouble: () => undefined });
  await loaded;
  follower.hearers.push({
    changed(entries) {
      const now = performance.now();
      for (const entry of entries) tell(heard, follower.knowledge.keys.id(entry), now);
    },
  });
  return following;
}

function tell(heard: Heard, id: string, at: number): void {
  const times = heard.get(id);
  if (times === undefined) heard.set(id, [at]);
  else times.push(at);
}

/** How long the last of the verifiers took to know of each; one that nobody told of within half a minute took for ever. */
async function lags(heard: Heard, committed: readonly (readonly [string, number])[]): Promise<number[]> {
  const isKnown = ([id]: readonly [string, number]) => (heard.get(id)?.length ?? 0) >= verifiers;
  const until = performance.now() + 30_000;
  while (!committed.every(isKnown) && performance.now() < until) await sleep(20);
  return committed.map((one) =>
    isKnown(one) ? Math.max(0, ...(heard.get(one[0]) ?? [])) - one[1] : Number.POSITIVE_INFINITY,
  );
}

/** The least that a decision does to suspend a key: lock, standing, key, record. */
async function suspendWhole(db: Database, number: number, state: string): Promise<void> {
  const app = `app_${Math.floor(number / 4)
    .toString()
    .padStart(20, '0')}`;
  await db.transaction().execute(async (trx) => {
    await sql`select id from developers where id = (select developer_id from apps where id = ${app}) for update`.execute(
      trx,
    );
    await sql`update apps set standing = ${state} where id = ${app}`.execute(trx);
    await sql`update keys set state = ${state} where id = ${keyOf(number)}`.execute(trx);
    await sql`insert into key_changes (key_id, developer_id, app_id, state, at)
      select id, developer_id, app_id, state, issued_at from keys where id = ${keyOf(number)}`.execute(trx);
  });
}

/** Durable suspensions a second by 32 writers, in rounds with the feed's triggers and announcements and rounds without. */
async function withAndWithout(db: Database, announce: () => void): Promise<number[]> {
  const ratios: number[] = [];
  let state = 'suspended';
  for (let round = -1; round < rounds; round += 1) {
    const figures: number[] = [];
    for (const hasFeed of round % 2 === 0 ? [true, false] : [false, true]) {
      state = state === 'suspended' ? 'active' : 'suspended';
      for (const table of ['keys', 'apps'])
        await sql
          .raw(`alter table ${table} ${hasFeed ? 'enable' : 'disable'} trigger ${table}_verified_update`)
          .execute(db);
      const startedAt = performance.now();
      let next = 0;
      await Promise.all(
        Array.from({ length: writers }, async () => {
          while (next < perRound) {
            const number = next;
            next += 1;
            await suspendWhole(db, number * 16 + 1, state);
            if (hasFeed) announce();
          }
        }),
      );
      figures[hasFeed ? 0 : 1] = perRound / (performance.now() - startedAt);
    }
    if (round >= 0) ratios.push((figures[0] ?? 0) / (figures[1] ?? 1));
  }
  for (const table of ['keys', 'apps'])
    await sql.raw(`alter table ${table} enable trigger ${table}_verified_update`).execute(db);
  return ratios;
}

function p99(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length * 0.99)] ?? Number.NaN;
}
