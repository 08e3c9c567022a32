import { randomBytes } from 'node:crypto';
import { idFrom } from '../../domain/ids';
import { defaultTerms } from '../../domain/terms';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const clockActor = { kind: 'clock', id: 'clock' } as const;

describe('the enforcement budget', () => {
  it('never spends more than the budget, however many enforce at once; the rest waits and says for what', async () => {
    const db = await testDatabase();
    const { time, transact, transactWith, enrol, attest, liveUntil } = livedDevelopers(db);
    const tight = transactWith({
      terms: { ...defaultTerms, bounceWindow: 'PT0S', budget: { window: 'PT1H', apps: 3, share: 0 } },
    });
    const startedAt = time.now;
    const crowd = [];
    for (let count = 0; count < 8; count += 1) {
      time.now = startedAt;
      const developer = await enrol();
      await attest(developer.developerId, developer.appId);
      await liveUntil(developer.developerId, 'grace');
      for (;;) {
        const row = await db
          .selectFrom('developers')
          .select(['nextWakeAt', 'nextWakeFor'])
          .where('id', '=', developer.developerId)
          .executeTakeFirstOrThrow();
        if (row.nextWakeFor === 'restrict' || row.nextWakeAt === null) break;
        time.now = Math.max(time.now, row.nextWakeAt);
        await transact(developer.developerId, { id: id('evt'), type: 'clock.ticked', actor: clockActor });
        await liveUntil(developer.developerId, 'grace');
      }
      const { nextWakeAt } = await db
        .selectFrom('developers')
        .select('nextWakeAt')
        .where('id', '=', developer.developerId)
        .executeTakeFirstOrThrow();
      crowd.push({ ...developer, at: nextWakeAt ?? 0 });
    }
    // Everybody's moment has come within the hour that the budget counts.
    time.now = Math.max(...crowd.map((one) => one.at));
    await Promise.all(
      crowd.map((one) => tight(one.developerId, { id: id('evt'), type: 'clock.ticked', actor: clockActor })),
    );
    const ids = crowd.map((one) => one.developerId);
    const restricted = await db
      .selectFrom('apps')
      .select('id')
      .where('developerId', 'in', ids)
      .where('standing', '=', 'restricted')
      .execute();
    const blocked = await db
      .selectFrom('plans')
      .select('blockedBy')
      .where('developerId', 'in', ids)
      .where('blockedBy', 'is not', null)
      .execute();
    expect(restricted.length).toBe(3);
    expect(blocked.map((row) => row.blockedBy)).toEqual(Array.from({ length: 5 }, () => 'budget'));
  }, 240_000);
});
