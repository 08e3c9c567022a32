import { parse } from 'csv/sync';
import { sql } from 'kysely';
import type { Database } from '../../db/database';
import { fromBest } from '../../db/queries/developers';
import type { DeveloperId, PersonId } from '../../domain/ids';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import { type EnrolledDeveloper, enrolled, existingKey, type Headers } from '../support/enrolment';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let managerId: PersonId;
let manager: Headers;
let legal: Headers;
let lantern: EnrolledDeveloper;
let kiosk: EnrolledDeveloper;
let tea: EnrolledDeveloper;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  managerId = await server.staff('am');
  manager = await server.session(managerId);
  legal = await server.session(await server.staff('legal'));
  lantern = await enrolled(server, manager, {
    legalName: 'Lantern Games',
    apps: [{ name: 'Pocket Mirror', sdkProduct: 'native' }],
    accountManagerId: managerId,
  });
  kiosk = await enrolled(server, manager, {
    legalName: '=HYPERLINK("http://kiosk.example")',
    country: 'SG',
    language: 'zh-CN',
    apps: [{ name: 'Old', sdkProduct: 'wechat-mini', existingKeys: [existingKey().told] }],
  });
  tea = await enrolled(server, manager, { legalName: '清茶科技有限公司', apps: [] });
});

const list = async (query: Record<string, string>, headers: Headers = manager): Promise<DeveloperId[]> => {
  const { body } = await ask(server).get('/v1/developers').set(headers).query(query).expect(200);
  return body.items.map((one: { id: DeveloperId }) => one.id);
};
const emailOf = async ({ signatoryId }: EnrolledDeveloper) =>
  (await db.selectFrom('people').select('email').where('id', '=', signatoryId).executeTakeFirstOrThrow()).email ?? '';

describe('the list of developers at the desk', () => {
  it.each([
    [{ sdkProduct: 'native' }, () => [lantern]],
    [{ country: 'SG' }, () => [kiosk]],
    [{ language: 'zh-CN' }, () => [kiosk]],
    [{ hasAccountManager: 'true' }, () => [lantern]],
    [{ hasAccountManager: 'false' }, () => [kiosk, tea]],
    [{ search: 'pocket m' }, () => [lantern]],
    [{ search: 'GAMES' }, () => [lantern]],
    [{ search: '清茶' }, () => [tea]],
    [{ search: '茶' }, () => [tea]],
    [{ search: 'mirror lantern' }, () => []],
    [{ search: '%' }, () => []],
    [{ dueFrom: '2026-12-23', dueBefore: '2026-12-24' }, () => [lantern]],
    [{ dueFrom: '2026-01-01' }, () => [lantern]],
    [{ dueFrom: '2026-12-24' }, () => []],
    [{ hasOpenReview: 'false' }, () => [kiosk, lantern, tea]],
    [{ hasOpenReview: 'true' }, () => []],
    [{ isUnreachable: 'false', standing: 'due' }, () => [kiosk]],
    [{ standing: 'active' }, () => []],
  ])('is filtered by %j', async (query, expected) => {
    expect(await list(query)).toEqual(expected().map(({ id }) => id));
  });

  it('finds a developer by the whole address of a contact, for the vendor’s people only', async () => {
    const email = await emailOf(kiosk);
    expect(await list({ search: email.toUpperCase() })).toEqual([kiosk.id]);
    expect(await list({ search: email.slice(0, -1) })).toEqual([]);
    expect(await list({ search: email }, kiosk.signatory)).toEqual([]);
    expect(await list({ search: email }, await server.token('developers:read'))).toEqual([]);
  });

  it('keeps what the vendor thinks from a developer', async () => {
    const { body } = await ask(server).get('/v1/developers').set(lantern.signatory).expect(200);
    expect(body.items).toMatchObject([{ openTaskCount: null, openReviewCount: null, isUnreachable: null }]);
    for (const name of ['hasOpenReview', 'isUnreachable']) {
      const refused = await ask(server)
        .get('/v1/developers')
        .set(lantern.signatory)
        .query({ [name]: 'false' })
        .expect(403);
      expect(refused.body.errors).toEqual([{ path: `/query/${name}`, message: 'is for the vendor only' }]);
    }
  });

  it('follows a change of name at once', async () => {
    await ask(server).patch(tea.base).set(manager).send({ legalName: 'Clear Tea' }).expect(200);
    expect(await list({ search: 'clear tea' })).toEqual([tea.id]);
    await ask(server).patch(tea.base).set(manager).send({ legalName: '清茶科技有限公司' }).expect(200);
    expect(await list({ search: 'clear tea' })).toEqual([]);
  });

  it('ranks standings as the lifecycle compares them', async () => {
    const { rows } = await sql<{ source: string }>`
      select prosrc as source from pg_proc where proname = 'refresh_desk_developers'`.execute(db);
    expect(rows[0]?.source).toContain(`array[${fromBest.map((one) => `'${one}'`).join(', ')}]`);
  });

  it('is counted', async () => {
    const count = async (query: Record<string, string>) =>
      (await ask(server).get('/v1/desk/developers/count').set(legal).query(query).expect(200)).body;
    expect(await count({})).toEqual({ count: 3, isMore: false });
    expect(await count({ country: 'SG' })).toEqual({ count: 1, isMore: false });
    await ask(server).get('/v1/desk/developers/count').set(lantern.signatory).expect(403);
  });

  it('comes as a file, with nothing in it that a spreadsheet would run', async () => {
    const { text, headers } = await ask(server)
      .get('/v1/desk/developers/export')
      .set(legal)
      .query({ sort: '-name' })
      .expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename=developers-2026-11-23.csv');
    const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toMatchObject([
      { developerId: tea.id, legalName: '清茶科技有限公司', standing: '' },
      { developerId: lantern.id, nextDueOn: '2026-12-23', accountManager: 'Mei Lin', sdkProducts: 'native', apps: '1' },
      { developerId: kiosk.id, legalName: '\'=HYPERLINK("http://kiosk.example")', standing: 'due', country: 'SG' },
    ]);
    const some = await ask(server).get('/v1/desk/developers/export').set(legal).query({ country: 'SG' }).expect(200);
    expect(parse(some.text, { columns: true, bom: true })).toHaveLength(1);
    await ask(server).get('/v1/desk/developers/export').set(lantern.signatory).expect(403);
  });
});

describe('views that somebody keeps', () => {
  const path = '/v1/desk/views';
  const view = { name: 'In grace', query: 'standing=grace&sort=nextDueOn' };

  it('are one’s own, and are changed and forgotten', async () => {
    const { body: kept } = await ask(server).post(path).set(manager).send(view).expect(201);
    expect(kept).toMatchObject(view);
    expect((await ask(server).get(path).set(manager).expect(200)).body.items).toEqual([kept]);
    expect((await ask(server).get(path).set(legal).expect(200)).body.items).toEqual([]);
    await ask(server).patch(`${path}/${kept.id}`).set(legal).send({ name: 'x' }).expect(404);
    await ask(server).delete(`${path}/${kept.id}`).set(legal).expect(404);
    const changed = await ask(server).patch(`${path}/${kept.id}`).set(manager).send({ name: 'Late' }).expect(200);
    expect(changed.body).toMatchObject({ id: kept.id, name: 'Late', query: view.query });
    await ask(server).delete(`${path}/${kept.id}`).set(manager).expect(204);
    await ask(server).delete(`${path}/${kept.id}`).set(manager).expect(404);
  });

  it('have a name each, and are not more than 50', async () => {
    for (let index = 1; index <= 50; index += 1)
      await ask(server)
        .post(path)
        .set(manager)
        .send({ ...view, name: `View ${index}` })
        .expect(201);
    const again = await ask(server)
      .post(path)
      .set(manager)
      .send({ ...view, name: 'VIEW 1' })
      .expect(409);
    expect(again.body).toMatchObject({ code: 'desk-view.exists', errors: [{ path: '/name' }] });
    const more = await ask(server).post(path).set(manager).send(view).expect(409);
    expect(more.body.code).toBe('desk-view.too-many');
    const { body } = await ask(server).get(path).set(manager).query({ limit: '1' }).expect(200);
    const taken = await ask(server).patch(`${path}/${body.items[0].id}`).set(manager).send({ name: 'view 2' });
    expect(taken.body.code).toBe('desk-view.exists');
  });

  it.each([{ name: '', query: '' }, { name: 'x', query: 'ä' }, { name: 'x', query: '?a=b' }, { name: 'x' }])(
    'are refused as %j',
    async (body) => {
      await ask(server).post(path).set(manager).send(body).expect(400);
    },
  );
});

describe('the link to the workflow of a developer', () => {
  it('is shown to the vendor’s people where they can reach Temporal’s pages', async () => {
    const linkFor = async (headers: Headers) =>
      (await ask(server).get(lantern.base).set(headers).expect(200)).body.workflowUrl;
    expect(await linkFor(manager)).toBeNull();
    server.deps.settings.temporalUi = { url: 'https://temporal.example', namespace: 'avow' };
    expect(await linkFor(manager)).toBe(
      `https://temporal.example/namespaces/avow/workflows/developer-obligations%2F${lantern.id}`,
    );
    expect(await linkFor(lantern.signatory)).toBeNull();
    delete server.deps.settings.temporalUi;
  });
});

describe('notes about a developer', () => {
  it('stay as they were written, for the vendor only', async () => {
    const path = `${lantern.base}/notes`;
    const { body } = await ask(server).post(path).set(legal).send({ words: 'They call back on Monday.' }).expect(201);
    expect(body).toMatchObject({
      developerId: lantern.id,
      writtenByName: 'Mei Lin',
      words: 'They call back on Monday.',
    });
    await ask(server).post(path).set(manager).send({ words: 'They did.' }).expect(201);
    const { items } = (await ask(server).get(path).set(manager).expect(200)).body;
    expect(items.map(({ words }: { words: string }) => words)).toContain('They did.');
    await ask(server).get(path).set(lantern.signatory).expect(403);
    await ask(server).post(path).set(manager).send({ words: ' ' }).expect(400);
    await expect(db.updateTable('developerNotes').set({ words: 'x' }).execute()).rejects.toThrow('append-only');
    await expect(db.deleteFrom('developerNotes').execute()).rejects.toThrow('append-only');
  });
});

describe('reminding many', () => {
  const nudge = async (developerIds: readonly string[], headers: Headers = manager) =>
    (await ask(server).post('/v1/desk/nudges').set(headers).send({ developerIds }).expect(200)).body.items;
  const reminders = (developerId: DeveloperId) =>
    db
      .selectFrom('notices')
      .select(['rung', 'state', 'audience'])
      .where('developerId', '=', developerId)
      .where('template', '=', 'reminder')
      .execute();

  it('sends one mail for each developer and day, and says of each what became of it', async () => {
    const gone = await enrolled(server, manager);
    await ask(server).post(`${gone.base}/offboard`).set(gone.signatory).send({ reason: 'We stop.' }).expect(200);
    const invented = 'dev_00000000000000000000';
    expect(await nudge([lantern.id, kiosk.id, gone.id, invented])).toMatchObject([
      { developerId: lantern.id, legalName: 'Lantern Games', outcome: 'queued' },
      // No day binds an import before its invitation was delivered.
      { developerId: kiosk.id, outcome: 'nothing-due' },
      { developerId: gone.id, outcome: 'offboarded' },
      { developerId: invented, legalName: null, outcome: 'not-found' },
    ]);
    expect(await nudge([lantern.id])).toMatchObject([{ outcome: 'reminded-today' }]);
    expect(await reminders(lantern.id)).toEqual([
      { rung: 'nudge', state: 'queued', audience: ['signatory', 'preparer'] },
    ]);
    server.time.now += 86_400_000;
    manager = await server.session(managerId);
    expect(await nudge([lantern.id])).toMatchObject([{ outcome: 'queued' }]);
    expect(await reminders(lantern.id)).toHaveLength(2);
  });

  it('is done once for an Idempotency-Key', async () => {
    const body = { developerIds: [lantern.id] };
    server.time.now += 86_400_000;
    manager = await server.session(managerId);
    const post = () =>
      ask(server).post('/v1/desk/nudges').set(manager).set('Idempotency-Key', 'n'.repeat(20)).send(body);
    const first = await post().expect(200);
    expect((await post().expect(200)).body).toEqual(first.body);
    expect(await reminders(lantern.id)).toHaveLength(3);
  });

  it('reaches no more than 200 at once, and is not for legal or developers', async () => {
    const many = Array.from({ length: 201 }, (_, index) => `dev_${String(index).padStart(8, '0')}`);
    await ask(server).post('/v1/desk/nudges').set(manager).send({ developerIds: many }).expect(400);
    await ask(server)
      .post('/v1/desk/nudges')
      .set(manager)
      .send({ developerIds: [lantern.id, lantern.id] })
      .expect(400);
    for (const personId of [await server.staff('legal'), lantern.signatoryId]) {
      const headers = await server.session(personId);

      await ask(server)
        .post('/v1/desk/nudges')
        .set(headers)
        .send({ developerIds: [lantern.id] })
        .expect(403);
    }
  });
});

describe('giving many to an account manager', () => {
  it('says of each what became of it, in its timeline too', async () => {
    const accountManagerId = await server.staff('lead');
    const assign = async (given: object) =>
      (await ask(server).post('/v1/desk/assignments').set(manager).send(given).expect(200)).body.items;
    const developerIds = [tea.id, kiosk.id, 'dev_00000000000000000000'];
    expect(await assign({ developerIds, accountManagerId })).toMatchObject([
      { outcome: 'assigned' },
      { outcome: 'assigned' },
      { outcome: 'not-found' },
    ]);
    expect(await assign({ developerIds: [tea.id], accountManagerId })).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await list({ accountManagerId })).toEqual([kiosk.id, tea.id]);
    const { body } = await ask(server).get(`${tea.base}/timeline`).set(manager).expect(200);
    expect(body.items[0]).toMatchObject({ decision: 'developer.changed', actor: { id: managerId } });
    expect(await assign({ developerIds: [tea.id], accountManagerId: null })).toMatchObject([{ outcome: 'assigned' }]);
    expect(await list({ accountManagerId })).toEqual([kiosk.id]);
  });

  it('refuses somebody who cannot look after developers', async () => {
    const accountManagerId = await server.staff('legal');
    const body = { developerIds: [tea.id], accountManagerId };
    const refused = await ask(server).post('/v1/desk/assignments').set(manager).send(body).expect(400);
    expect(refused.body.errors).toMatchObject([{ path: '/accountManagerId' }]);
  });
});
