import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../db/database';
import { type AttestedApp, type Enrolled, enrol, newcomer, png, upload } from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let app: AttestedApp;
let path: string;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  ({ server, developer, app } = await newcomer(db));
  path = `${developer.base}/apps/${app.appId}/evidence`;
});

const send = (mediaType: string, content: Buffer) =>
  ask(server)
    .post(path)
    .set(developer.session)
    .set('Content-Type', mediaType)
    .serialize((bytes) => bytes)
    .send(content);
const count = async () =>
  (await db.selectFrom('evidence').select('id').where('developerId', '=', developer.developerId).execute()).length;

describe('uploading evidence', () => {
  it.each([
    ['image/png', png],
    ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['application/pdf', Buffer.from('%PDF-1.7\n')],
    ['application/json', Buffer.from('{"sample": true}')],
    ['text/plain', Buffer.from('A sample record, made up. 样例。')],
  ])('keeps %s with its hash', async (mediaType, content) => {
    const { body } = await send(mediaType, content).expect(201);
    expect(body).toMatchObject({
      appId: app.appId,
      mediaType,
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      uploadedBy: developer.signatory,
      isDestroyed: false,
    });
    const kept = await ask(server).get(`${developer.base}/evidence/${body.id}`).set(developer.session).expect(200);
    expect(kept.body).toEqual(body);
  });

  it.each([
    ['HTML that claims to be a picture', 'image/png', Buffer.from('<script>alert(1)</script>')],
    ['a picture that claims to be a document', 'application/pdf', png],
    ['a document that claims to be text', 'text/plain', Buffer.from('%PDF-1.7')],
    ['text that claims to be JSON', 'application/json', Buffer.from('{not json')],
    ['bytes that claim to be text', 'text/plain', Buffer.from([0x00, 0x01, 0x02, 0xff])],
    ['a type that is not taken', 'text/html', Buffer.from('<p>hello</p>')],
    ['an archive', 'application/zip', Buffer.from('PK\x03\x04')],
  ])('refuses %s', async (_what, mediaType, content) => {
    const { body } = await send(mediaType, content).expect(415);
    expect(body.code).toBe('evidence.type-refused');
    expect(await count()).toBe(0);
  });

  it('refuses more than 5 MB, and nothing at all', async () => {
    const large = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]);
    expect((await send('image/png', large).expect(413)).body.code).toBe('evidence.too-large');
    expect((await send('image/png', Buffer.alloc(0))).status).toBeGreaterThanOrEqual(400);
    expect(await count()).toBe(0);
  });

  it('takes a name without what is not seen in it', async () => {
    const { body } = await send('image/png', png)
      .set('Content-Disposition', "attachment; filename*=UTF-8''..%2Fa%0d%0a%E2%80%AEgnp%E2%80%8B.exe")
      .expect(201);
    expect(body.fileName).toBe('agnp.exe');
  });

  it('ends at the 200th file of an app, and still knows a repetition', async () => {
    const key = { 'Idempotency-Key': 'the-two-hundredth-file' };
    await sql`
      insert into evidence (id, developer_id, app_id, file_name, media_type, size, sha256, content, uploaded_by, uploaded_at)
      select 'evd_' || lpad(n::text, 5, '0') || substr(${app.appId}, 5), ${developer.developerId}, ${app.appId},
        'a.png', 'image/png', 1, '', null, ${developer.signatory}, now()
      from generate_series(1, 199) as n`.execute(db);
    const last = await send('image/png', png).set(key).expect(201);
    expect((await send('image/png', png).expect(409)).body.code).toBe('evidence.too-many');
    expect((await send('image/png', png).set(key).expect(201)).body.id).toBe(last.body.id);
    expect(await count()).toBe(200);
  });

  it('is for apps of one’s own', async () => {
    const other = await enrol(server, 'native');
    for (const base of [developer.base, other.base]) {
      await ask(server)
        .post(`${base}/apps/${other.apps[0]?.appId}/evidence`)
        .set(developer.session)
        .set('Content-Type', 'image/png')
        .send(png)
        .expect(404);
    }
  });
});

describe('reading evidence', () => {
  it('is given back byte for byte, as a download in which nothing runs', async () => {
    const id = await upload(server, developer, app);
    const answer = await ask(server)
      .get(`${developer.base}/evidence/${id}/content`)
      .set(developer.session)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    expect(answer.body).toEqual(png);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename=consent.png',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
  });

  it('is listed per app, for staff too, and for nobody else', async () => {
    const id = await upload(server, developer, app);
    const { body } = await ask(server)
      .get(path)
      .set(await server.session(await server.staff('legal')))
      .expect(200);
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([id]);
    const other = await enrol(server, 'native');
    for (const there of [path, `${developer.base}/evidence/${id}`, `${other.base}/evidence/${id}/content`]) {
      await ask(server).get(there).set(other.session).expect(404);
    }
  });

  it('tells of a file that was destroyed, and that its content is gone', async () => {
    const id = await upload(server, developer, app);
    await db
      .updateTable('evidence')
      .set({ content: null })
      .where('id', '=', id as never)
      .execute();
    const { body } = await ask(server).get(`${developer.base}/evidence/${id}`).set(developer.session).expect(200);
    expect(body).toMatchObject({ isDestroyed: true, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const gone = await ask(server).get(`${developer.base}/evidence/${id}/content`).set(developer.session).expect(422);
    expect(gone.body.code).toBe('evidence.missing');
  });
});
