import { randomBytes } from 'node:crypto';
import type { ActivityDeps } from '../../activities/deps';
import { needsWaking } from '../../activities/dispatch';
import { createObligationActivities } from '../../activities/obligations';
import { forgetWorkflows, isOverdue, sweep } from '../../activities/sweep';
import type { Database } from '../../db/database';
import { changeDeveloperProfile } from '../../db/workspace/developer-profiles';
import { knownEngine, rememberEngine } from '../../db/workspace/engine';
import { placeHold } from '../../db/workspace/holds';
import { type DeveloperId, idFrom } from '../../domain/ids';
import { activityDeps } from '../support/activity-deps';
import { testDatabase } from '../support/database';
import { newDeveloperWithApp } from '../support/new-developer';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const minute = 60_000;

describe('the sweep', () => {
  let db: Database;
  let deps: ActivityDeps;
  let time: { now: number };
  let developerId: DeveloperId;

  const waiting = async () =>
    (
      await db
        .selectFrom('outbox')
        .select(['kind', 'subject'])
        .where('deliveredAt', 'is', null)
        .orderBy('kind')
        .execute()
    ).map((row) => row.kind);
  const carryOutAll = () =>
    db
      .updateTable('outbox')
      .set({ deliveredAt: new Date(time.now) })
      .execute();

  beforeAll(async () => {
    db = await testDatabase();
    ({ deps, time } = activityDeps(db));
    ({ developerId } = await newDeveloperWithApp(deps.transact));
  });

  it('wakes a developer who has no workflow, once', async () => {
    await carryOutAll();
    await sweep(deps, 0);
    expect(await waiting()).toEqual(['wake-developer']);
    await sweep(deps, 0);
    expect(await waiting()).toEqual(['wake-developer']);
  });

  it('hands over again a notice that nobody finished, but not while it is fresh', async () => {
    await carryOutAll();
    await db
      .updateTable('developers')
      .set({ shown: JSON.stringify({ standing: 'onboarding' }) })
      .execute();
    await sweep(deps, 0);
    expect(await waiting()).toEqual([]);
    time.now += 11 * minute;
    await sweep(deps, 0);
    expect(await waiting()).toEqual(['deliver-notice']);
  });

  it('hands over again an import that runs in the record and nowhere else, and none that was stopped', async () => {
    const [by, at] = [id('per'), new Date(time.now)];
    const nobody = { name: null, email: null, emailNormalised: null };
    await db
      .insertInto('people')
      .values({ id: by, ...nobody, createdAt: at, erasedAt: at })
      .execute();
    const file = {
      fileName: 'a.csv',
      sha256: '0'.repeat(64),
      uploadedBy: by,
      uploadedAt: at,
      startedBy: by,
      startedAt: at,
    };
    const [running, stopped] = [id('imp'), id('imp')];
    await db
      .insertInto('imports')
      .values([
        { id: running, state: 'running', ...file, endedAt: null },
        { id: stopped, state: 'stopped', ...file, endedAt: null },
      ])
      .execute();
    await carryOutAll();
    await sweep(deps, 0);
    const handed = () => db.selectFrom('outbox').select('subject').where('kind', '=', 'run-import').execute();
    expect(await handed()).toEqual([{ subject: running }]);
    await carryOutAll();
    await sweep(deps, 0);
    expect(await handed()).toEqual([{ subject: running }]);
    time.now += 11 * minute;
    await sweep(deps, 0);
    expect(await handed()).toEqual([{ subject: running }, { subject: running }]);
    await db.updateTable('imports').set({ state: 'stopped' }).execute();
  });

  it('wakes whoever is overdue, in their own moved time as well', async () => {
    await carryOutAll();
    expect(await isOverdue(deps, developerId)).toBe(false);
    await db
      .insertInto('developerOffsets')
      .values({ developerId, offsetMs: 40 * 86_400_000 })
      .execute();
    expect(await isOverdue(deps, developerId)).toBe(true);
    await sweep(deps, minute);
    expect(await waiting()).toContain('wake-developer');
  });

  it('wakes whoever waits for a hold that nobody holds any more, and not while it holds', async () => {
    await db.updateTable('plans').set({ blockedBy: 'hold' }).where('developerId', '=', developerId).execute();
    const hold = { developerId: null, reason: 'We look first.', placedBy: id('per') };
    const placed = await placeHold(db, { id: id('hld'), ...hold }, time.now);
    await carryOutAll();
    await sweep(deps, 0);
    expect(await waiting()).not.toContain('wake-held');
    await db
      .updateTable('holds')
      .set({ liftedAt: new Date(time.now), liftedBy: id('per'), liftReason: 'It was not so.' })
      .where('id', '=', placed.id)
      .execute();
    await carryOutAll();
    await sweep(deps, 0);
    expect(await waiting()).toContain('wake-held');
    await db.updateTable('plans').set({ blockedBy: null }).where('developerId', '=', developerId).execute();
  });

  it('makes every workflow anew when Temporal is another than before', async () => {
    expect(await knownEngine(db)).toBeNull();
    await rememberEngine(db, 'default/one');
    await rememberEngine(db, 'default/two');
    expect(await knownEngine(db)).toBe('default/two');
    await carryOutAll();
    await forgetWorkflows(deps);
    await sweep(deps, 0);
    expect(await waiting()).toContain('wake-developer');
  });

  it('finds a workflow that shows another account manager out of date, and no other', async () => {
    await db
      .insertInto('developerProfiles')
      .values({ developerId, legalName: 'Lantern', accountManagerId: null, createdAt: new Date(time.now) })
      .execute();
    await createObligationActivities(deps).takeStock({ developerId, eventId: id('evt') });
    expect(await needsWaking(deps, developerId)).toBe(false);
    await carryOutAll();
    await db
      .transaction()
      .execute((trx) => changeDeveloperProfile(trx, developerId, { accountManagerId: id('per') }, time.now));
    expect(await waiting()).toEqual(['wake-developer']);
    expect(await needsWaking(deps, developerId)).toBe(true);
    const { accountManagerId } = await createObligationActivities(deps).takeStock({ developerId, eventId: id('evt') });
    expect(accountManagerId).toMatch(/^per_/);
    expect(await needsWaking(deps, developerId)).toBe(false);
  });
});
