import type { Database } from '../../db/database';
import { moveClock } from '../../server/embedded/clock';
import { attestationServer, enrol, submit } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type EnrolledDeveloper, enrolled, existingKey, type Headers } from '../support/enrolment';
import { work, workBeside } from '../support/little-worker';
import { ask, type TestServer, testServer } from '../support/server';

let db: Database;
let server: TestServer;
let manager: Headers;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = attestationServer(db);
  manager = await server.session(await server.staff('admin'));
});

const imported = () =>
  enrolled(server, manager, { apps: [{ name: 'Old', sdkProduct: 'native', existingKeys: [existingKey().told] }] });
const move = async (path: string, body: object, status = 200) =>
  (await workBeside(server, Promise.resolve(ask(server).post(path).set(manager).send(body).expect(status)))).body;
const now = async ({ base }: EnrolledDeveloper) => (await ask(server).get(base).set(manager)).body.now;
const decisions = (moved: { steps: { decisions: { decision: string }[] }[] }) =>
  moved.steps.flatMap((step) => step.decisions.map(({ decision }) => decision));

describe('moving a developer’s time', () => {
  it('takes every step on the way in its order, and ends where it was asked to', async () => {
    const developer = await imported();
    const moved = await move(`${developer.base}/clock`, { advance: 'P1Y' });
    expect(moved).toMatchObject({ from: '2026-11-23T12:00:00.000Z', to: '2027-11-23T12:00:00.000Z' });
    expect(await now(developer)).toBe(moved.to);
    const times = moved.steps.map(({ at }: { at: string }) => at);
    expect(times).toEqual(times.toSorted());
    const told = decisions(moved);
    const ladder = ['cycle.scheduled', 'cycle.lapsed', 'app.restricted', 'suspension.opened', 'key.suspended'];
    expect(ladder.map((decision) => told.indexOf(decision))).not.toContain(-1);
    expect(ladder.toSorted((one, other) => told.indexOf(one) - told.indexOf(other))).toEqual(ladder);
    expect(told.filter((decision) => decision === 'suspension.opened')).toHaveLength(1);
    const { body } = await ask(server).get(developer.base).set(manager);
    expect(body.standing).toBe('suspended');
  }, 240_000);

  it('is refused for more than a hundred developers at once, and moves nobody', async () => {
    const crowded = testServer(await testDatabase());
    for (let count = 0; count < 101; count += 1) await crowded.developer();
    const admin = await crowded.session(await crowded.staff('admin'));
    const { body } = await ask(crowded).post('/v1/clock').set(admin).send({ advance: 'P1D' }).expect(400);
    expect(body.code).toBe('request.invalid');
    expect(await crowded.deps.db.selectFrom('developerOffsets').selectAll().execute()).toEqual([]);
  });

  it('to the next thing stops there', async () => {
    const developer = await imported();
    await work(server);
    const { body } = await ask(server).get(developer.base).set(manager);
    const moved = await move(`${developer.base}/clock`, { to: 'next' });
    expect(moved.to).toBe(body.nextStep.at);
    expect(moved.steps).toHaveLength(1);
  });

  it('counts months by the calendar of the developer, over a change of the clocks', async () => {
    const developer = await enrolled(server, manager, { timeZone: 'Europe/Berlin', country: 'DE' });
    const moved = await move(`${developer.base}/clock`, { advance: 'P5M' });
    expect(moved.to).toBe('2027-04-23T11:00:00.000Z');
  });

  it('never runs back, and leaves others where they are', async () => {
    const [developer, other] = [await imported(), await imported()];
    await move(`${developer.base}/clock`, { advance: 'P2D' });
    await move(`${developer.base}/clock`, { advance: 'PT1H' });
    expect(await now(developer)).toBe('2026-11-25T13:00:00.000Z');
    expect(await now(other)).toBe('2026-11-23T12:00:00.000Z');
  });

  it('asks the workflow to set its alarm anew: the one that was set counts by the former time', async () => {
    const developer = await imported();
    await work(server);
    await db
      .updateTable('developers')
      .set({ alarmAt: new Date(server.time.now + 1e9) })
      .where('id', '=', developer.id)
      .execute();
    await ask(server).post(`${developer.base}/clock`).set(manager).send({ advance: 'PT1M' }).expect(200);
    const row = await db.selectFrom('developers').select('alarmAt').where('id', '=', developer.id).executeTakeFirst();
    expect(row?.alarmAt).toBeNull();
    const waiting = await db
      .selectFrom('outbox')
      .select('kind')
      .where('subject', '=', developer.id)
      .where('deliveredAt', 'is', null)
      .execute();
    expect(waiting).toEqual([{ kind: 'wake-developer' }]);
  });

  it('waits for mail and checks, and says what it waited for when they do not come', async () => {
    const developer = await imported();
    const deps = { db, clock: server.deps.clock, isEmbedded: true, stepTimeoutMs: 100, pollMs: 10 };
    await expect(moveClock(deps, developer.id, { advance: 'P1D' })).rejects.toMatchObject({
      code: 'clock.timeout',
      message: expect.stringMatching(/the delivery of ntc_/),
    });
    expect(await now(developer)).toBe('2026-11-23T12:00:00.000Z');

    const attested = await enrol(server, 'native');
    await submit(server, attested, attested.apps[0] as never);
    await expect(moveClock(deps, attested.developerId, { advance: 'P1D' })).rejects.toMatchObject({
      message: expect.stringMatching(/the checks of sub_/),
    });
  });

  it('that is due and that nobody decides is a timeout too', async () => {
    const developer = await imported();
    await work(server);
    const deps = { db, clock: server.deps.clock, isEmbedded: true, stepTimeoutMs: 100, pollMs: 10 };
    await expect(moveClock(deps, developer.id, { advance: 'P30D' })).rejects.toMatchObject({
      message: expect.stringMatching(/the step due at 2026-/),
    });
    // And once somebody does, it goes on from there.
    const decisionsOf = () =>
      db.selectFrom('auditEntries').select('decision').where('developerId', '=', developer.id).orderBy('seq').execute();
    const before = await decisionsOf();
    await work(server);
    expect((await decisionsOf())[before.length]?.decision).toBe('cycle.scheduled');
    const { from } = await move(`${developer.base}/clock`, { advance: 'P1D' });
    expect(await now(developer)).toBe(new Date(Date.parse(from) + 24 * 3_600_000).toISOString());
  });

  it.each([
    {},
    { advance: 'P1D', to: 'next' },
    { advance: '30d' },
    { advance: '-P1D' },
    { advance: 'P0D' },
    { advance: '' },
    { advance: 30 },
    { advance: 'P11Y' },
    { to: 'yesterday' },
    { advance: 'P1D', by: 1 },
  ])('refuses %j and moves nothing', async (body) => {
    const developer = await enrolled(server, manager);
    expect((await move(`${developer.base}/clock`, body, 400)).code).toBe('request.invalid');
    expect(await now(developer)).toBe('2026-11-23T12:00:00.000Z');
  });
});

describe('moving everybody’s time', () => {
  it('moves one after the other', async () => {
    const own = await testDatabase();
    const alone = attestationServer(own);
    const admin = await alone.session(await alone.staff('admin'));
    for (let index = 0; index < 2; index += 1) await enrolled(alone, admin);
    const { body } = await ask(alone).post('/v1/clock').set(admin).send({ advance: 'P1D' }).expect(200);
    expect(body.items.map(({ to }: { to: string }) => to)).toEqual(Array(2).fill('2026-11-24T12:00:00.000Z'));
  });
});

describe('where time is real', () => {
  it('cannot be moved', async () => {
    const real = testServer(db, { lifecycle: { ...server.deps.lifecycle, isEmbedded: false } as never });
    const { base } = await enrolled(server, manager);
    for (const path of [`${base}/clock`, '/v1/clock']) {
      const { body } = await ask(real).post(path).set(manager).send({ advance: 'P1D' }).expect(403);
      expect(body.code).toBe('clock.not-embedded');
    }
  });
});
