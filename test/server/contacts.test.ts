import type { Database } from '../../db/database';
import type { DeveloperId, PersonId } from '../../domain/ids';
import { testDatabase } from '../support/database';
import { ask, type TestServer, testServer } from '../support/server';

let db: Database;
let server: TestServer;
let developerId: DeveloperId;
let signatory: PersonId;
let session: { Authorization: string };
let list: string;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = testServer(db);
  developerId = await server.developer();
  signatory = await server.contact(developerId, 'signatory');
  session = await server.session(signatory);
  list = `/v1/developers/${developerId}/contacts`;
});

const newcomer = (email: string) => ({ name: 'Li Wei', email, role: 'preparer', language: 'zh-CN' });
let count = 0;
const freshEmail = (): string => `contact-${(count += 1)}@example.com`;
const changes = () =>
  db
    .selectFrom('membershipChanges')
    .select(['change', 'personId', 'by'])
    .where('developerId', '=', developerId)
    .orderBy('seq')
    .execute();

describe('adding a contact', () => {
  it('answers with the unconfirmed contact, mails a link and remembers who did it', async () => {
    const { body } = await ask(server).post(list).set(session).send(newcomer(freshEmail())).expect(201);
    expect(body).toMatchObject({ name: 'Li Wei', role: 'preparer', language: 'zh-CN', verifiedAt: null });
    const mails = await db.selectFrom('outbox').select('kind').where('subject', '=', body.personId).execute();
    expect(mails).toEqual([{ kind: 'send-sign-in-link' }]);
    expect(await changes()).toEqual([
      { change: 'added', personId: body.personId, by: { kind: 'person', id: signatory } },
    ]);
  });

  it('refuses who is a contact already, however the address is written', async () => {
    const email = freshEmail();
    await ask(server).post(list).set(session).send(newcomer(email)).expect(201);
    const again = await ask(server).post(list).set(session).send(newcomer(email.toUpperCase())).expect(409);
    expect(again.body).toMatchObject({ code: 'contact.exists', errors: [{ path: '/email' }] });
  });

  it('does not tell the name under which the person is known elsewhere, until they confirm', async () => {
    const email = freshEmail();
    const known = await server.person({ email, name: 'Known Elsewhere' });
    const { body } = await ask(server).post(list).set(session).send(newcomer(email)).expect(201);
    expect(body).toMatchObject({ personId: known, name: null });
    await ask(server).patch(`${list}/${known}`).set(session).send({ name: 'Renamed' }).expect(403);
    await db.updateTable('memberships').set({ verifiedAt: new Date() }).where('personId', '=', known).execute();
    const { body: page } = await ask(server).get(list).set(session).expect(200);
    expect(page.items.map(({ name }: { name: string }) => name)).toContain('Known Elsewhere');
  });
});

describe('the last signatory', () => {
  it('cannot be removed or given another role', async () => {
    const removed = await ask(server).delete(`${list}/${signatory}`).set(session).expect(409);
    const changed = await ask(server).patch(`${list}/${signatory}`).set(session).send({ role: 'preparer' }).expect(409);
    expect([removed.body.code, changed.body.code]).toEqual(['contact.last-signatory', 'contact.last-signatory']);
    expect(await changes()).toEqual([]);
  });

  it('is not replaced by one who has not confirmed', async () => {
    const unconfirmed = await server.contact(developerId, 'signatory', { isVerified: false });
    await ask(server).delete(`${list}/${signatory}`).set(session).expect(409);
    await ask(server).delete(`${list}/${unconfirmed}`).set(session).expect(204);
  });

  it('stays when two are removed at the same moment', async () => {
    const manager = await server.session(await server.staff('am'));
    for (let round = 0; round < 5; round += 1) {
      const other = await server.developer();
      const pair = [await server.contact(other, 'signatory'), await server.contact(other, 'signatory')];
      const answers = await Promise.all(
        pair.map((personId) => ask(server).delete(`/v1/developers/${other}/contacts/${personId}`).set(manager)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    }
  });
});

describe('the list of contacts', () => {
  it('comes in pages that neither repeat nor skip, both ways, however many share a moment', async () => {
    for (let index = 0; index < 6; index += 1) await server.contact(developerId, 'executive');
    for (const sort of ['addedAt', '-addedAt', 'email', '-email']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, string> = { limit: '3', sort, ...(cursor === null ? {} : { cursor }) };
        const { body } = await ask(server).get(list).set(session).query(query).expect(200);
        seen.push(...body.items.map(({ personId }: { personId: string }) => personId));
        cursor = body.nextCursor;
      } while (cursor !== null);
      expect(seen).toHaveLength(7);
      expect(new Set(seen).size).toBe(7);
    }
  });

  it('can be filtered by role', async () => {
    await server.contact(developerId, 'executive');
    const { body } = await ask(server).get(list).set(session).query({ role: 'executive' }).expect(200);
    expect(body.items.map(({ role }: { role: string }) => role)).toEqual(['executive']);
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['a cursor of another sort', Buffer.from('["email","a","b"]').toString('base64url')],
    ['a cursor with a value of another kind', Buffer.from('["addedAt","a","b"]').toString('base64url')],
    ['a cursor with an unheard-of moment', Buffer.from('["addedAt",1e300,"b"]').toString('base64url')],
    ['a cursor with a moment before all databases', Buffer.from('["addedAt",-8.6e15,"b"]').toString('base64url')],
    ['a cursor with an object inside', Buffer.from('["addedAt",{},[]]').toString('base64url')],
  ])('refuses %s', async (_what, cursor) => {
    const { body } = await ask(server).get(list).set(session).query({ cursor, sort: 'addedAt' }).expect(400);
    expect(body.code).toBe('cursor.invalid');
  });

  it.each([
    { limit: '0' },
    { limit: '101' },
    { limit: '-1' },
    { limit: 'all' },
    { sort: 'name' },
    { role: 'king' },
    { rolle: 'legal' },
  ])('refuses %j', async (query) => {
    const { body } = await ask(server).get(list).set(session).query(query).expect(400);
    expect(body).toMatchObject({ code: 'request.invalid', errors: [{ path: `/query/${Object.keys(query)[0]}` }] });
  });
});

describe('erasing a person', () => {
  it('forgets name and address, ends their access, and keeps that they were there', async () => {
    const admin = await server.session(await server.staff('admin'));
    await server.contact(developerId, 'signatory');
    await ask(server).delete(`/v1/people/${signatory}`).set(admin).expect(204);
    expect(await changes()).toMatchObject([{ change: 'removed', personId: signatory, by: { kind: 'staff' } }]);
    const row = await db.selectFrom('people').selectAll().where('id', '=', signatory).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ name: null, email: null, emailNormalised: null, erasedAt: server.time.now });
    await ask(server).get('/v1/session').set(session).expect(401);
    await ask(server).delete(`/v1/people/${signatory}`).set(admin).expect(404);
  });

  it('leaves no developer with nobody to sign, unless it ended', async () => {
    const admin = await server.session(await server.staff('admin'));
    const { body } = await ask(server).delete(`/v1/people/${signatory}`).set(admin).expect(409);
    expect(body.code).toBe('contact.last-signatory');
    await ask(server).get('/v1/session').set(session).expect(200);
    await db.updateTable('developers').set({ offboardedAt: new Date() }).where('id', '=', developerId).execute();
    await ask(server).delete(`/v1/people/${signatory}`).set(admin).expect(204);
  });

  it('leaves the history of memberships, which nothing can edit', async () => {
    const { body } = await ask(server).post(list).set(session).send(newcomer(freshEmail())).expect(201);
    await ask(server).delete(`${list}/${body.personId}`).set(session).expect(204);
    expect((await changes()).map(({ change }) => change)).toEqual(['added', 'removed']);
    await expect(db.deleteFrom('membershipChanges').execute()).rejects.toThrow(/append-only/);
  });
});
