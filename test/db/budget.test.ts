import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/database';
import { moment } from '../../db/instants';
import { lockEnforcement } from '../../db/lifecycle/budget';
import type { Transact } from '../../db/lifecycle/transact';
import { placeHold } from '../../db/workspace/holds';
import { type DeveloperId, idFrom } from '../../domain/ids';
import { defaultTerms } from '../../domain/terms';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const clockActor = { kind: 'clock', id: 'clock' } as const;

describe('the enforcement budget', () => {
  let db: Database;
  let developers: ReturnType<typeof livedDevelopers>;
  let tight: Transact;

  beforeAll(async () => {
    db = await testDatabase();
    developers = livedDevelopers(db);
    tight = developers.transactWith({
      terms: { ...defaultTerms, bounceWindow: 'PT0S', budget: { window: 'PT1H', apps: 3, share: 0 } },
    });
  });

  /** So many developers who are to be restricted next. */
  async function crowdOf(count: number): Promise<{ developerId: DeveloperId; at: number }[]> {
    const { time, transact, enrol, attest, liveUntil } = developers;
    const startedAt = time.now;
    const crowd: { developerId: DeveloperId; at: number }[] = [];
    while (crowd.length < count) {
      time.now = startedAt;
      const { developerId, appId } = await enrol();
      await attest(developerId, appId);
      await liveUntil(developerId, 'grace');
      for (;;) {
        const { nextWakeAt, nextWakeFor } = await db
          .selectFrom('developers')
          .select(['nextWakeAt', 'nextWakeFor'])
          .where('id', '=', developerId)
          .executeTakeFirstOrThrow();
        if (nextWakeAt === null) throw new Error('nothing awaits the clock');
        time.now = Math.max(time.now, nextWakeAt);
        if (nextWakeFor === 'restrict') break;
        await transact(developerId, { id: id('evt'), type: 'clock.ticked', actor: clockActor });
        await liveUntil(developerId, 'grace');
      }
      crowd.push({ developerId, at: time.now });
    }
    return crowd;
  }
  const enforceAll = (ids: readonly DeveloperId[]) =>
    Promise.all(
      ids.map((developerId) => tight(developerId, { id: id('evt'), type: 'clock.ticked', actor: clockActor })),
    );
  const restricted = (ids: readonly DeveloperId[]) =>
    db.selectFrom('apps').select('id').where('developerId', 'in', ids).where('standing', '=', 'restricted').execute();
  const blocked = (ids: readonly DeveloperId[]) =>
    db
      .selectFrom('plans')
      .select(['id', 'developerId', 'blockedBy'])
      .where('developerId', 'in', ids)
      .where('blockedBy', 'is not', null)
      .execute();

  it('never spends more than the budget, however many enforce at once; the rest waits, alerts once, and happens once when released', async () => {
    const crowd = await crowdOf(9);
    const ids = crowd.map((one) => one.developerId);
    // Everybody's moment has come within the hour that the budget counts.
    developers.time.now = Math.max(...crowd.map((one) => one.at));
    await enforceAll(ids.slice(1));
    // Whoever comes when all is spent waits for nobody who enforces.
    await db.transaction().execute(async (trx) => {
      await lockEnforcement(trx);
      await enforceAll(ids.slice(0, 1));
    });
    expect(await restricted(ids)).toHaveLength(3);
    const waiting = await blocked(ids);
    expect(waiting.map((row) => row.blockedBy)).toEqual(Array.from({ length: 6 }, () => 'budget'));
    const alerts = await db.selectFrom('enforcementAlerts').selectAll().execute();
    expect(alerts).toEqual([expect.objectContaining({ closedAt: null, budgetSize: 3, budgetWindow: 'PT1H' })]);
    const mails = await db.selectFrom('outbox').select('id').where('kind', '=', 'send-enforcement-alert').execute();
    expect(mails).toHaveLength(1);

    const releaseId = id('rls');
    const [proposedBy, confirmedBy] = [id('per'), id('per')];
    const at = new Date(developers.time.now);
    await db
      .insertInto('releases')
      .values({ id: releaseId, reason: 'They are right.', proposedBy, proposedAt: at, confirmedBy, confirmedAt: at })
      .execute();
    const released = waiting.map((row) => ({
      developerId: row.developerId,
      event: {
        id: id('evt'),
        type: 'enforcement.released' as const,
        actor: { kind: 'staff' as const, id: confirmedBy, role: 'lead' },
        releaseId,
        planIds: waiting.map((plan) => plan.id),
        proposedBy,
      },
    }));
    // Carried twice at the same time, as by two relays of which one was taken for dead.
    await Promise.all([...released, ...released].map(({ developerId, event }) => tight(developerId, event)));
    expect(await blocked(ids)).toEqual([]);
    await Promise.all([enforceAll(ids), enforceAll(ids)]);
    expect(await restricted(ids)).toHaveLength(9);
    const told = await db
      .selectFrom('auditEntries')
      .select('subject')
      .where('decision', '=', 'app.restricted')
      .where('developerId', 'in', ids)
      .execute();
    expect(told).toHaveLength(9);
    expect(
      await db.selectFrom('enforcementSpends').select('id').where('at', '=', moment(at.getTime())).execute(),
    ).toHaveLength(3);
    expect(await db.selectFrom('enforcementAlerts').select('id').where('closedAt', 'is', null).execute()).toEqual([]);
    const left = await db.selectFrom('plans').select('id').where('releasedBy', 'is not', null).execute();
    expect(left).toEqual([]);
  }, 240_000);

  it('takes nothing more once a hold is acknowledged, also where enforcement was under way', async () => {
    const crowd = await crowdOf(3);
    const ids = crowd.map((one) => one.developerId);
    developers.time.now = Math.max(...crowd.map((one) => one.at)) + 3_600_001;
    const hold = { id: id('hld'), developerId: null, reason: 'We look first.', placedBy: id('per') };
    const enforcing = enforceAll(ids);
    await placeHold(db, hold, developers.time.now);
    const before = (await restricted(ids)).length;
    await enforcing;
    expect(await restricted(ids)).toHaveLength(before);
    await enforceAll(ids);
    expect(await restricted(ids)).toHaveLength(before);
    expect(await blocked(ids)).toHaveLength(3 - before);
  }, 240_000);
});
