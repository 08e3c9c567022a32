import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../db/database';
import type { PersonId } from '../../domain/ids';
import { completeAnswers } from '../../domain/obligations/sample-answers';
import type { SealedRecord } from '../../domain/statements/record';
import {
  type AttestedApp,
  draftAll,
  draftPath,
  type Enrolled,
  enrol,
  keptOf,
  newcomer,
  signature,
  upload,
} from '../support/attestation';
import { campaigning } from '../support/campaigning';
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
  path = `${developer.base}/submissions`;
});

const sign = (body: object, session = developer.session) => ask(server).post(path).set(session).send(body);
const kept = () => keptOf(db, developer);

describe('what is to be signed', () => {
  it('names what is missing, by app, obligation and field', async () => {
    await ask(server)
      .put(draftPath(developer, app, 'law'))
      .set(developer.session)
      .send({ answers: { legalEntity: 'Harbour' }, version: 0 })
      .expect(200);
    const { body } = await ask(server).get(`${developer.base}/signing`).set(developer.session).expect(200);
    expect(body).toMatchObject({ isReady: false, language: 'en' });
    const paths = body.missing.map((fault: { path: string }) => fault.path);
    expect(paths).toContain(`/apps/${app.appId}/law/sdkVersion`);
    expect(paths).toContain(`/apps/${app.appId}/rights/rights`);
    expect(paths).not.toContain(`/apps/${app.appId}/law/legalEntity`);
    const refused = await sign(await signature(server, developer, [app])).expect(422);
    expect(refused.body.code).toBe('answers.invalid');
    expect(refused.body.errors.map((fault: { path: string }) => fault.path)).toEqual(paths);
    expect(await kept()).toEqual({ signatures: 0, statements: 0, drafts: 1 });
  });

  it('shows each statement, in either language', async () => {
    await draftAll(server, developer, app);
    const { body } = await ask(server)
      .get(`${developer.base}/signing`)
      .set(developer.session)
      .query({ language: 'zh-CN' })
      .expect(200);
    expect(body).toMatchObject({ isReady: true, missing: [] });
    expect(body.apps[0].statements).toHaveLength(4);
    for (const { text } of body.apps[0].statements) expect(body.words).toContain(text);
    expect(body.words).toMatch(/本人有权代表其签署/);
  });

  it('are other words once the policy words a clause anew, and the record keeps the clause that was shown', async () => {
    await draftAll(server, developer, app);
    const before = await signature(server, developer, [app]);
    const { policyVersionId } = await campaigning(db, server.time.now);
    const refused = await sign(before).expect(409);
    expect(refused.body.code).toBe('draft.stale');
    await sign(await signature(server, developer, [app])).expect(201);
    const rows = await db.selectFrom('statements').select('record').where('appId', '=', app.appId).execute();
    const records = rows.map(({ record }) => record as unknown as SealedRecord);
    expect(records.map((record) => record.policyVersionId)).toEqual(Array(4).fill(policyVersionId));
    const rights = records.find(({ obligation }) => obligation.slug === 'rights');
    expect(rights?.obligation.clauseText[0]).toMatch(/You answer within five working days\.$/);
    expect(rights?.obligation.clauseTextZhCn).toEqual(['第 3.4 条的中文文本。']);
  });

  it('leaves out answers that the others made pointless', async () => {
    await draftAll(server, developer, app);
    const consent = draftPath(developer, app, 'consent');
    const { body: draft } = await ask(server).get(consent).set(developer.session).expect(200);
    const answers = { ...draft.answers, exemption: { statute: 'Left behind' } };
    await ask(server).put(consent).set(developer.session).send({ answers, version: 1 }).expect(200);
    const { body } = await sign(await signature(server, developer, [app])).expect(201);
    const item = body.items[0].items.find((one: { obligation: string }) => one.obligation === 'consent');
    const statement = await ask(server).get(`${developer.base}/statements/${item.statementId}`).set(developer.session);
    expect(statement.body.record.answers).not.toHaveProperty('exemption');
  });

  it.each([
    ['of another developer', async () => upload(server, ...(await foreign()))],
    ['of a type that the field does not take', async () => uploadText()],
  ])('refuses a file %s', async (_what, give) => {
    await draftAll(server, developer, app);
    const consent = draftPath(developer, app, 'consent');
    const { body: draft } = await ask(server).get(consent).set(developer.session).expect(200);
    const answers = { ...draft.answers, consentScreen: await give() };
    await ask(server).put(consent).set(developer.session).send({ answers, version: 1 }).expect(200);
    const { body } = await sign(await signature(server, developer, [app])).expect(422);
    expect(body.errors).toEqual([
      { path: `/apps/${app.appId}/consent/consentScreen`, message: expect.stringMatching(/Upload/) },
    ]);
    expect((await kept()).signatures).toBe(0);
  });

  const foreign = async (): Promise<[Enrolled, AttestedApp]> => {
    const other = await enrol(server, 'native');
    return [other, other.apps[0] as AttestedApp];
  };
  const uploadText = async () =>
    (
      await ask(server)
        .post(`${developer.base}/apps/${app.appId}/evidence`)
        .set(developer.session)
        .set('Content-Type', 'text/plain')
        .send('not a screen')
        .expect(201)
    ).body.id;
});

describe('signing', () => {
  it('is not for a preparer, staff, or somebody else’s signatory', async () => {
    await draftAll(server, developer, app);
    const body = await signature(server, developer, [app]);
    const preparer = await server.session(await server.contact(developer.developerId, 'preparer'));
    expect((await sign(body, preparer).expect(403)).body.code).toBe('access.forbidden');
    await sign(body, await server.session(await server.staff('admin'))).expect(403);
    await sign(body, (await enrol(server, 'native')).session).expect(404);
    expect(await kept()).toEqual({ signatures: 0, statements: 0, drafts: 4 });
  });

  it('takes only the words that are shown', async () => {
    await draftAll(server, developer, app);
    const body = await signature(server, developer, [app]);
    const words = body.signature.words.replace('true and complete', 'roughly true');
    expect(words).not.toBe(body.signature.words);
    const refused = await sign({ ...body, signature: { ...body.signature, words } }).expect(409);
    expect(refused.body).toMatchObject({ code: 'draft.stale', errors: [{ path: '/signature/words' }] });
    expect((await kept()).signatures).toBe(0);
  });

  it('notices answers that were changed after they were read', async () => {
    await draftAll(server, developer, app);
    const body = await signature(server, developer, [app]);
    const law = draftPath(developer, app, 'law');
    const { law: answers } = completeAnswers('native', { privacyPolicyUrl: 'https://harbourlight.example/privacy' });
    await ask(server)
      .put(law)
      .set(developer.session)
      .send({ answers: { ...answers, legalEntity: 'Somebody Else Ltd.' }, version: 1 })
      .expect(200);
    expect((await sign(body).expect(409)).body.code).toBe('draft.stale');
    expect(await kept()).toEqual({ signatures: 0, statements: 0, drafts: 4 });
  });

  it.each([
    ['no authority', { hasAuthority: false }, '/signature/hasAuthority'],
    ['a blank name', { typedName: '   ' }, '/signature/typedName'],
    ['a title on two lines', { typedTitle: 'Director\nof all' }, '/signature/typedTitle'],
    ['an unknown language', { language: 'fr' }, '/signature/language'],
    ['an unknown field', { stamp: 'x' }, '/signature/stamp'],
  ])('refuses %s', async (_what, change, at) => {
    const signed = { typedName: 'Mei Lin', typedTitle: 'Director', hasAuthority: true, words: 'x', language: 'en' };
    const { body } = await sign({ appIds: [app.appId], signature: { ...signed, ...change } }).expect(400);
    expect(body).toMatchObject({ code: 'request.invalid', errors: [{ path: at }] });
  });

  it('does not find apps of others', async () => {
    await draftAll(server, developer, app);
    const other = await enrol(server, 'native');
    const body = await signature(server, developer, [app]);
    await sign({ ...body, appIds: [app.appId, other.apps[0]?.appId] }).expect(404);
    expect((await kept()).signatures).toBe(0);
  });

  it('happens once, however often it is sent', async () => {
    await draftAll(server, developer, app);
    const body = await signature(server, developer, [app]);
    const answers = await Promise.all([sign(body), sign(body), sign(body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const late = await sign(body).expect(409);
    expect(late.body.code).toBe('submission.nothing-outstanding');
    expect(await kept()).toEqual({ signatures: 1, statements: 4, drafts: 0 });
  });

  it('answers a repetition with the same key as it answered first, even after the answer was lost', async () => {
    await draftAll(server, developer, app);
    const body = await signature(server, developer, [app]);
    const key = randomUUID();
    const first = await sign(body).set('Idempotency-Key', key).expect(201);
    await db.deleteFrom('idempotencyKeys').execute();
    const again = await sign(body).set('Idempotency-Key', key).expect(201);
    expect(again.body).toEqual(first.body);
    expect(await kept()).toEqual({ signatures: 1, statements: 4, drafts: 0 });
  });
});

describe('signing while somebody saves', () => {
  it('signs what was read, or nothing', async () => {
    for (let round = 0; round < 5; round += 1) {
      developer = await enrol(server, 'taobao-mini');
      app = developer.apps[0] as AttestedApp;
      path = `${developer.base}/submissions`;
      await draftAll(server, developer, app);
      const law = draftPath(developer, app, 'law');
      const { body: draft } = await ask(server).get(law).set(developer.session).expect(200);
      const answers = { ...draft.answers, legalEntity: 'Somebody Else Ltd.' };
      const [signed, saved] = await Promise.all([
        sign(await signature(server, developer, [app])),
        ask(server).put(law).set(developer.session).send({ answers, version: 1 }),
      ]);
      const { statements, drafts } = await kept();
      if (signed.status === 201) {
        expect([saved.status, saved.body.code, statements, drafts]).toEqual([409, 'draft.closed', 4, 0]);
      } else {
        expect([signed.status, signed.body.code]).toEqual([409, 'draft.stale']);
        expect([saved.status, statements, drafts]).toEqual([200, 0, 4]);
      }
    }
  });
});

describe('erasing who signed', () => {
  it('leaves what was signed, and nothing to tell their name by', async () => {
    await draftAll(server, developer, app);
    await sign(await signature(server, developer, [app])).expect(201);
    await mailed(developer.signatory);
    const before = await signed();
    expect(before.typedName).not.toBeNull();
    await server.contact(developer.developerId, 'signatory');
    const legal = await server.session(await server.staff('legal'));
    await ask(server).delete(`/v1/people/${developer.signatory}`).set(legal).expect(204);
    expect(await signed()).toEqual({ ...before, typedName: null, typedTitle: null, salt: null });
    const deliveries = await db
      .selectFrom('deliveries')
      .select(['state', 'subject', 'text', 'html', 'response'])
      .where('personId', '=', developer.signatory)
      .execute();
    expect(deliveries).toEqual([{ state: 'accepted', subject: null, text: null, html: null, response: null }]);
  });

  it('is all that can be done to a signature', async () => {
    await draftAll(server, developer, app);
    await sign(await signature(server, developer, [app])).expect(201);
    const own = sql`where developer_id = ${developer.developerId}`;
    for (const change of [
      sql`update signatures set words = 'other words' ${own}`,
      sql`update signatures set typed_name = 'Somebody Else' ${own}`,
      sql`update signatures set typed_name = null, typed_title = null, salt = null, words = 'other words' ${own}`,
      sql`delete from signatures ${own}`,
      sql`truncate signatures cascade`,
    ]) {
      await expect(change.execute(db)).rejects.toThrow(/append-only/);
    }
  });

  const signed = () =>
    db.selectFrom('signatures').selectAll().where('developerId', '=', developer.developerId).executeTakeFirstOrThrow();

  async function mailed(personId: PersonId): Promise<void> {
    const { developerId } = developer;
    const notice = await db
      .selectFrom('notices')
      .select('id')
      .where('developerId', '=', developerId)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('deliveries')
      .values({
        noticeId: notice.id,
        developerId,
        personId,
        audience: 'signatory',
        messageId: `<${notice.id}.${personId}@vendor.example>`,
        state: 'accepted',
        response: '250 taken for mei@harbour.example',
        sentAt: new Date(server.time.now),
        settledAt: new Date(server.time.now),
        subject: 'Mei',
        text: 'Mei',
        html: 'Mei',
      })
      .execute();
  }
});
