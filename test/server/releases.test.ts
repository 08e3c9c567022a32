import { releaseDeveloper } from '../../activities/releases';
import type { Database } from '../../db/database';
import type { Transact } from '../../db/lifecycle/transact';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import type { Headers } from '../support/enrolment';
import { type Lapsing, lapseUntil, lapsing, tick, withBudget } from '../support/lapsing';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let manager: Headers;
let lead: Headers;
let admin: Headers;
let developer: Lapsing;
let transact: Transact;

const path = '/v1/enforcement/releases';
const reason = 'Every one of them was called; the dates are right.';

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  transact = server.deps.lifecycle.transact as Transact;
});
beforeEach(async () => {
  developer = await lapsing(server, await server.session(await server.staff('am')), 'suspend');
  manager = await server.session(await server.staff('am'));
  lead = await server.session(await server.staff('lead'));
  admin = await server.session(await server.staff('admin'));
  await tick(withBudget(server, 0), developer.developerId);
});

const plan = () => db.selectFrom('plans').selectAll().where('id', '=', developer.planId).executeTakeFirstOrThrow();
const standing = async () =>
  (await db.selectFrom('apps').select('standing').where('id', '=', developer.appId).executeTakeFirstOrThrow()).standing;
const propose = (as: Headers, planIds: string[] = [developer.planId]) =>
  ask(server).post(path).set(as).send({ planIds, reason });
const confirm = (as: Headers, id: string) => ask(server).post(`${path}/${id}/confirm`).set(as).send();
const carryOut = async (id: string) => {
  const deps = { db, transact, clock: server.deps.clock };
  await releaseDeveloper(deps as Parameters<typeof releaseDeveloper>[0], id as never, developer.developerId);
};
const budget = async () => (await ask(server).get('/v1/enforcement/budget').set(manager).expect(200)).body;
const suspensions = () =>
  db.selectFrom('suspensions').select('id').where('developerId', '=', developer.developerId).execute();
const alerts = () => db.selectFrom('enforcementAlerts').selectAll().orderBy('openedAt', 'desc').execute();

describe('a step over the budget', () => {
  it('waits, is listed, and alerts the leads once', async () => {
    expect(await standing()).toBe('restricted');
    const { body } = await ask(server)
      .get('/v1/enforcement/blocked')
      .set(manager)
      .query({ developerId: developer.developerId, blockedBy: 'budget' })
      .expect(200);
    expect(body.items).toEqual([
      {
        developerId: developer.developerId,
        developerName: expect.any(String),
        appId: developer.appId,
        appName: 'Old',
        planId: developer.planId,
        step: 'suspend',
        blockedBy: 'budget',
        since: new Date(server.time.now).toISOString(),
      },
    ]);
    expect((await alerts()).filter((alert) => alert.closedAt === null)).toHaveLength(1);
    const other = await lapsing(server, admin, 'restrict');
    await tick(withBudget(server, 0), other.developerId);
    manager = await server.session(await server.staff('am'));
    expect((await alerts()).filter((alert) => alert.closedAt === null)).toHaveLength(1);
    expect(await budget()).toMatchObject({ apps: 10, window: 'PT1H', alertedAt: expect.any(String) });
    expect((await budget()).waiting).toBeGreaterThanOrEqual(2);
  });

  it('does not go on when there is room again', async () => {
    server.time.now += 3_600_000;
    await tick(transact, developer.developerId);
    expect(await standing()).toBe('restricted');
  });
});

describe('releasing', () => {
  it('takes a second person; each step then happens once and spends nothing', async () => {
    const { body: release } = await propose(manager).expect(201);
    expect(release).toMatchObject({
      state: 'proposed',
      planCount: 1,
      confirmedBy: null,
      plans: [{ planId: developer.planId, step: 'suspend', outcome: null }],
    });
    expect(await standing()).toBe('restricted');
    const spent = (await budget()).spent;
    const { body: confirmed } = await confirm(lead, release.id).expect(200);
    expect(confirmed.state).toBe('confirmed');
    await carryOut(release.id);
    await carryOut(release.id);
    expect(await plan()).toMatchObject({ blockedBy: null, releasedBy: release.id });
    await tick(withBudget(server, 0), developer.developerId);
    await tick(withBudget(server, 0), developer.developerId);
    expect(await standing()).toBe('suspended');
    expect(await suspensions()).toHaveLength(1);
    expect(await plan()).toMatchObject({ releasedBy: null });
    expect((await budget()).spent).toBe(spent);
    const { body: done } = await ask(server).get(`${path}/${release.id}`).set(manager).expect(200);
    expect(done.plans).toEqual([expect.objectContaining({ outcome: 'released' })]);
  });

  it('is not for the one who named the list', async () => {
    const { body: release } = await propose(lead).expect(201);
    expect((await confirm(lead, release.id).expect(403)).body.code).toBe('release.same-person');
    await confirm(manager, release.id).expect(403);
    expect(
      await db
        .selectFrom('outbox')
        .select('id')
        .where('kind', '=', 'release-developer')
        .where('subject', 'like', `${release.id}/%`)
        .execute(),
    ).toEqual([]);
    await confirm(admin, release.id).expect(200);
    const late = await server.session(await server.staff('admin'));
    expect((await confirm(late, release.id).expect(409)).body.code).toBe('release.already-confirmed');
    await carryOut(release.id);
  });

  it('past the hours of a missed step waits for the next slot, and for fresh notices', async () => {
    server.time.now += 30 * 3_600_000;
    const { body: release } = await propose(await server.session(await server.staff('am'))).expect(201);
    await confirm(await server.session(await server.staff('lead')), release.id).expect(200);
    await carryOut(release.id);
    const { suspendsNotBeforeAt } = await plan();
    expect(suspendsNotBeforeAt).toBeGreaterThanOrEqual(server.time.now);
    await tick(transact, developer.developerId);
    const missed = await db
      .selectFrom('auditEntries')
      .select('seq')
      .where('developerId', '=', developer.developerId)
      .where('decision', '=', 'plan.missed')
      .execute();
    expect(missed).toEqual([]);
  });

  it('passes over what does not wait any more', async () => {
    const { body: first } = await propose(manager).expect(201);
    const { body: second } = await propose(manager).expect(201);
    await confirm(lead, first.id).expect(200);
    await confirm(lead, second.id).expect(200);
    await carryOut(first.id);
    await carryOut(second.id);
    expect(await plan()).toMatchObject({ releasedBy: first.id });
    const { body } = await ask(server).get(`${path}/${second.id}`).set(manager).expect(200);
    expect(body.plans).toEqual([expect.objectContaining({ outcome: 'passed-over' })]);
  });

  it('lets the step go that was named, not the next one of the same plan', async () => {
    const again = async () => {
      manager = await server.session(await server.staff('am'));
      lead = await server.session(await server.staff('lead'));
    };
    developer = await lapsing(server, admin, 'restrict');
    await again();
    await tick(withBudget(server, 0), developer.developerId);
    const { body: forgotten } = await propose(manager).expect(201);
    const { body: used } = await propose(manager).expect(201);
    await confirm(lead, used.id).expect(200);
    await carryOut(used.id);
    await tick(withBudget(server, 0), developer.developerId);
    expect(await standing()).toBe('restricted');
    await lapseUntil(server, developer.developerId, 'suspend');
    await again();
    await tick(withBudget(server, 0), developer.developerId);
    expect(await plan()).toMatchObject({ blockedBy: 'budget' });
    await confirm(lead, forgotten.id).expect(200);
    await carryOut(forgotten.id);
    expect(await plan()).toMatchObject({ blockedBy: 'budget', releasedBy: null });
    const { body } = await ask(server).get(`${path}/${forgotten.id}`).set(manager).expect(200);
    expect(body.plans).toEqual([expect.objectContaining({ step: 'restrict', outcome: 'passed-over' })]);
  });

  it('names only what waits for the budget', async () => {
    const { body } = await propose(manager, [developer.planId, 'pln_0000000000']).expect(409);
    expect(body).toMatchObject({ code: 'release.not-blocked', errors: [{ path: '/planIds/1' }] });
    await propose(manager, []).expect(400);
    await propose(manager, [developer.planId, developer.planId]).expect(400);
    await ask(server)
      .post(path)
      .set(manager)
      .send({ planIds: [developer.planId] })
      .expect(400);
    await propose(await server.session(await server.staff('legal'))).expect(403);
    await ask(server).get(`${path}/rls_0000000000`).set(manager).expect(404);
    await confirm(lead, 'rls_0000000000').expect(404);
  });

  it('is listed, and never rewritten', async () => {
    const { body: release } = await propose(manager).expect(201);
    const { body } = await ask(server).get(path).set(lead).query({ state: 'proposed' }).expect(200);
    expect(body.items.map((one: { id: string }) => one.id)).toContain(release.id);
    await expect(
      db.updateTable('releases').set({ reason: 'x' }).where('id', '=', release.id).execute(),
    ).rejects.toThrow(/append-only/);
    const { proposedBy } = await db
      .selectFrom('releases')
      .select('proposedBy')
      .where('id', '=', release.id)
      .executeTakeFirstOrThrow();
    await expect(
      db
        .updateTable('releases')
        .set({ confirmedBy: proposedBy, confirmedAt: new Date() })
        .where('id', '=', release.id)
        .execute(),
    ).rejects.toThrow(/releases_check/);
  });

  it('ends the alert when none waits any more; the next step over the budget alerts again', async () => {
    const waiting = await db
      .selectFrom('plans')
      .select(['id', 'developerId'])
      .where('blockedBy', '=', 'budget')
      .execute();
    const { body: release } = await propose(
      manager,
      waiting.map((row) => row.id),
    ).expect(201);
    await confirm(lead, release.id).expect(200);
    const deps = { db, transact, clock: server.deps.clock } as Parameters<typeof releaseDeveloper>[0];
    for (const row of waiting) await releaseDeveloper(deps, release.id, row.developerId);
    const before = await alerts();
    expect(before.every((alert) => alert.closedAt !== null)).toBe(true);
    expect(await budget()).toMatchObject({ waiting: 0, alertedAt: null });
    const other = await lapsing(server, admin, 'restrict');
    await tick(withBudget(server, 0), other.developerId);
    expect(await alerts()).toHaveLength(before.length + 1);
  });
});
