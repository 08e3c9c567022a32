import type { Database } from '../../db/database';
import { attestationServer, checked, type Enrolled, enrol, submit } from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let enrolled: Enrolled;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
});
beforeEach(async () => {
  enrolled = await enrol(server, 'native', 'wechat-mini');
});

const requirements = async (query: Record<string, string> = {}) =>
  (await ask(server).get(`${enrolled.base}/requirements`).set(enrolled.session).query(query).expect(200)).body;
const ofFirst = async () => (await requirements({ appId: enrolled.apps[0]?.appId ?? '' })).items[0];
const slugs = (list: { obligation: string }[]) => list.map(({ obligation }) => obligation).sort();
const four = ['consent', 'law', 'notice', 'rights'];

describe('what an app owes', () => {
  it('is all four obligations by the first due day, with what can be done instead', async () => {
    const app = await ofFirst();
    expect(app).toMatchObject({
      app: { standing: 'onboarding', sdkProduct: 'native' },
      upcoming: [],
      pastDue: [],
      pendingReview: [],
      dueOn: '2026-12-23',
      deadline: '2026-12-23T16:00:00.000Z',
      restrictsNotBeforeAt: null,
      suspendsNotBeforeAt: null,
      disabledReason: 'not-yet-attested',
      errors: [],
    });
    expect(slugs(app.currentlyDue)).toEqual(four);
    const instead = Object.fromEntries(
      app.alternatives.map(({ instead, of }: { instead: string; of: { obligation: string }[] }) => [
        instead,
        slugs(of),
      ]),
    );
    expect(instead).toEqual({ 'ask-for-time': four, 'claim-exemption': ['consent'], 'retire-app': four });
  });

  it('waits for review once submitted, and what is returned has to be stated anew, with the reason', async () => {
    const app = enrolled.apps[0] as (typeof enrolled.apps)[number];
    const submission = await submit(server, enrolled, app);
    expect(slugs((await ofFirst()).pendingReview)).toEqual(four);
    await checked(server, enrolled, submission.id, 'green');
    await server.deps.lifecycle.transact(enrolled.developerId, {
      id: 'evt_returnsome1',
      type: 'review.decided',
      actor: { kind: 'staff', id: await server.staff('am'), role: 'am' },
      submissionId: submission.id,
      items: Object.entries(app.requirements).map(([obligation, requirementId]) =>
        obligation === 'notice'
          ? { requirementId, outcome: 'return', reasonCode: 'notice.unreachable', reason: 'The page does not open.' }
          : { requirementId, outcome: 'accept' },
      ),
    });
    const after = await ofFirst();
    expect(slugs(after.currentlyDue)).toEqual(['notice']);
    expect(after.errors).toEqual([
      {
        code: 'notice.unreachable',
        reason: 'The page does not open.',
        requirement: { requirementId: app.requirements.notice, obligation: 'notice', clauses: ['3.2', '3.3'] },
      },
    ]);
  });

  it('is told ahead once nothing is due: the next window', async () => {
    const app = enrolled.apps[0] as (typeof enrolled.apps)[number];
    const submission = await submit(server, enrolled, app);
    await checked(server, enrolled, submission.id, 'green');
    await server.deps.lifecycle.transact(enrolled.developerId, {
      id: 'evt_acceptall1',
      type: 'review.decided',
      actor: { kind: 'staff', id: await server.staff('am'), role: 'am' },
      submissionId: submission.id,
      items: Object.values(app.requirements).map((requirementId) => ({ requirementId, outcome: 'accept' })),
    });
    const after = await ofFirst();
    expect(after).toMatchObject({ currentlyDue: [], pendingReview: [], deadline: null, disabledReason: null });
    expect(slugs(after.upcoming)).toEqual(four);
    expect(after.upcoming[0].requirementId).toBeNull();
    expect(after.upcomingFrom > '2026-11-23').toBe(true);
  });

  it('comes in pages of apps', async () => {
    const first = await requirements({ limit: '1' });
    const second = await requirements({ limit: '1', cursor: first.nextCursor });
    const names = [...first.items, ...second.items].map(({ app }: { app: { name: string } }) => app.name);
    expect(names).toEqual(['Shop native', 'Shop wechat-mini']);
    expect(second.nextCursor).toBeNull();
    await ask(server).get(`${enrolled.base}/requirements`).set(enrolled.session).query({ appId: 'dev_1' }).expect(400);
  });
});
