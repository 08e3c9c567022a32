import type { Database } from '../../db/database';
import type { PersonId } from '../../domain/ids';
import { attestationServer, checked, type Enrolled, enrol, fresh, submit, submitClaim } from '../support/attestation';
import { testDatabase } from '../support/database';
import type { Headers } from '../support/enrolment';
import { type Lapsing, lapsing } from '../support/lapsing';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let managerId: PersonId;
let manager: Headers;
let other: Headers;
let lead: Headers;
let inReview: Enrolled;
let lapsed: Lapsing;

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  managerId = await server.staff('am');
  manager = await server.session(managerId);
  lapsed = await lapsing(server, manager, 'suspend');
  server.time.now -= 2 * 86_400_000;
  const backend = await server.token('verify');
  await ask(server)
    .get('/v1/verify')
    .set({ ...backend, 'X-SDK-Key': lapsed.secret })
    .expect(200);
  await server.flushUse();
  inReview = await enrol(server, 'native', 'wechat-mini', 'taobao-mini');
  const [first, second, third] = inReview.apps;
  if (!first || !second || !third) throw new Error('three apps are expected');
  const submission = await submit(server, inReview, first);
  await checked(server, inReview, submission.id, 'green');
  server.time.now += 60_000;
  const claim = await submitClaim(server, inReview, second, '2028-01-01');
  await checked(server, inReview, claim.id, 'green');
  await ask(server)
    .post(`${inReview.base}/extensions`)
    .set(inReview.session)
    .send({ untilOn: await daysAfterDue(inReview, 10), plan: 'We need time.' })
    .expect(201);
  await db
    .updateTable('developerProfiles')
    .set({ accountManagerId: managerId })
    .where('developerId', 'in', [inReview.developerId, lapsed.developerId])
    .execute();
  manager = await server.session(managerId);
  other = await server.session(await server.staff('am'));
  lead = await server.session(await server.staff('lead'));
});

const cycleOf = ({ developerId }: Enrolled) =>
  db
    .selectFrom('cycles')
    .select(['id', 'dueOn'])
    .where('developerId', '=', developerId)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();

async function daysAfterDue(developer: Enrolled, days: number): Promise<string> {
  const { dueOn } = await cycleOf(developer);
  return new Date(Date.parse(String(dueOn)) + days * 86_400_000).toISOString().slice(0, 10);
}

const today = async (headers: Headers, query: Record<string, string> = {}) =>
  (await ask(server).get('/v1/desk/today').set(headers).query(query).expect(200)).body;
const portfolio = async (headers: Headers, query: Record<string, string> = {}) =>
  (await ask(server).get('/v1/desk/portfolio').set(headers).query(query).expect(200)).body;

describe('what needs me today', () => {
  it('is told an account manager of their own developers, oldest first, with the age against the service level', async () => {
    const body = await today(manager);
    expect(body.scope).toBe('mine');
    expect(body.reviews).toMatchObject({
      count: 2,
      overdueCount: 0,
      items: [
        {
          developer: { id: inReview.developerId, legalName: 'Harbour Light Retail Ltd.' },
          app: { name: 'Shop native' },
          workingDaysWaiting: 0,
          isOverdue: false,
        },
        { app: { name: 'Shop wechat-mini' } },
      ],
    });
    expect(Date.parse(body.reviews.items[0].dueAt)).toBeGreaterThan(server.time.now);
    expect(body.exemptions).toMatchObject({
      count: 1,
      items: [{ obligation: 'consent', askedUntilOn: '2028-01-01', app: { name: 'Shop wechat-mini' } }],
    });
    expect(body.extensions).toMatchObject({ count: 1, items: [{ dueAt: null, isOverdue: false }] });
  });

  it('tells of suspensions in the next 14 days with their reach', async () => {
    const { suspendsNotBeforeAt } = await db
      .selectFrom('plans')
      .select('suspendsNotBeforeAt')
      .where('id', '=', lapsed.planId)
      .executeTakeFirstOrThrow();
    const { suspensions } = await today(manager);
    expect(suspensions).toMatchObject({
      count: 1,
      developerCount: 1,
      keyCount: 1,
      verificationsLastDay: 1,
      items: [
        {
          developer: { id: lapsed.developerId },
          app: { id: lapsed.appId, name: 'Old' },
          notBeforeAt: new Date(suspendsNotBeforeAt ?? 0).toISOString(),
          keyCount: 1,
          verificationsLastDay: 1,
        },
      ],
    });
  });

  it('is nothing for somebody who has no developers, unless they ask for everybody’s', async () => {
    const none = await today(other);
    for (const kind of ['reviews', 'extensions', 'exemptions', 'appeals', 'findings', 'bounced', 'notStarted'])
      expect(none[kind]).toEqual({ count: 0, overdueCount: 0, items: [] });
    expect(none.suspensions).toMatchObject({ count: 0, items: [] });
    expect((await today(other, { scope: 'all' })).reviews.count).toBe(2);
  });

  it('shows a lead everybody’s, and no more of each than was asked for', async () => {
    const body = await today(lead, { first: '1' });
    expect(body).toMatchObject({ scope: 'all', reviews: { count: 2 } });
    expect(body.reviews.items).toHaveLength(1);
    await ask(server).get('/v1/desk/today').set(lead).query({ first: '0' }).expect(400);
    await ask(server).get('/v1/desk/today').set(lead).query({ first: '21' }).expect(400);
  });

  it('tells of a notice that reached nobody until somebody saw to it', async () => {
    const { id } = await db
      .selectFrom('notices')
      .select('id')
      .where('developerId', '=', inReview.developerId)
      .where('template', '=', 'invitation')
      .executeTakeFirstOrThrow();
    const actor = { kind: 'system', id: 'mail' } as const;
    await server.deps.lifecycle.transact(inReview.developerId, {
      id: fresh('evt'),
      type: 'notice.bounced',
      actor,
      noticeId: id,
      detail: 'refused',
    });
    const { bounced } = await today(manager);
    expect(bounced).toMatchObject({ count: 1, items: [{ noticeId: id, template: 'invitation' }] });
    const listed = await ask(server)
      .get('/v1/developers')
      .set(manager)
      .query({ isUnreachable: 'true', accountManagerId: managerId })
      .expect(200);
    expect(listed.body.items).toMatchObject([{ id: inReview.developerId, isUnreachable: true, openReviewCount: 2 }]);
    const tasks = await ask(server).get('/v1/tasks').set(manager).query({ kind: 'bounced-contact' }).expect(200);
    await ask(server).post(`/v1/tasks/${tasks.body.items[0].id}/close`).set(manager).expect(200);
    expect((await today(manager)).bounced.count).toBe(0);
  });

  it('counts a review that waits past its service level as overdue', async () => {
    server.time.now += 14 * 86_400_000;
    manager = await server.session(managerId);
    const { reviews } = await today(manager);
    expect(reviews).toMatchObject({ overdueCount: 2, items: [{ isOverdue: true, workingDaysWaiting: 10 }, {}] });
    server.time.now -= 14 * 86_400_000;
  });

  it('is the vendor’s alone', async () => {
    await ask(server).get('/v1/desk/today').set(inReview.session).expect(403);
    await ask(server).get('/v1/desk/portfolio').set(inReview.session).expect(403);
  });
});

describe('the portfolio at a glance', () => {
  it('counts apps by standing and developers by their day', async () => {
    const body = await portfolio(manager);
    const counted = Object.fromEntries(
      body.standings.map(({ standing, apps }: { standing: string; apps: number }) => [standing, apps]),
    );
    expect(counted).toEqual({
      onboarding: 3,
      active: 0,
      due: 0,
      grace: 0,
      restricted: 1,
      suspended: 0,
      revoked: 0,
      offboarded: 0,
    });
    expect(body).toMatchObject({ scope: 'mine', developerCount: 2, appCount: 4, due: { overdue: 1, within30Days: 1 } });
    expect((await portfolio(other)).developerCount).toBe(0);
  });

  it('reckons the days before back from the record', async () => {
    const { trend } = await portfolio(manager);
    expect(trend).toHaveLength(30);
    const of = (index: number, standing: string) =>
      trend.at(index).standings.find((one: { standing: string }) => one.standing === standing).apps;
    // Today the three new apps are there; yesterday they were not. The old one was in grace and then restricted.
    expect([of(-1, 'onboarding'), of(-2, 'onboarding')]).toEqual([3, 0]);
    expect([of(-1, 'restricted'), of(-2, 'restricted')]).toEqual([1, 1]);
    // On which day it was restricted hangs on its id and on the weekday of its due day; once it was, it stays so.
    const days = Array.from({ length: 25 }, (_, index) => index - 25);
    const stood = days.map((ago) =>
      of(ago, 'grace') === 1 ? 'grace' : of(ago, 'restricted') === 1 ? 'restricted' : 'neither',
    );
    expect([...new Set(stood)]).toEqual(['grace', 'restricted']);
    expect([...stood].sort()).toEqual(stood);
    expect([of(-25, 'onboarding'), of(-25, 'grace')]).toEqual([0, 1]);
  });

  it('shares one count of everybody’s until something is decided, or time makes something late', async () => {
    const first = await portfolio(lead);
    expect(first).toMatchObject({ scope: 'all', developerCount: 2 });
    server.time.now += 1_000;
    expect((await portfolio(lead)).countedAt).toBe(first.countedAt);
    server.time.now += 60_000;
    const second = await portfolio(lead);
    expect(second.countedAt).not.toBe(first.countedAt);
    const before = await today(lead, { scope: 'all' });
    expect(await today(lead, { scope: 'all' })).toEqual(before);
    await enrol(server, 'native');
    expect((await portfolio(lead)).developerCount).toBe(3);
    server.time.now += 5;
    expect((await today(lead, { scope: 'all' })).asOf).not.toBe(before.asOf);
  });
});
