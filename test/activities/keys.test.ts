import { randomBytes } from 'node:crypto';
import type { ActivityDeps } from '../../activities/deps';
import { createKeyActivities } from '../../activities/keys';
import type { Database } from '../../db/database';
import { type AppId, type DeveloperId, idFrom, type KeyId } from '../../domain/ids';
import { activityDeps } from '../support/activity-deps';
import { testDatabase } from '../support/database';
import { newDeveloper } from '../support/new-developer';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const actor = { kind: 'system', id: 'test' } as const;

describe('reconciling key states', () => {
  let db: Database;
  let deps: ActivityDeps;
  let developerId: DeveloperId;
  let appId: AppId;
  let keyId: KeyId;

  beforeAll(async () => {
    db = await testDatabase();
    ({ deps } = activityDeps(db));
    [appId, keyId] = [id('app'), id('key')];
    ({ developerId } = await newDeveloper(deps.transact));
    await deps.transact(developerId, {
      id: id('evt'),
      type: 'app.imported',
      actor,
      apps: [{ appId, sdkProduct: 'native', keyIds: [keyId] }],
    });
  });

  const stateOf = async () =>
    (await db.selectFrom('keys').select('state').where('id', '=', keyId).executeTakeFirstOrThrow()).state;

  it('finds nothing where every key is as the suspensions ask', async () => {
    expect(await createKeyActivities(deps).reconcileKeyStates()).toBe(0);
  });

  it('gives a key back that was suspended by no suspension, and says so in the audit log and to verifiers', async () => {
    await db.updateTable('keys').set({ state: 'suspended' }).where('id', '=', keyId).execute();
    expect(await createKeyActivities(deps).reconcileKeyStates()).toBe(1);
    expect(await stateOf()).toBe('active');
    const entry = await db
      .selectFrom('auditEntries')
      .selectAll()
      .where('subject', '=', keyId)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ decision: 'key.reinstated', actor: { kind: 'system', id: 'reconciliation' } });
    const changes = await db
      .selectFrom('keyChanges')
      .select('state')
      .where('keyId', '=', keyId)
      .orderBy('seq')
      .execute();
    expect(changes.at(-1)?.state).toBe('active');
    expect(await createKeyActivities(deps).reconcileKeyStates()).toBe(0);
  });
});
