import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Database } from '../../db/database';
import { obligations } from '../../domain/obligations';
import { sdkProducts } from '../../domain/products';
import {
  type AttestedApp,
  checked,
  draftAll,
  type Enrolled,
  enrol,
  keptOf,
  newcomer,
  signature,
  submit,
} from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, noon, type TestServer } from '../support/server';

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

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const sign = (body: object, session = developer.session) => ask(server).post(path).set(session).send(body);
const kept = () => keptOf(db, developer);

describe('the walk from first draft to signature', () => {
  it.each(sdkProducts)('states all four obligations of %s', async (product) => {
    developer = await enrol(server, product);
    app = developer.apps[0] as AttestedApp;
    const submission = await submit(server, developer, app);
    expect(submission).toMatchObject({
      appId: app.appId,
      sdkProduct: product,
      state: 'checking',
      next: { who: 'vendor', by: expect.any(String) },
      isClockStopped: true,
      checks: 'pending',
      riskFlags: [],
      signedBy: developer.signatory,
      signedAt: new Date(noon).toISOString(),
    });
    expect(submission.items.map((item: { obligation: string }) => item.obligation)).toEqual(obligations);
    expect(await kept()).toEqual({ signatures: 1, statements: 4, drafts: 0 });
    const jobs = await db.selectFrom('outbox').select('kind').where('subject', '=', submission.id).execute();
    expect(jobs).toEqual([{ kind: 'run-checks' }]);
  });

  it('signs for several apps in one act, a submission for each', async () => {
    developer = await enrol(server, 'native', 'wechat-mini');
    path = `${developer.base}/submissions`;
    for (const each of developer.apps) await draftAll(server, developer, each);
    const { body } = await sign(await signature(server, developer, developer.apps)).expect(201);
    expect(body.items.map((item: { appId: string }) => item.appId).sort()).toEqual(
      developer.apps.map((each) => each.appId).sort(),
    );
    expect(new Set(body.items.map((item: { signatureId: string }) => item.signatureId)).size).toBe(1);
    expect(await kept()).toEqual({ signatures: 1, statements: 8, drafts: 0 });
  });

  it('carries what makes it higher risk', async () => {
    const submission = await submit(server, developer, app, { face: true });
    expect(submission.riskFlags).toEqual(['face-data']);
  });
});

describe('the sealed record', () => {
  it('reads as it read that day, and its hash can be computed again by anyone', async () => {
    const submission = await submit(server, developer, app);
    const consent = submission.items.find((item: { obligation: string }) => item.obligation === 'consent');
    const { body } = await ask(server)
      .get(`${developer.base}/statements/${consent.statementId}`)
      .set(developer.session)
      .expect(200);
    expect(sha256(canonicalize(body.record) as string)).toBe(body.sha256);
    expect(body.sha256).toBe(consent.sha256);
    const [file] = await db
      .selectFrom('evidence')
      .select(['id', 'sha256', 'mediaType', 'size'])
      .where('appId', '=', app.appId)
      .execute();
    expect(body.record).toMatchObject({
      format: 'avow-statement/1',
      developerId: developer.developerId,
      organisation: 'Harbour Light Retail Ltd.',
      app: { id: app.appId, name: 'Shop native' },
      sdkProduct: { slug: 'native' },
      obligation: { slug: 'consent', clauses: ['3.2', '3.3'] },
      requirementId: app.requirements.consent,
      submissionId: submission.id,
      language: 'en',
      signedAt: new Date(noon).toISOString(),
      evidence: [{ evidenceId: file?.id, sha256: file?.sha256, mediaType: file?.mediaType, size: file?.size }],
      signature: { id: submission.signatureId, signedBy: developer.signatory },
    });
    expect(body.record.statement).toMatch(/^We have obtained from the end users of this app/);
    expect(body.record.signature.words).toContain(body.record.statement);
  });

  it('holds no name, only a commitment that the name and its salt prove', async () => {
    const submission = await submit(server, developer, app);
    const { body } = await ask(server).get(`${path}/${submission.id}`).set(developer.session).expect(200);
    const row = await db
      .selectFrom('signatures')
      .selectAll()
      .where('id', '=', submission.signatureId)
      .executeTakeFirstOrThrow();
    const { salt, typedName, typedTitle } = row;
    expect({ typedName, typedTitle }).toEqual({ typedName: 'Mei Lin', typedTitle: 'Director' });
    expect(sha256(canonicalize({ salt, typedName, typedTitle }) as string)).toBe(body.receipt.commitment);
    const records = await db.selectFrom('statements').select('record').where('signatureId', '=', row.id).execute();
    expect(JSON.stringify(records)).not.toContain('Mei Lin');
    expect(body.receipt.statements).toEqual(
      submission.items.map(({ statementId, sha256: hash }: { statementId: string; sha256: string }) => ({
        statementId,
        sha256: hash,
      })),
    );
  });

  it('never changes', async () => {
    await submit(server, developer, app);
    await expect(
      db.updateTable('statements').set({ sha256: '0' }).where('appId', '=', app.appId).execute(),
    ).rejects.toThrow(/append-only/);
  });
});

describe('reading submissions', () => {
  it('lists them, and shows one with its checks and receipt', async () => {
    const submission = await submit(server, developer, app);
    await db
      .insertInto('checkResults')
      .values({
        submissionId: submission.id,
        developerId: developer.developerId,
        results: JSON.stringify([
          { name: 'policy-reachable', obligation: 'notice', outcome: 'amber', detail: 'No answer.' },
        ]),
        at: new Date(noon),
      })
      .execute();
    await checked(server, developer, submission.id, 'amber');
    const list = await ask(server).get(path).set(developer.session).query({ isAnswered: 'false' }).expect(200);
    expect(list.body.items).toMatchObject([{ id: submission.id, state: 'in-review', checks: 'amber' }]);
    const answered = await ask(server).get(path).set(developer.session).query({ isAnswered: 'true' }).expect(200);
    expect(answered.body.items).toEqual([]);
    const one = await ask(server).get(`${path}/${submission.id}`).set(developer.session).expect(200);
    expect(one.body.checkResults).toEqual([
      // Written down in English alone, before details were kept in both languages.
      {
        name: 'policy-reachable',
        obligation: 'notice',
        outcome: 'amber',
        detail: { en: 'No answer.', 'zh-CN': null },
      },
    ]);
  });

  it('is not for others', async () => {
    const submission = await submit(server, developer, app);
    const other = await enrol(server, 'native');
    const [item] = submission.items;
    for (const there of [
      `${path}/${submission.id}`,
      `${other.base}/submissions/${submission.id}`,
      `${other.base}/statements/${item.statementId}`,
    ]) {
      await ask(server).get(there).set(other.session).expect(404);
    }
  });
});
