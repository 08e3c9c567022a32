import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import pino from 'pino';
import { type Database, openDatabase } from '../db/database';
import { createTransact } from '../db/lifecycle/transact';
import { migrate } from '../db/migrate';
import { loadNeeds } from '../db/queries/desk-needs';
import { loadPortfolio } from '../db/queries/desk-portfolio';
import { loadSuspensionsAhead } from '../db/queries/desk-suspensions';
import { startSession } from '../db/workspace/sessions';
import { currentCatalogueVersion } from '../domain/catalogue';
import type { PersonId } from '../domain/ids';
import { defaultTerms } from '../domain/terms';
import { everyMail } from '../mail/samples/every-mail';
import { createApp } from '../server/app';
import { renderCertificate } from '../server/certificates/render';
import { defaultRateLimits } from '../server/deps';
import { renderPopulation } from '../server/population/render';
import { populateDesk } from './desk/population';
import { type Asked, questionsOf } from './desk/questions';
import { median, type Row, spreadOf } from './row';

const small = 1_000;
const rounds = 5;
/** Of each kind, in each round and for each size. */
const perRound = 100;

/**
 * How much longer the desk takes with many developers than with few: the same questions asked of two servers, each on a database of its
 * own, in interleaved rounds; the 95th percentile of each, and the median of the paired ratios.
 */
export async function benchDesk(databaseUrl: string, large = 100_000): Promise<Row[]> {
  const desks = [await openDesk(databaseUrl, 'bench_small', small), await openDesk(databaseUrl, 'bench_large', large)];
  try {
    const [few, many] = desks as [Desk, Desk];
    const rows: Row[] = [];
    for (const { name, ask } of questionsOf(few.managerId)) {
      const measured = { few: [] as number[], many: [] as number[] };
      // Once for the caches of both.
      for (const desk of [few, many]) await p95Of(desk, ask);
      for (let round = 0; round < rounds; round += 1) {
        measured.few.push(await p95Of(few, ask));
        measured.many.push(await p95Of(many, ask));
      }
      const ratios = measured.many.map((value, index) => value / (measured.few[index] ?? Number.NaN));
      const reported = { must: null, aim: null } as const;
      rows.push(
        {
          name: `${name}: p95 ms, ${small.toLocaleString('en')}`,
          value: median(measured.few),
          ...reported,
          noise: spreadOf(measured.few),
        },
        {
          name: `${name}: p95 ms, ${large.toLocaleString('en')}`,
          value: median(measured.many),
          ...reported,
          noise: spreadOf(measured.many),
        },
        {
          name: `${name}: many against few`,
          value: median(ratios),
          must: 3,
          aim: 1.5,
          noise: spreadOf(ratios),
          isLessBetter: true,
        },
      );
    }
    return [...rows, ...(await countAnew(desks))];
  } finally {
    for (const desk of desks) await desk.close();
  }
}

/** What the first to ask waits for after something was decided: the others share it. Reported beside the rest. */
async function countAnew(desks: readonly Desk[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { db, developers } of desks) {
    for (const [name, count] of [
      ['Today', () => loadNeeds(db, 'all', Date.now(), 5).then(() => loadSuspensionsAhead(db, 'all', Date.now(), 5))],
      ['portfolio', () => loadPortfolio(db, 'all', Date.now(), defaultTerms.vendor.timeZone)],
    ] as const) {
      const taken: number[] = [];
      for (let round = 0; round < 2 * rounds; round += 1) {
        const began = performance.now();
        await count();
        taken.push(performance.now() - began);
      }
      rows.push({
        name: `${name}, everybody’s, counted anew: ms, ${developers.toLocaleString('en')}`,
        value: median(taken),
        must: null,
        aim: null,
        noise: spreadOf(taken),
      });
    }
  }
  return rows;
}

interface Desk {
  db: Database;
  developers: number;
  get(path: string): Promise<void>;
  /** The first account manager of the population; the same at every size. */
  managerId: PersonId;
  close(): Promise<void>;
}

async function openDesk(databaseUrl: string, name: string, developers: number): Promise<Desk> {
  const parent = openDatabase(databaseUrl, { poolSize: 1 });
  await sql`create database ${sql.id(name)}`.execute(parent);
  await parent.destroy();
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const db = openDatabase(url.href);
  await migrate(db);
  const began = performance.now();
  await populateDesk(db, { developers, now: Date.now() });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  process.stderr.write(`made ${developers.toLocaleString('en')} developers in ${seconds} s\n`);
  const { personId } = await db
    .selectFrom('staff')
    .select('personId')
    .orderBy('personId')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { secret } = await startSession(db, personId, 'script', Date.now());
  const { address, close } = await serve(db);
  const headers = { Authorization: `Bearer ${secret}` };
  return {
    db,
    developers,
    managerId: personId,
    async get(path) {
      const answer = await fetch(`${address}${path}`, { headers });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
    },
    close,
  };
}

async function serve(db: Database): Promise<{ address: string; close(): Promise<void> }> {
  const clock = { now: () => Date.now() };
  const rules = { terms: defaultTerms, calendars: {}, catalogueVersion: currentCatalogueVersion, isEmbedded: false };
  const wide = { limit: 10_000_000, windowMs: 60_000 };
  const app = createApp({
    db,
    clock,
    renderCertificate,
    sampleMails: everyMail,
    renderPopulation,
    logger: pino({ level: 'silent' }),
    settings: {
      publicUrl: 'http://127.0.0.1:8080',
      isEmbedded: false,
      rateLimits: { ...defaultRateLimits, perCaller: wide },
      webDirectory: 'dist/web',
    },
    lifecycle: { ...rules, transact: createTransact({ ...rules, db, clock }) },
  });
  const listener = createServer(app);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    async close() {
      listener.closeAllConnections();
      await new Promise((resolve) => listener.close(resolve));
      await db.destroy();
    },
  };
}

async function p95Of(desk: Desk, ask: Asked): Promise<number> {
  const taken: number[] = [];
  for (let number = 0; number < perRound; number += 1) {
    const began = performance.now();
    await desk.get(ask(number));
    taken.push(performance.now() - began);
  }
  return taken.sort((one, other) => one - other)[Math.floor(perRound * 0.95)] ?? Number.NaN;
}
