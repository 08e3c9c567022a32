import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/database';
import { beginOnce, finishOnce, renewOnce } from '../../db/workspace/idempotency';
import { testDatabase } from '../support/database';

const start = Date.parse('2026-11-23T09:00:00Z');

describe('the claim of a request on its Idempotency-Key', () => {
  let db: Database;
  beforeAll(async () => {
    db = await testDatabase();
  });
  const request = () => ({ caller: 'per_x', key: randomUUID(), requestHash: 'a' });

  it('is taken over five seconds after its process died', async () => {
    const first = request();
    await beginOnce(db, { ...first, now: start });
    await expect(beginOnce(db, { ...first, now: start + 4_999 })).rejects.toMatchObject({
      code: 'request.in-progress',
    });
    expect(await beginOnce(db, { ...first, now: start + 5_000 })).toMatchObject({ state: 'begun' });
  });

  it('lasts as long as the work, which may take minutes', async () => {
    const first = request();
    await beginOnce(db, { ...first, now: start });
    const renewed = await renewOnce(db, { ...first, startedAt: start }, start + 4_000);
    await expect(beginOnce(db, { ...first, now: start + 8_000 })).rejects.toMatchObject({
      code: 'request.in-progress',
    });
    await finishOnce(db, { ...renewed, answer: { told: 1 }, now: start + 8_500 });
    expect(await beginOnce(db, { ...first, now: start + 9_000 })).toEqual({ state: 'done', answer: { told: 1 } });
  });

  it('is not taken back by a process that lost it', async () => {
    const first = request();
    await beginOnce(db, { ...first, now: start });
    await beginOnce(db, { ...first, now: start + 6_000 });
    const late = { ...first, startedAt: start };
    expect(await renewOnce(db, late, start + 7_000)).toEqual(late);
    await finishOnce(db, { ...late, answer: { told: 'late' }, now: start + 7_000 });
    await expect(beginOnce(db, { ...first, now: start + 8_000 })).rejects.toMatchObject({
      code: 'request.in-progress',
    });
  });
});
