import type { Database } from '../../db/database';
import { completeAnswers } from '../../domain/obligations/sample-answers';
import {
  type AttestedApp,
  checked,
  draftPath,
  type Enrolled,
  enrol,
  newcomer,
  signature,
  submit,
} from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let app: AttestedApp;
let law: string;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  ({ server, developer, app } = await newcomer(db));
  law = draftPath(developer, app, 'law');
});

const read = async (path: string) => (await ask(server).get(path).set(developer.session).expect(200)).body;
const save = (path: string, body: object) => ask(server).put(path).set(developer.session).send(body);
const steps = async () =>
  (await db.selectFrom('plans').select('walkSteps').where('appId', '=', app.appId).executeTakeFirstOrThrow()).walkSteps;

describe('saving a draft', () => {
  it('keeps what was typed, unfinished as it is, and counts versions', async () => {
    expect(await read(law)).toMatchObject({ version: 0, answers: {}, isOpen: true, savedAt: null, lastCycle: null });
    const first = await save(law, { answers: { legalEntity: 'H' }, version: 0 }).expect(200);
    expect(first.body).toMatchObject({ version: 1, answers: { legalEntity: 'H' }, savedBy: developer.signatory });
    expect(first.body.missing.map(({ path }: { path: string }) => path)).toContain('/sdkVersion');
    await save(law, { answers: { legalEntity: 'Harbour' }, version: 1 }).expect(200);
    expect(await read(law)).toMatchObject({ version: 2, answers: { legalEntity: 'Harbour' } });
  });

  it('refuses lists and objects that lie too deep in each other, and saves nothing', async () => {
    for (const deep of ['['.repeat(100_000) + ']'.repeat(100_000), `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`]) {
      const { body } = await ask(server)
        .put(law)
        .set(developer.session)
        .set('Content-Type', 'application/json')
        .send(`{"version":0,"answers":{"legalEntity":${deep}}}`)
        .expect(400);
      expect(body.code).toBe('request.invalid');
    }
    expect(await read(law)).toMatchObject({ version: 0, answers: {} });
  });

  it('enters the step once, with the first save', async () => {
    expect(await steps()).toEqual([]);
    await save(law, { answers: {}, version: 0 }).expect(200);
    await save(law, { answers: {}, version: 1 }).expect(200);
    expect(await steps()).toEqual(['law']);
    const entries = await db
      .selectFrom('auditEntries')
      .select('actor')
      .where('developerId', '=', developer.developerId)
      .where('decision', '=', 'walk.advanced')
      .execute();
    expect(entries).toEqual([{ actor: { kind: 'person', id: developer.signatory } }]);
  });

  it('refuses a save over a version that somebody replaced, and shows theirs', async () => {
    await save(law, { answers: { legalEntity: 'Theirs' }, version: 0 }).expect(200);
    const { body } = await save(law, { answers: { legalEntity: 'Mine' }, version: 0 }).expect(409);
    expect(body).toMatchObject({ code: 'draft.stale', details: { version: 1, answers: { legalEntity: 'Theirs' } } });
    expect(await read(law)).toMatchObject({ version: 1, answers: { legalEntity: 'Theirs' } });
  });

  it('lets one of two saves at once win', async () => {
    await save(law, { answers: {}, version: 0 }).expect(200);
    const answers = await Promise.all(
      ['One', 'Two', 'Three'].map((legalEntity) => save(law, { answers: { legalEntity }, version: 1 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it.each([
    ['an unknown field', { surprise: 1 }, '/answers/surprise'],
    ['a wrong type', { legalEntity: 7 }, '/answers/legalEntity'],
    ['a text that is too long', { legalEntity: 'x'.repeat(201) }, '/answers/legalEntity'],
    ['a column that is not known', { applications: [{ nope: 1 }] }, '/answers/applications/0/nope'],
  ])('refuses %s and keeps what was there', async (_what, answers, path) => {
    const { body } = await save(law, { answers, version: 0 }).expect(422);
    expect(body).toMatchObject({ code: 'answers.invalid', errors: [{ path }] });
    expect(await read(law)).toMatchObject({ version: 0, answers: {} });
    expect(await steps()).toEqual([]);
  });

  it.each([
    { answers: [], version: 0 },
    { answers: {}, version: '0' },
    { answers: {}, version: -1 },
    { answers: {} },
    { answers: {}, version: 0, extra: true },
  ])('refuses the body %j', async (body) => {
    expect((await save(law, body).expect(400)).body.code).toBe('request.invalid');
  });

  it('tells faults in the language that is asked for', async () => {
    const { body } = await save(law, { answers: { legalEntity: 7 }, version: 0 })
      .set('Accept-Language', 'zh-CN,zh;q=0.9')
      .expect(422);
    expect(body.errors[0].message).toMatch(/应为文本/);
  });

  it('is open to a preparer', async () => {
    const preparer = await server.session(await server.contact(developer.developerId, 'preparer'));
    await ask(server).put(law).set(preparer).send({ answers: {}, version: 0 }).expect(200);
  });
});

describe('a draft of somebody else', () => {
  it('is not found, under their developer or under mine', async () => {
    const other = await enrol(server, 'native');
    const theirs = (other.apps[0] as AttestedApp).requirements.law;
    for (const path of [
      draftPath(other, other.apps[0] as AttestedApp, 'law'),
      `${developer.base}/requirements/${theirs}/draft`,
      `${developer.base}/requirements/req_0000000000/draft`,
      `${developer.base}/requirements/nonsense/draft`,
    ]) {
      expect((await ask(server).get(path).set(developer.session).expect(404)).body.code).toBe('resource.not-found');
      await save(path, { answers: {}, version: 0 }).expect(404);
    }
  });

  it('is not shown to staff before it is signed', async () => {
    await ask(server)
      .get(law)
      .set(await server.session(await server.staff('am')))
      .expect(403);
  });
});

describe('a draft after signing', () => {
  it('is gone and closed', async () => {
    await submit(server, developer, app);
    expect(await read(law)).toMatchObject({ isOpen: false, state: 'submitted', version: 0, answers: {}, missing: [] });
    expect((await save(law, { answers: {}, version: 0 }).expect(409)).body.code).toBe('draft.closed');
  });

  it('opens again with a return, beside what was stated and why it came back', async () => {
    const submission = await submit(server, developer, app);
    await checked(server, developer, submission.id, 'green');
    const manager = await server.session(await server.staff('am'));
    const items = submission.items.map((item: { requirementId: string; obligation: string }) =>
      item.obligation === 'law'
        ? { requirementId: item.requirementId, outcome: 'return', reasonCode: 'entity-unclear', reason: 'Who is it?' }
        : { requirementId: item.requirementId, outcome: 'accept' },
    );
    await ask(server).post(`/v1/reviews/${submission.id}/decisions`).set(manager).send({ items }).expect(200);
    const draft = await read(law);
    expect(draft).toMatchObject({
      isOpen: true,
      state: 'returned',
      version: 0,
      answers: {},
      returned: {
        reasonCode: 'entity-unclear',
        reason: 'Who is it?',
        answers: { legalEntity: 'Harbour Light Retail Ltd. (sample)' },
      },
    });
    expect(draft.returned.reasonText.en).toMatch(/organisation/);
    expect((await read(draftPath(developer, app, 'notice'))).isOpen).toBe(false);

    // Stated again and accepted: nothing of the first round is lost.
    const { answers } = draft.returned;
    await save(law, { answers: { ...answers, legalEntity: 'Harbour Light Trading Ltd.' }, version: 0 }).expect(200);
    const again = await ask(server)
      .post(`${developer.base}/submissions`)
      .set(developer.session)
      .send(await signature(server, developer, [app]))
      .expect(201);
    expect(again.body.items[0].items.map((item: { obligation: string }) => item.obligation)).toEqual(['law']);
    const { body: first } = await ask(server)
      .get(`${developer.base}/submissions/${submission.id}`)
      .set(developer.session)
      .expect(200);
    expect(first.state).toBe('returned');
    expect(first.items[0]).toMatchObject({ obligation: 'law', state: 'returned', reason: 'Who is it?' });
  });
});

describe('the next cycle', () => {
  it('shows what was accepted last time beside an empty draft', async () => {
    const submission = await submit(server, developer, app);
    const manager = await server.session(await server.staff('am'));
    const items = submission.items.map(({ requirementId }: { requirementId: string }) => ({
      requirementId,
      outcome: 'accept',
    }));
    await ask(server).post(`/v1/reviews/${submission.id}/decisions`).set(manager).send({ items }).expect(200);
    const { nextOpensAt } = await db
      .selectFrom('developers')
      .select('nextOpensAt')
      .where('id', '=', developer.developerId)
      .executeTakeFirstOrThrow();
    server.time.now = (nextOpensAt as number) + 1;
    await server.deps.lifecycle.transact(developer.developerId, {
      id: 'evt_nextcycle0001',
      type: 'clock.ticked',
      actor: { kind: 'clock', id: 'clock' },
    });
    developer.session = await server.session(developer.signatory);
    const next = await db
      .selectFrom('requirements')
      .select('id')
      .where('appId', '=', app.appId)
      .where('obligation', '=', 'law')
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow();
    expect(await read(`${developer.base}/requirements/${next.id}/draft`)).toMatchObject({
      version: 0,
      answers: {},
      lastCycle: { isClauseChanged: false, answers: { legalEntity: 'Harbour Light Retail Ltd. (sample)' } },
    });
  });
});

describe('applying a draft to other apps', () => {
  it('copies what the other app is asked too, and leaves the rest out', async () => {
    const both = await enrol(server, 'native', 'taobao-mini');
    const [from, to] = both.apps as [AttestedApp, AttestedApp];
    const { law: answers } = completeAnswers('native', { privacyPolicyUrl: 'https://harbourlight.example/privacy' });
    const path = draftPath(both, from, 'law');
    await ask(server).put(path).set(both.session).send({ answers, version: 0 }).expect(200);
    const { body } = await ask(server)
      .post(`${path}/copy`)
      .set(both.session)
      .send({ toAppIds: [to.appId] })
      .expect(200);
    expect(body.items).toEqual([
      { appId: to.appId, requirementId: to.requirements.law, version: 1, leftOut: ['applications'] },
    ]);
    const copied = await ask(server)
      .get(draftPath(both, to, 'law'))
      .set(both.session)
      .expect(200);
    expect(copied.body.answers).toMatchObject({ legalEntity: answers.legalEntity, sdkVersion: '5.2.1' });
    expect(copied.body.answers).not.toHaveProperty('applications');
  });

  it('changes nothing when one of the apps is not mine', async () => {
    const other = await enrol(server, 'native');
    const both = await enrol(server, 'native', 'native');
    const [from, to] = both.apps as [AttestedApp, AttestedApp];
    const path = draftPath(both, from, 'law');
    await ask(server)
      .put(path)
      .set(both.session)
      .send({ answers: { legalEntity: 'Harbour' }, version: 0 })
      .expect(200);
    await ask(server)
      .post(`${path}/copy`)
      .set(both.session)
      .send({ toAppIds: [to.appId, other.apps[0]?.appId] })
      .expect(404);
    expect(
      (
        await ask(server)
          .get(draftPath(both, to, 'law'))
          .set(both.session)
          .expect(200)
      ).body.version,
    ).toBe(0);
  });
});
