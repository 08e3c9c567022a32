import type { Database } from '../../db/database';
import { attestationServer } from '../support/attestation';
import { testDatabase } from '../support/database';
import type { Headers } from '../support/enrolment';
import { type Lapsing, lapsing, tick, withBudget } from '../support/lapsing';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let lead: Headers;
let developer: Lapsing;

const path = '/v1/enforcement/dry-run';

beforeAll(async () => {
  db = await testDatabase();
  server = attestationServer(db);
  developer = await lapsing(server, await server.session(await server.staff('am')), 'suspend');
  server.time.now -= 2 * 86_400_000;
  lead = await server.session(await server.staff('lead'));
  const backend = await server.token('verify');
  for (let times = 0; times < 3; times += 1)
    await ask(server)
      .get('/v1/verify')
      .set({ ...backend, 'X-SDK-Key': developer.secret })
      .expect(200);
  await ask(server)
    .post('/v1/verify')
    .set(backend)
    .send({ keys: [developer.secret, 'nonsense'] })
    .expect(200);
  await server.flushUse();
});

describe('the dry run', () => {
  it('lists who would be met, which keys, and how much they were used in the last day', async () => {
    const { body } = await ask(server).get(path).set(lead).query({ ahead: 'P7D' }).expect(200);
    expect(body).toMatchObject({
      totals: { developers: 1, apps: 1, keys: 1, verificationsLastDay: 4 },
      leftOff: 0,
      items: [
        {
          developerId: developer.developerId,
          appId: developer.appId,
          appName: 'Old',
          planId: developer.planId,
          step: 'suspend',
          blockedBy: null,
          at: new Date(server.time.now + 2 * 86_400_000).toISOString(),
          keys: [{ name: 'production', prefix: 'avow_live_', verificationsLastDay: 4 }],
        },
      ],
    });
  });

  it('says nothing of what comes later, and changes nothing', async () => {
    const { body } = await ask(server).get(path).set(lead).query({ ahead: 'PT24H' }).expect(200);
    expect(body).toMatchObject({ totals: { developers: 0, apps: 0, keys: 0 }, items: [] });
    const { standing } = await db
      .selectFrom('apps')
      .select('standing')
      .where('id', '=', developer.appId)
      .executeTakeFirstOrThrow();
    expect(standing).toBe('restricted');
  });

  it('counts the use of a day, in hours, and adds to what is there', async () => {
    const backend = await server.token('verify');
    const headers = { ...backend, 'X-SDK-Key': developer.secret };
    await ask(server).get('/v1/verify/gateway').set(headers).expect(204);
    await server.flushUse();
    const rows = await db.selectFrom('keyUsage').select('count').execute();
    expect(rows).toEqual([{ count: 5 }]);
    server.time.now += 25 * 3_600_000;
    lead = await server.session(await server.staff('lead'));
    const { body } = await ask(server).get(path).set(lead).query({ ahead: 'P7D' }).expect(200);
    expect(body.totals.verificationsLastDay).toBe(0);
  });

  it('tells of what is held, and of what a release names', async () => {
    server.time.now += 23 * 3_600_000;
    [lead] = [await server.session(await server.staff('lead'))];
    await ask(server)
      .post('/v1/enforcement/holds')
      .set(lead)
      .send({ developerId: null, reason: 'We look first.' })
      .expect(201);
    const held = await ask(server).get(path).set(lead).expect(200);
    expect(held.body.items).toEqual([expect.objectContaining({ planId: developer.planId, blockedBy: 'hold' })]);
    const { body: holds } = await ask(server).get('/v1/enforcement/holds').set(lead).expect(200);
    await ask(server)
      .post(`/v1/enforcement/holds/${holds.items[0].id}/lift`)
      .set(lead)
      .send({ reason: 'Fine.' })
      .expect(200);
    await tick(withBudget(server, 0), developer.developerId);
    const { body: release } = await ask(server)
      .post('/v1/enforcement/releases')
      .set(lead)
      .send({ planIds: [developer.planId], reason: 'They are right.' })
      .expect(201);
    const { body } = await ask(server).get(path).set(lead).query({ releaseId: release.id }).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ planId: developer.planId, step: 'suspend', at: null, blockedBy: 'budget' }),
    ]);
    await ask(server).get(path).set(lead).query({ releaseId: 'rls_0000000000' }).expect(404);
  });

  it('looks at most a quarter of a year ahead, and is for the vendor', async () => {
    await ask(server).get(path).set(lead).query({ ahead: 'P91D' }).expect(400);
    await ask(server).get(path).expect(401);
    await ask(server)
      .get(path)
      .set(await server.token('developers:read'))
      .expect(403);
  });
});
