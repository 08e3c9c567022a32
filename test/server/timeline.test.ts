import type { Database } from '../../db/database';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type EnrolledDeveloper, enrolled, type Headers } from '../support/enrolment';
import { work, workBeside } from '../support/little-worker';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let manager: Headers;
let developer: EnrolledDeveloper;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  manager = await server.session(await server.staff('am'));
  developer = await enrolled(server, manager, { apps: [{ name: 'Shop', sdkProduct: 'native' }] });
  await work(server);
  // Two weeks before due nothing was started: a task for the account manager.
  const moving = ask(server).post(`${developer.base}/clock`).set(manager).send({ advance: 'P18D' }).expect(200);
  await workBeside(server, Promise.resolve(moving));
});

const timeline = async (headers: Headers, query: Record<string, string> = {}) =>
  (await ask(server).get(`${developer.base}/timeline`).set(headers).query(query).expect(200)).body;

describe('the timeline', () => {
  it('tells newest first what was decided, by whom and why', async () => {
    const { items } = await timeline(manager, { limit: '100' });
    const seqs = items.map(({ seq }: { seq: number }) => seq);
    expect(seqs).toEqual(seqs.toSorted((one: number, other: number) => other - one));
    expect(items.at(-1)).toMatchObject({
      decision: 'developer.enrolled',
      event: 'developer.enrolled',
      actor: { kind: 'staff', role: 'am', name: 'Mei Lin' },
      at: '2026-11-23T12:00:00.000Z',
    });
    expect(items[0].actor).toEqual({ kind: 'system', id: 'mail', role: null, name: null });
  });

  it('comes in pages without repeating or skipping', async () => {
    const whole = (await timeline(manager, { limit: '100' })).items;
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { seq: number }[]; nextCursor: string | null } = await timeline(manager, {
        limit: '3',
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.items.map(({ seq }) => seq));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(whole.map(({ seq }: { seq: number }) => seq));
  });

  it.each(['["-seq",1,"x"]', '["-seq",1.5,1]', '["-seq",1e300,1]', '["-seq","a","a"]'])(
    'refuses the made-up cursor %s',
    async (made) => {
      const query = { cursor: Buffer.from(made).toString('base64url') };
      const { body } = await ask(server).get(`${developer.base}/timeline`).set(manager).query(query).expect(400);
      expect(body.code).toBe('cursor.invalid');
    },
  );

  it('can be filtered', async () => {
    const clock = (await timeline(manager, { actorKind: 'clock' })).items;
    expect(clock.length).toBeGreaterThan(0);
    expect(clock.every(({ actor }: { actor: { kind: string } }) => actor.kind === 'clock')).toBe(true);
    expect((await timeline(manager, { decision: 'app.registered' })).items).toHaveLength(1);
    const appId = developer.appId('Shop');
    expect(
      (await timeline(manager, { appId, limit: '100' })).items.map(({ appId }: { appId: string }) => appId),
    ).toEqual(expect.arrayContaining([appId]));
    for (const query of [{ actorKind: 'robot' }, { decision: 'x' }, { cursor: 'x' }, { appId: 'key_1234' }] as object[])
      await ask(server).get(`${developer.base}/timeline`).set(manager).query(query).expect(400);
  });

  it('shows a developer neither the vendor’s tasks nor the names of its people', async () => {
    const own = (await timeline(developer.preparer, { limit: '100' })).items;
    const all = (await timeline(manager, { limit: '100' })).items;
    const tasks = all.filter(
      (entry: { decision: string; subject: string; data: { template?: string } }) =>
        entry.decision.startsWith('task.') || entry.data.template === 'task',
    );
    expect(tasks.length).toBeGreaterThan(1);
    expect(own.length).toBe(all.length - tasks.length);
    expect(own.at(-1).actor).toMatchObject({ kind: 'staff', role: 'am', name: null });
  });
});

describe('the vendor’s tasks', () => {
  const tasks = async (headers: Headers, query: Record<string, string> = {}) =>
    (await ask(server).get('/v1/tasks').set(headers).query(query).expect(200)).body.items;

  it('are listed with their developer, for whom they are', async () => {
    const managerId = await server.staff('am');
    const own = await server.session(managerId);
    const developerId = developer.id;
    expect(await tasks(manager, { developerId })).toMatchObject([
      { kind: 'not-started', assignee: 'am', developer: { id: developerId }, closedAt: null },
    ]);
    expect(await tasks(own, { mine: 'true' })).toEqual([]);
    // Without an account manager they are the leads'.
    expect(await tasks(await server.session(await server.staff('lead')), { mine: 'true' })).toHaveLength(1);
    await ask(server).patch(developer.base).set(manager).send({ accountManagerId: managerId }).expect(200);
    expect(await tasks(own, { mine: 'true' })).toHaveLength(1);
    expect(await tasks(own, { kind: 'review' })).toEqual([]);
    expect(await tasks(own, { assignee: 'lead' })).toEqual([]);
    expect(await tasks(own, { isClosed: 'true' })).toEqual([]);
    await ask(server).get('/v1/tasks').set(own).query({ kind: 'chore' }).expect(400);
    const list = await ask(server).get('/v1/developers').set(manager).query({ hasOpenTasks: 'true' }).expect(200);
    expect(list.body.items).toMatchObject([{ id: developerId, openTaskCount: 1 }]);
  });

  it('are closed once, by those who act', async () => {
    const [task] = await tasks(manager, { developerId: developer.id });
    const close = (headers: Headers) => ask(server).post(`/v1/tasks/${task.id}/close`).set(headers);
    await close(developer.signatory).expect(403);
    await close(await server.session(await server.staff('legal'))).expect(403);
    expect((await close(manager).expect(200)).body.closedAt).not.toBeNull();
    expect((await close(manager).expect(409)).body.code).toBe('task.already-closed');
    await ask(server).post('/v1/tasks/tsk_00000000/close').set(manager).expect(404);
    expect(await tasks(manager, { isClosed: 'true' })).toHaveLength(1);
  });
});
