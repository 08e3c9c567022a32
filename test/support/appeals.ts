import type { Database } from '../../db/database';
import type { PersonId } from '../../domain/ids';
import {
  type AttestedApp,
  attestationServer,
  checked,
  type Enrolled,
  enrol,
  type Session,
  submit,
} from './attestation';
import { livedDevelopers } from './lived-developers';
import { ask, type TestServer } from './server';

/** Why the developer appeals, in these tests. */
export const appealWords = 'The vendor is named in the third paragraph.';

/** A developer against whom something is decided, and the people who answer their appeals. */
export interface Dispute {
  server: TestServer;
  developer: Enrolled;
  app: AttestedApp;
  manager: PersonId;
  session: Session;
  lead: Session;
}

export async function dispute(db: Database): Promise<Dispute> {
  const server = attestationServer(db);
  const developer = await enrol(server, 'native');
  const manager = await server.staff('am');
  const app = developer.apps[0] as AttestedApp;
  const nobody = { Authorization: '' };
  return signedInAnew({ server, developer, app, manager, session: nobody, lead: nobody });
}

/** The same people with new sessions: time was moved. */
export async function signedInAnew(one: Dispute): Promise<Dispute> {
  const { server } = one;
  return {
    ...one,
    session: await server.session(one.manager),
    lead: await server.session(await server.staff('lead')),
    developer: { ...one.developer, session: await server.session(one.developer.signatory) },
  };
}

/** The first attestation, sent back by the account manager; returns the submission's id. */
export async function returned({ server, developer, app, session }: Dispute): Promise<string> {
  const { id } = await submit(server, developer, app);
  await checked(server, developer, id, 'amber');
  const items = Object.values(app.requirements).map((requirementId, index) =>
    index === 0
      ? { requirementId, outcome: 'return', reasonCode: 'other', reason: 'The vendor is not named.' }
      : { requirementId, outcome: 'accept' },
  );
  await ask(server).post(`/v1/reviews/${id}/decisions`).set(session).send({ items }).expect(200);
  return id;
}

/** Accepted once, then neglected for more than a year, with a live key. */
export async function suspended(
  db: Database,
  one: Dispute,
): Promise<{ suspensionId: string; keyId: string; dispute: Dispute }> {
  const { server, developer, app } = one;
  const lived = livedDevelopers(db);
  lived.time.now = server.time.now;
  await lived.attest(developer.developerId, app.appId);
  const { body: key } = await ask(server)
    .post(`${developer.base}/apps/${app.appId}/keys`)
    .set(developer.session)
    .send({ name: 'production', environment: 'live' })
    .expect(201);
  await lived.liveUntil(developer.developerId, 'suspended');
  server.time.now = lived.time.now + 60_000;
  const { id } = await db
    .selectFrom('suspensions')
    .select('id')
    .where('developerId', '=', developer.developerId)
    .executeTakeFirstOrThrow();
  return { suspensionId: id, keyId: key.id, dispute: await signedInAnew(one) };
}

/** The requests that these tests make. */
export function appealRequests(of: () => Dispute) {
  return {
    file(against: string, subject: string, as = of().developer.session, more: object = {}) {
      const { server, developer } = of();
      return ask(server)
        .post(`${developer.base}/appeals`)
        .set(as)
        .send({ against, subject, words: appealWords, ...more });
    },
    answer: (id: string, how: 'acknowledge' | 'decision' | 'withdraw', body: object | undefined, as: Session) =>
      ask(of().server).post(`/v1/appeals/${id}/${how}`).set(as).send(body),
    decide: (id: string, outcome: 'uphold' | 'dismiss', as = of().lead) =>
      ask(of().server)
        .post(`/v1/appeals/${id}/decision`)
        .set(as)
        .send({ outcome, words: 'The page names the vendor.' }),
    async appealable() {
      const { server, developer } = of();
      return (await ask(server).get(`${developer.base}/appealable`).set(developer.session).expect(200)).body.items;
    },
  };
}
