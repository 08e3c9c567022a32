import type { Database } from '../../db/database';
import { type AttestedApp, attestationServer, draftAll, type Enrolled, enrol, submit } from '../support/attestation';
import { testDatabase } from '../support/database';
import { ask, type TestServer } from '../support/server';

let db: Database;
let server: TestServer;
let developer: Enrolled;
let app: AttestedApp;

beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  server = attestationServer(db);
  developer = await enrol(server, 'native');
  app = developer.apps[0] as AttestedApp;
});

describe('entering a step of the walk', () => {
  it('is remembered once', async () => {
    await draftAll(server, developer, app);
    const path = `${developer.base}/apps/${app.appId}/walk`;
    await ask(server).post(path).set(developer.session).send({ step: 'review' }).expect(200);
    const { body } = await ask(server).post(path).set(developer.session).send({ step: 'review' }).expect(200);
    expect(body).toEqual({
      appId: app.appId,
      step: 'review',
      steps: ['law', 'notice', 'consent', 'rights', 'review'],
    });
  });

  it('refuses a step there is not, an app that is not mine, and an app with nothing outstanding', async () => {
    const other = await enrol(server, 'native');
    const path = `${developer.base}/apps/${app.appId}/walk`;
    await ask(server).post(path).set(developer.session).send({ step: 'dance' }).expect(400);
    await ask(server)
      .post(`${developer.base}/apps/${other.apps[0]?.appId}/walk`)
      .set(developer.session)
      .send({ step: 'law' })
      .expect(404);
    await submit(server, developer, app);
    const { body } = await ask(server).post(path).set(developer.session).send({ step: 'law' }).expect(409);
    expect(body.code).toBe('submission.nothing-outstanding');
  });
});
