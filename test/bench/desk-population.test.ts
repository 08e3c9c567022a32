import { sql } from 'kysely';
import { populateDesk } from '../../bench/desk/population';
import { questionsOf } from '../../bench/desk/questions';
import type { Database } from '../../db/database';
import { hashOf } from '../../db/lifecycle/audit';
import type { PersonId } from '../../domain/ids';
import { attestationServer, fresh } from '../support/attestation';
import { testDatabase } from '../support/database';
import type { Headers } from '../support/enrolment';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let managerId: PersonId;
let manager: Headers;
const developers = 600;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  await populateDesk(db, { developers, now: server.time.now });
  ({ personId: managerId } = await db
    .selectFrom('staff')
    .select('personId')
    .orderBy('personId')
    .limit(1)
    .executeTakeFirstOrThrow());
  manager = await server.session(managerId);
});

const get = async (path: string) => (await ask(server).get(path).set(manager).expect(200)).body;

describe('made-up developers', () => {
  it('are as many as were asked for, three apps each, in every standing but revoked', async () => {
    const body = await get('/v1/desk/portfolio?scope=all');
    const counted = Object.fromEntries(
      body.standings.map(({ standing, apps }: { standing: string; apps: number }) => [standing, apps]),
    );
    expect(Object.values(counted as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(
      developers * 3,
    );
    const { revoked, ...others } = counted;
    expect(revoked).toBe(0);
    for (const count of Object.values(others)) expect(count).toBeGreaterThan(0);
    expect(counted.active).toBeGreaterThan(developers);
    expect((await get('/v1/desk/developers/count')).count).toBe(developers);
  });

  it('leave something of almost every kind to do', async () => {
    const today = await get('/v1/desk/today?scope=all');
    for (const kind of ['reviews', 'extensions', 'exemptions', 'bounced', 'notStarted', 'suspensions'])
      expect([kind, today[kind].count > 0, today[kind].items.length > 0]).toEqual([kind, true, true]);
    expect(today.suspensions.verificationsLastDay).toBeGreaterThan(0);
  });

  it('have a trend in which no count is below nothing', async () => {
    const { trend } = await get('/v1/desk/portfolio?scope=all');
    for (const { standings } of trend)
      for (const { standing, apps } of standings) expect([standing, apps >= 0]).toEqual([standing, true]);
  });

  it('answer everything that the bench asks', async () => {
    for (const { ask: asked } of questionsOf(managerId))
      for (let number = 0; number < 9; number += 1) await get(asked(number));
    expect((await get('/v1/developers?search=signatory-7%40developer.example')).items).toHaveLength(1);
    expect((await get('/v1/developers?search=000123')).items).toHaveLength(1);
  });

  it('are in an unbroken record', async () => {
    const { developerId } = await db
      .selectFrom('auditEntries')
      .select('developerId')
      .where('decision', '=', 'app.standing-changed')
      .where(sql<boolean>`data ->> 'to' = 'suspended'`)
      .limit(1)
      .executeTakeFirstOrThrow();
    const entries = await db
      .selectFrom('auditEntries')
      .selectAll()
      .where('developerId', '=', developerId)
      .orderBy('seq')
      .execute();
    expect(entries.length).toBeGreaterThan(4);
    let previous = '0'.repeat(64);
    for (const { seq: _seq, previousHash, hash, ...entry } of entries) {
      expect(previousHash).toBe(previous);
      expect(hash).toBe(hashOf(entry, previousHash));
      previous = hash;
    }
  });

  it('are developers that the decider goes on with', async () => {
    const some = await db
      .selectFrom('deskDevelopers')
      .innerJoin('plans', 'plans.developerId', 'deskDevelopers.developerId')
      .distinctOn('deskDevelopers.standingRank')
      .select(['deskDevelopers.developerId', 'deskDevelopers.standingRank'])
      .execute();
    expect(some.length).toBeGreaterThan(3);
    for (const { developerId, standingRank } of some) {
      await server.deps.lifecycle.transact(developerId, {
        id: fresh('evt'),
        type: 'clock.ticked',
        actor: { kind: 'clock', id: 'clock' },
      });
      const after = await db
        .selectFrom('deskDevelopers')
        .select('standingRank')
        .where('developerId', '=', developerId)
        .executeTakeFirstOrThrow();
      expect([developerId, after.standingRank]).toEqual([developerId, standingRank]);
    }
  });
});
