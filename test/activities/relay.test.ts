import type { ActivityDeps } from '../../activities/deps';
import { type OutboxRow, relayOnce, relayOutbox } from '../../activities/relay';
import type { Database } from '../../db/database';
import { enqueue } from '../../db/lifecycle/outbox';
import { requestSignInLink } from '../../db/workspace/sign-in-links';
import { activityDeps } from '../support/activity-deps';
import { testDatabase } from '../support/database';

describe('the relay', () => {
  let db: Database;
  let deps: ActivityDeps;
  let time: { now: number };

  beforeAll(async () => {
    db = await testDatabase();
    ({ deps, time } = activityDeps(db));
  });

  const wish = (subject: string, notBeforeAt = time.now) =>
    db.transaction().execute((trx) => enqueue(trx, 'wake-developer', subject, { developerId: subject }, notBeforeAt));
  const waiting = async () =>
    (await db.selectFrom('outbox').select('subject').where('deliveredAt', 'is', null).execute()).map(
      (row) => row.subject,
    );

  it('carries out each row once, and joins wishes for the same thing', async () => {
    await wish('dev_a');
    await wish('dev_a');
    await wish('dev_b');
    const seen: string[] = [];
    const dispatch = async (row: OutboxRow) => void seen.push(row.subject);
    await relayOnce(deps, dispatch);
    await relayOnce(deps, dispatch);
    expect(seen.sort()).toEqual(['dev_a', 'dev_b']);
    expect(await waiting()).toEqual([]);
  });

  it('tries again what could not be carried out, later each time', async () => {
    await wish('dev_c');
    let tries = 0;
    const failing = async () => {
      tries += 1;
      throw new Error('Temporal is away');
    };
    await relayOnce(deps, failing);
    await relayOnce(deps, failing);
    expect(tries).toBe(1);
    time.now += 1_000;
    await relayOnce(deps, failing);
    expect(tries).toBe(2);
    const row = await db
      .selectFrom('outbox')
      .select(['attempts', 'lastFault'])
      .where('subject', '=', 'dev_c')
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ attempts: 2, lastFault: 'Error: Temporal is away' });
    time.now += 60_000;
    await relayOnce(deps, async () => undefined);
    expect(await waiting()).toEqual([]);
  });

  it('does not lose a wish that joins a row while it is carried out', async () => {
    await wish('dev_d');
    let carried = 0;
    await relayOnce(deps, async () => {
      carried += 1;
      await wish('dev_d');
    });
    expect(await waiting()).toEqual(['dev_d']);
    await relayOnce(deps, async () => void (carried += 1));
    expect(carried).toBe(2);
    expect(await waiting()).toEqual([]);
  });

  it('mails a link to who asks for one while the one before is on its way', async () => {
    await db
      .insertInto('people')
      .values({
        ...{ id: 'per_asks', name: 'Mei', email: 'mei@x.example', emailNormalised: 'mei@x.example', erasedAt: null },
        createdAt: new Date(time.now),
      })
      .execute();
    await db
      .insertInto('staff')
      .values({ personId: 'per_asks', role: 'am', language: 'en', isActive: true, addedAt: new Date(time.now) })
      .execute();
    const ask = () => requestSignInLink(db, 'Mei@x.example', time.now);
    await ask();
    await ask();
    let mailed = 0;
    await relayOnce(deps, async () => {
      mailed += 1;
      if (mailed === 1) await ask();
    });
    expect(mailed).toBe(1);
    await relayOnce(deps, async () => void (mailed += 1));
    expect(mailed).toBe(2);
    expect(await waiting()).toEqual([]);
  });

  it('leaves alone what another relay has in hand, and takes over when that one died', async () => {
    await wish('dev_e');
    let other = 0;
    await relayOnce(deps, async () => {
      await relayOnce(deps, async () => void (other += 1));
    });
    expect(other).toBe(0);
    await wish('dev_f');
    await db
      .updateTable('outbox')
      .set({ leasedUntilAt: new Date(time.now + 30_000) })
      .where('subject', '=', 'dev_f')
      .execute();
    await relayOnce(deps, async () => void (other += 1));
    expect(other).toBe(0);
    time.now += 31_000;
    await relayOnce(deps, async () => void (other += 1));
    expect(other).toBe(1);
  });

  it('waits with what is not urgent', async () => {
    await wish('dev_g', time.now + 5_000);
    let carried = 0;
    await relayOnce(deps, async () => void (carried += 1));
    expect(carried).toBe(0);
    await wish('dev_g', time.now);
    await relayOnce(deps, async () => void (carried += 1));
    expect(carried).toBe(1);
  });

  it('lets people in while Temporal hangs', async () => {
    await wish('dev_h');
    const hanging = deferred();
    const arrived = deferred();
    const stopping = new AbortController();
    const temporalHangs = deferred();
    const relaying = relayOutbox(
      deps,
      async (row) => {
        if (row.kind === 'send-sign-in-link') return arrived.resolve();
        temporalHangs.resolve();
        await hanging.promise;
      },
      { pollMs: 10, signal: stopping.signal },
    );
    try {
      await temporalHangs.promise;
      await db
        .transaction()
        .execute((trx) => enqueue(trx, 'send-sign-in-link', 'per_h', { personId: 'per_h' }, time.now));
      await arrived.promise;
    } finally {
      stopping.abort();
      hanging.resolve();
      await relaying;
    }
  });
});

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}
