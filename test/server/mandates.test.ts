import { createHash } from 'node:crypto';
import type { Database } from '../../db/database';
import { hireAgency, pdf } from '../support/agency';
import { type Enrolled, enrol, newcomer, png } from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  ({ server, developer } = await newcomer(db));
});

const staff = async (role: 'legal' | 'admin') => server.session(await server.staff(role));
const changes = (delegationId: string) =>
  db
    .selectFrom('delegationChanges')
    .select('change')
    .where('delegationId', '=', delegationId as never)
    .orderBy('seq')
    .execute();

describe('the mandate', () => {
  const upload = (path: string, mediaType: string, content: Buffer, session = developer.session) =>
    ask(server)
      .post(`${path}/mandate`)
      .set(session)
      .set('Content-Type', mediaType)
      .serialize((bytes) => bytes)
      .send(content);

  it.each([
    ['application/pdf', pdf],
    ['image/png', png],
    ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ])('is kept as %s with its hash', async (mediaType, content) => {
    const { path, delegationId } = await hireAgency(server, developer, { scopes: ['sign'] });
    const { body } = await upload(path, mediaType, content).expect(201);
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(body.mandate).toMatchObject({ mediaType, size: content.length, sha256, uploadedBy: developer.signatory });
    expect((await changes(delegationId)).map(({ change }) => change)).toContain('mandate-uploaded');
  });

  it.each([
    ['HTML that claims to be a document', 'application/pdf', Buffer.from('<script>alert(1)</script>')],
    ['a picture that claims to be a document', 'application/pdf', png],
    ['text', 'text/plain', Buffer.from('we mandate you')],
    ['JSON', 'application/json', Buffer.from('{}')],
    ['an archive', 'application/zip', Buffer.from('PK\x03\x04')],
  ])('refuses %s', async (_what, mediaType, content) => {
    const { path } = await hireAgency(server, developer, { scopes: ['sign'] });
    expect((await upload(path, mediaType, content).expect(415)).body.code).toBe('evidence.type-refused');
  });

  it('refuses more than 5 MB', async () => {
    const { path } = await hireAgency(server, developer, { scopes: ['sign'] });
    const large = Buffer.concat([pdf, Buffer.alloc(5 * 1024 * 1024)]);
    expect((await upload(path, 'application/pdf', large).expect(413)).body.code).toBe('evidence.too-large');
  });

  it('comes from a signatory, never from the agency itself', async () => {
    const { path, session } = await hireAgency(server, developer, { scopes: ['draft', 'sign', 'keys'] });
    expect((await upload(path, 'application/pdf', pdf, session).expect(403)).body.code).toBe('access.forbidden');
    await upload(path, 'application/pdf', pdf, await staff('admin')).expect(403);
    await upload(path, 'application/pdf', pdf, (await enrol(server, 'native')).session).expect(404);
  });

  it('is given back byte for byte to the developer, staff and its delegates, and to nobody else', async () => {
    const agency = await hireAgency(server, developer, { scopes: ['keys'], hasMandate: true });
    const preparer = await server.session(await server.contact(developer.developerId, 'preparer'));
    for (const session of [developer.session, preparer, await staff('legal'), agency.session]) {
      const { body, headers } = await ask(server).get(`${agency.path}/mandate`).set(session).buffer(true).expect(200);
      expect(Buffer.from(body)).toEqual(pdf);
      expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
      expect(headers['content-disposition']).toContain('mandate.pdf');
    }
    const rival = await hireAgency(server, developer, { scopes: ['draft', 'sign', 'keys'] });
    const stranger = (await enrol(server, 'native')).session;
    for (const session of [rival.session, stranger])
      await ask(server).get(`${agency.path}/mandate`).set(session).expect(404);
    await ask(server).get(agency.path).set(rival.session).expect(404);
    await ask(server).get(`${rival.path}/mandate`).set(rival.session).expect(404);
  });

  it('leaves its hash when the file is destroyed, and nothing else about it can change', async () => {
    const { path, delegationId } = await hireAgency(server, developer, { scopes: ['sign'], hasMandate: true });
    const mandate = db.updateTable('mandates').where('delegationId', '=', delegationId);
    await expect(mandate.set({ sha256: 'a'.repeat(64) }).execute()).rejects.toThrow(/append-only/);
    await mandate.set({ content: null }).execute();
    const { body } = await ask(server).get(path).set(developer.session).expect(200);
    expect(body.mandate).toMatchObject({ isDestroyed: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const gone = await ask(server).get(`${path}/mandate`).set(developer.session).expect(422);
    expect(gone.body.code).toBe('evidence.missing');
  });
});
