import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../db/database';
import { firstHash, hashOf } from '../../db/lifecycle/audit';
import type { Transact } from '../../db/lifecycle/transact';
import { saveDraft } from '../../db/workspace/drafts';
import { idFrom } from '../../domain/ids';
import { testDatabase } from '../support/database';
import { livedDevelopers } from '../support/lived-developers';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const system = { kind: 'system', id: 'test' } as const;

describe("the decider's transaction", () => {
  let db: Database;
  let transact: Transact;
  let time: { now: number };
  let enrol: ReturnType<typeof livedDevelopers>['enrol'];
  let attest: ReturnType<typeof livedDevelopers>['attest'];
  let liveUntil: ReturnType<typeof livedDevelopers>['liveUntil'];

  beforeAll(async () => {
    db = await testDatabase();
    ({ transact, time, enrol, attest, liveUntil } = livedDevelopers(db));
  });

  it('takes an event once, however often it is given', async () => {
    const { developerId } = await enrol();
    const event = {
      id: id('evt'),
      type: 'app.registered',
      actor: system,
      apps: [{ appId: id('app'), sdkProduct: 'wechat-mini' }],
    } as const;
    let written = 0;
    const alongside = async () => {
      written += 1;
    };
    const first = await transact(developerId, event, { alongside });
    const second = await transact(developerId, event, { alongside });
    expect(first.decisions.length).toBeGreaterThan(0);
    expect(second).toMatchObject({ decisions: [], wasTaken: true });
    expect(written).toBe(1);
    const apps = await db.selectFrom('apps').select('id').where('developerId', '=', developerId).execute();
    expect(apps).toHaveLength(2);
  });

  it('takes it once also when it is given by many at the same moment', async () => {
    const { developerId } = await enrol();
    const event = {
      id: id('evt'),
      type: 'app.registered',
      actor: system,
      apps: [{ appId: id('app'), sdkProduct: 'native' }],
    } as const;
    const given = await Promise.all(Array.from({ length: 6 }, () => transact(developerId, event)));
    expect(given.filter((one) => !one.wasTaken)).toHaveLength(1);
  });

  it('and a draft that is saved meanwhile do not wait for each other', async () => {
    const { developerId, appId } = await enrol();
    const { id: requirementId } = await db
      .selectFrom('requirements')
      .select('id')
      .where('appId', '=', appId)
      .executeTakeFirstOrThrow();
    const draft = { requirementId, developerId, answers: {}, version: 0, savedBy: id('per') };
    let signing = Promise.resolve();
    const version = await db.transaction().execute(async (trx) => {
      await trx.selectFrom('requirements').select('id').where('id', '=', requirementId).forShare().execute();
      signing = attest(developerId, appId);
      await untilSomebodyWaits();
      return saveDraft(trx, draft, time.now);
    });
    await signing;
    expect(version).toBe(1);
  });

  /** For a lock, in this database. */
  async function untilSomebodyWaits(): Promise<void> {
    const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await waiting.execute(db)).rows.length === 0) await sleep(10);
  }

  it('keeps nothing at all when what is written beside it fails', async () => {
    const { developerId } = await enrol();
    const appId = id('app');
    const before = await db.selectFrom('auditEntries').select('seq').where('developerId', '=', developerId).execute();
    await expect(
      transact(
        developerId,
        { id: id('evt'), type: 'app.registered', actor: system, apps: [{ appId, sdkProduct: 'native' }] },
        { alongside: () => Promise.reject(new Error('disk full')) },
      ),
    ).rejects.toThrow('disk full');
    expect(await db.selectFrom('apps').select('id').where('id', '=', appId).execute()).toEqual([]);
    expect(await db.selectFrom('auditEntries').select('seq').where('developerId', '=', developerId).execute()).toEqual(
      before,
    );
    expect(await db.selectFrom('outbox').select('id').where('subject', '=', appId).execute()).toEqual([]);
  });

  it('chains its audit entries, so that an edit or a gap shows', async () => {
    const { developerId } = await enrol();
    const entries = await db
      .selectFrom('auditEntries')
      .selectAll()
      .where('developerId', '=', developerId)
      .orderBy('seq')
      .execute();
    let previous = firstHash;
    for (const { seq: _seq, previousHash, hash, ...entry } of entries) {
      expect(previousHash).toBe(previous);
      expect(hashOf(entry, previousHash)).toBe(hash);
      expect(hashOf({ ...entry, why: 'something else' }, previousHash)).not.toBe(hash);
      previous = hash;
    }
    expect(entries.length).toBeGreaterThan(3);
  });

  it.each(['audit_entries', 'lifecycle_events', 'key_changes', 'enforcement_spends', 'statements'])(
    'never changes or forgets a row of %s',
    async (table) => {
      await enrol();
      for (const statement of [
        `update ${table} set developer_id = developer_id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(sql.raw(statement).execute(db)).rejects.toMatchObject({ message: `${table} is append-only` });
      }
    },
  );

  it('cannot hold two open cycles of one kind, nor one notice twice', async () => {
    const { developerId } = await enrol();
    const cycle = await db
      .selectFrom('cycles')
      .selectAll()
      .where('developerId', '=', developerId)
      .executeTakeFirstOrThrow();
    const again = { ...cycle, id: id('cyc'), openedAt: new Date(cycle.openedAt), closedAt: null };
    await expect(db.insertInto('cycles').values(again).execute()).rejects.toMatchObject({
      constraint: 'cycles_one_open',
    });
    await expect(
      sql`insert into notices select 'ntc_another', developer_id, template, scope, app_ids, rung, occasion, cycle_id, plan_ids, revision, audience, facts, state, created_at, accepted_at, bounced_at, confirmations from notices where developer_id = ${developerId} limit 1`.execute(
        db,
      ),
    ).rejects.toMatchObject({ constraint: 'notices_developer_id_scope_template_rung_occasion_key' });
  });

  it('suspends keys after both notices, and the database itself refuses a suspension without them', async () => {
    const { developerId, appId } = await enrol();
    await attest(developerId, appId);
    const keyId = id('key');
    await transact(developerId, {
      id: id('evt'),
      type: 'key.issued',
      actor: { kind: 'person', id: id('per') },
      keyId,
      appId,
      environment: 'live',
    });
    await liveUntil(developerId, 'suspended');
    const suspension = await db
      .selectFrom('suspensions')
      .selectAll()
      .where('developerId', '=', developerId)
      .executeTakeFirstOrThrow();
    expect(await db.selectFrom('keys').select('state').where('id', '=', keyId).executeTakeFirstOrThrow()).toEqual({
      state: 'suspended',
    });
    const changes = await db
      .selectFrom('keyChanges')
      .select('state')
      .where('keyId', '=', keyId)
      .orderBy('seq')
      .execute();
    expect(changes.map((row) => row.state)).toEqual(['active', 'suspended']);
    const unheard = {
      ...suspension,
      id: id('sus'),
      openedAt: new Date(time.now - 20 * 86_400_000),
      liftedAt: new Date(time.now),
      deciders: '[]',
      liftedBy: 'cure' as const,
    };
    await expect(db.insertInto('suspensions').values(unheard).execute()).rejects.toMatchObject({ code: '23514' });
    await attest(developerId, appId);
    expect(await db.selectFrom('keys').select('state').where('id', '=', keyId).executeTakeFirstOrThrow()).toEqual({
      state: 'active',
    });
  }, 240_000);
});
