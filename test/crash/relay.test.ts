import { setTimeout as sleep } from 'node:timers/promises';
import type { ActivityDeps } from '../../activities/deps';
import { relayOnce } from '../../activities/relay';
import type { Database } from '../../db/database';
import { testDatabase } from '../support/database';

describe('a row of the outbox that takes long', () => {
  let db: Database;
  let deps: ActivityDeps;
  const now = () => Date.now();

  beforeAll(async () => {
    db = await testDatabase();
    deps = { db, clock: { now }, logger: { warn: () => undefined } } as unknown as ActivityDeps;
    await db
      .insertInto('outbox')
      .values({
        ...{ kind: 'send-sign-in-link', subject: 'per_x', payload: JSON.stringify({ personId: 'per_x' }) },
        ...{ createdAt: new Date(), notBeforeAt: new Date(), deliveredAt: null, lastFault: null },
      } as never)
      .execute();
  });

  it('stays with the relay that is at work on it, longer than the lease that a killed one leaves', async () => {
    const seen: string[] = [];
    const slow = relayOnce(deps, async () => {
      seen.push('first');
      await sleep(5_500);
    });
    await sleep(5_000);
    expect(await relayOnce(deps, async () => void seen.push('second'))).toBe(0);
    await slow;
    expect(seen).toEqual(['first']);
  }, 240_000);
});
