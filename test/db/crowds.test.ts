import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/database';
import { crowdPerSecond } from '../../db/lifecycle/crowds';
import { liftHold, placeHold } from '../../db/workspace/holds';
import { type DeveloperId, idFrom } from '../../domain/ids';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const count = 45;

describe('a hold that is lifted for many', () => {
  let db: Database;
  let now: number;
  let ids: DeveloperId[];

  const wakes = () =>
    db
      .selectFrom('outbox')
      .select(['subject', 'notBeforeAt'])
      .where('kind', '=', 'wake-held')
      .where('deliveredAt', 'is', null)
      .orderBy('notBeforeAt')
      .execute();

  beforeAll(async () => {
    db = await testDatabase();
    const { time, enrol } = livedDevelopers(db);
    now = time.now;
    ids = [];
    while (ids.length < count) ids.push((await enrol()).developerId);
    const hold = await placeHold(
      db,
      { id: id('hld'), developerId: null, reason: 'We look first.', placedBy: id('per') },
      now,
    );
    await db.updateTable('plans').set({ blockedBy: 'hold' }).execute();
    // One of them stays held, and wakes nobody.
    await placeHold(
      db,
      { id: id('hld'), developerId: ids[0] ?? null, reason: 'They more so.', placedBy: id('per') },
      now,
    );
    await liftHold(db, { id: hold.id, liftedBy: id('per'), liftReason: 'All is well.' }, now);
  }, 120_000);

  it('wakes each who waited, once, and nobody who is held still', async () => {
    const woken = (await wakes()).map((row) => row.subject);
    expect([...woken].sort()).toEqual(ids.slice(1).sort());
  });

  it('wakes so many a second, beginning at once', async () => {
    const times = (await wakes()).map((row) => row.notBeforeAt);
    expect(times[0]).toBe(now);
    for (let second = 0; second < 3; second += 1) {
      const within = times.filter((at) => at >= now + second * 1000 && at < now + (second + 1) * 1000);
      expect(within.length).toBeLessThanOrEqual(crowdPerSecond);
    }
    expect((times.at(-1) ?? 0) - now).toBeGreaterThanOrEqual(Math.floor((count - 2) / crowdPerSecond) * 1000);
  });
});
