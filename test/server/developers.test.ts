import type { Database } from '../../db/database';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { enrolled, enrolment, existingKey, type Headers } from '../support/enrolment';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let manager: Headers;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  manager = await server.session(await server.staff('am'));
});

const counted = async () => {
  const { count } = await db
    .selectFrom('developers')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
};

describe('enrolling a developer', () => {
  it('answers with where it stands, and its people can sign in at once', async () => {
    const { view, signatory, base, id } = await enrolled(server, manager, {
      apps: [{ name: 'Shop', sdkProduct: 'wechat-mini' }],
    });
    expect(view).toMatchObject({
      standing: 'onboarding',
      contactCount: 2,
      appCount: 1,
      apps: [{ name: 'Shop', sdkProduct: 'wechat-mini', standing: 'onboarding' }],
      cycles: [{ kind: 'onboarding', dueOn: '2026-12-23', plans: [{ clock: 'running', walkStep: null }] }],
    });
    expect(String(view.nextStep?.at) > view.now).toBe(true);
    await ask(server).get(base).set(signatory).expect(200);
    const confirmed = await db.selectFrom('memberships').select('verifiedAt').where('developerId', '=', id).execute();
    expect(confirmed.every(({ verifiedAt }) => verifiedAt !== null)).toBe(true);
  });

  it('imports an app with the keys it has: it is due, and no day binds yet', async () => {
    const { told } = existingKey();
    const { view } = await enrolled(server, manager, {
      apps: [{ name: 'Live', sdkProduct: 'native', existingKeys: [told] }],
    });
    expect(view).toMatchObject({ standing: 'due', nextDueOn: null, apps: [{ entry: 'imported' }] });
    expect(view.cycles[0]?.plans[0]).toMatchObject({ clock: 'unscheduled', dueOn: null });
  });

  it('happens once for an Idempotency-Key', async () => {
    const body = enrolment({ apps: [{ name: 'Shop', sdkProduct: 'native' }] });
    const post = () =>
      ask(server).post('/v1/developers').set(manager).set('Idempotency-Key', 'a'.repeat(20)).send(body);
    const first = await post().expect(201);
    const before = await counted();
    expect((await post().expect(201)).body).toEqual(first.body);
    expect(await counted()).toBe(before);
  });

  it('goes on where it stopped, when the process died half way', async () => {
    const body = enrolment({ apps: [{ name: 'Shop', sdkProduct: 'native' }] });
    const post = () =>
      ask(server).post('/v1/developers').set(manager).set('Idempotency-Key', 'b'.repeat(20)).send(body);
    const { transact } = server.deps.lifecycle;
    server.deps.lifecycle.transact = async (developerId, event, options) => {
      if (event.type === 'app.registered') throw new Error('killed');
      return transact(developerId, event, options);
    };
    await post().expect(500);
    server.deps.lifecycle.transact = transact;
    const before = await counted();
    expect((await post().expect(201)).body.apps).toHaveLength(1);
    expect(await counted()).toBe(before);
  });

  it('refuses a key that is known already, and leaves nothing behind', async () => {
    const { told } = existingKey();
    const app = { name: 'Live', sdkProduct: 'native', existingKeys: [told] };
    await enrolled(server, manager, { apps: [app] });
    const before = await counted();
    for (const apps of [[app], [app, app]]) {
      const { body } = await ask(server).post('/v1/developers').set(manager).send(enrolment({ apps })).expect(400);
      expect(body).toMatchObject({ code: 'request.invalid', errors: [{ path: '/existingKeys' }] });
    }
    expect(await counted()).toBe(before);
  });

  const contact = { name: 'Mei Lin', email: 'one@example.com', role: 'signatory', language: 'en' };
  it.each([
    ['no signatory', { contacts: [{ ...contact, role: 'backup' }] }, '/contacts'],
    ['an address twice', { contacts: [contact, { ...contact, email: 'ONE@example.com' }] }, '/contacts'],
    ['no contacts', { contacts: [] }, '/contacts'],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, '/timeZone'],
    ['a country that is none', { country: 'XX' }, '/country'],
    ['a small country', { country: 'cn' }, '/country'],
    ['a blank name', { legalName: '  ' }, '/legalName'],
    ['a field that is not known', { legalname: 'x' }, '/legalname'],
    ['a product that is none', { apps: [{ name: 'x', sdkProduct: 'web' }] }, '/apps/0/sdkProduct'],
    ['a key that is no hash', { apps: [{ name: 'x', sdkProduct: 'native', existingKeys: [{ keyHash: 'x' }] }] }, null],
    ['an empty list of keys', { apps: [{ name: 'x', sdkProduct: 'native', existingKeys: [] }] }, null],
    ['an account manager nobody knows', { accountManagerId: 'per_00000000' }, '/accountManagerId'],
    ['an id of another kind', { accountManagerId: 'dev_00000000' }, '/accountManagerId'],
  ])('refuses %s and changes nothing', async (_what, given, path) => {
    const before = await counted();
    const { body } = await ask(server).post('/v1/developers').set(manager).send(enrolment(given)).expect(400);
    expect(body.code).toBe('request.invalid');
    if (path !== null) expect(body.errors[0].path).toBe(path);
    expect(await counted()).toBe(before);
  });
});

describe('the list of developers', () => {
  const list = async (query: Record<string, string>, headers: Headers) =>
    (await ask(server).get('/v1/developers').set(headers).query(query).expect(200)).body;
  const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);

  it('shows a developer’s person their own only, and none of the vendor’s tasks', async () => {
    const one = await enrolled(server, manager);
    await enrolled(server, manager);
    const page = await list({}, one.preparer);
    expect(ids(page)).toEqual([one.id]);
    expect(page.items[0].openTaskCount).toBeNull();
    await ask(server).get('/v1/developers').set(one.preparer).query({ hasOpenTasks: 'true' }).expect(403);
  });

  it('can be searched, filtered and comes in pages in every order', async () => {
    const managerId = await server.staff('am');
    const made: string[] = [];
    for (const apps of [
      [],
      [{ name: 'a', sdkProduct: 'native' }],
      [{ name: 'b', sdkProduct: 'native', existingKeys: [existingKey().told] }],
      [{ name: 'c', sdkProduct: 'native' }],
    ])
      made.push((await enrolled(server, manager, { apps, accountManagerId: managerId })).id);
    const filter = { accountManagerId: managerId };
    for (const sort of ['name', '-name', 'nextDueOn', '-nextDueOn', 'standing', '-standing', 'enrolledAt']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: { id: string }[]; nextCursor: string | null } = await list(
          { ...filter, limit: '1', sort, ...(cursor === null ? {} : { cursor }) },
          manager,
        );
        seen.push(...ids(page));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect([sort, ...seen.sort()]).toEqual([sort, ...made.toSorted()]);
    }
    expect(ids(await list({ ...filter, sort: '-standing', limit: '1' }, manager))).toEqual([made[2]]);
    expect(ids(await list({ ...filter, standing: 'onboarding', sort: 'enrolledAt' }, manager)).sort()).toEqual(
      [made[1], made[3]].sort(),
    );
    expect(ids(await list({ ...filter, dueBefore: '2026-12-24' }, manager)).sort()).toEqual([made[1], made[3]].sort());
    expect(ids(await list({ ...filter, dueBefore: '2026-12-23' }, manager))).toEqual([]);
    expect(ids(await list({ ...filter, hasOpenTasks: 'true' }, manager))).toEqual([]);
    expect(ids(await list({ ...filter, standing: 'revoked' }, manager))).toEqual([]);
    const { legalName } = (await list({ ...filter, limit: '1' }, manager)).items[0];
    expect(ids(await list({ search: legalName.slice(8).toUpperCase() }, manager))).toHaveLength(1);
    expect(ids(await list({ search: '%' }, manager))).toEqual([]);
  });

  it.each([
    { standing: 'lost' },
    { dueBefore: '2026-02-30' },
    { dueBefore: '0000-01-01' },
    { hasOpenTasks: 'maybe' },
    { cursor: 'x' },
    { q: 'x' },
  ])('refuses %j', async (query) => {
    await ask(server).get('/v1/developers').set(manager).query(query).expect(400);
  });
});

describe('changing a profile', () => {
  it('tells who did it in the timeline, and keeps the days that were set', async () => {
    const { base, signatory, view } = await enrolled(server, manager, { apps: [{ name: 'a', sdkProduct: 'native' }] });
    const change = { legalName: 'New Name', timeZone: 'Europe/Berlin', country: 'DE', language: 'zh-CN' };
    const { body } = await ask(server).patch(base).set(signatory).send(change).expect(200);
    expect(body).toMatchObject({ ...change, nextDueOn: view.nextDueOn });
    const timeline = await ask(server).get(`${base}/timeline`).set(signatory).expect(200);
    expect(timeline.body.items[0]).toMatchObject({ decision: 'developer.changed', actor: { name: 'Mei Lin' } });
  });

  it('leaves the account manager to the vendor', async () => {
    const { base, signatory, preparer } = await enrolled(server, manager);
    const accountManagerId = await server.staff('lead');
    const refused = await ask(server).patch(base).set(signatory).send({ accountManagerId }).expect(403);
    expect(refused.body.errors[0].path).toBe('/accountManagerId');
    await ask(server).patch(base).set(preparer).send({ legalName: 'x' }).expect(403);
    const { body } = await ask(server).patch(base).set(manager).send({ accountManagerId }).expect(200);
    expect(body.accountManagerId).toBe(accountManagerId);
    await ask(server).patch(base).set(manager).send({}).expect(400);
    await ask(server).patch(base).set(manager).send({ timeZone: 'GMT+25' }).expect(400);
  });
});

describe('leaving', () => {
  it('ends every app, and nothing can be changed any more', async () => {
    const { base, signatory } = await enrolled(server, manager, { apps: [{ name: 'a', sdkProduct: 'native' }] });
    await ask(server).post(`${base}/offboard`).set(manager).send({ reason: 'x' }).expect(403);
    const { body } = await ask(server).post(`${base}/offboard`).set(signatory).send({ reason: 'We stop.' }).expect(200);
    expect(body).toMatchObject({ standing: 'offboarded', apps: [], cycles: [] });
    const again = await ask(server).post(`${base}/offboard`).set(signatory).send({ reason: 'We stop.' }).expect(409);
    expect(again.body.code).toBe('developer.offboarded');
    const listed = await ask(server).get('/v1/developers').set(signatory).query({ standing: 'offboarded' }).expect(200);
    expect(listed.body.items).toHaveLength(1);
  });
});
