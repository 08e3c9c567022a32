import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/database';
import { createTransact } from '../../db/lifecycle/transact';
import { currentCatalogueVersion } from '../../domain/catalogue';
import { type AppId, type DeveloperId, idFrom, type PersonId, type RequirementId } from '../../domain/ids';
import { type ObligationSlug, obligations } from '../../domain/obligations';
import { completeAnswers } from '../../domain/obligations/sample-answers';
import type { SdkProductSlug } from '../../domain/products';
import { defaultTerms } from '../../domain/terms';
import { ask, type TestServer, testServer } from './server';

export type Session = { Authorization: string };

export interface AttestedApp {
  appId: AppId;
  product: SdkProductSlug;
  requirements: Record<ObligationSlug, RequirementId>;
}

export interface Enrolled {
  developerId: DeveloperId;
  signatory: PersonId;
  session: Session;
  apps: AttestedApp[];
  /** `/v1/developers/{developerId}` */
  base: string;
}

export const fresh = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
export const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** A server whose lifecycle is the real one. */
export function attestationServer(db: Database): TestServer {
  const transact = createTransact({
    db,
    clock: { now: () => server.time.now },
    terms: defaultTerms,
    calendars: {},
    catalogueVersion: currentCatalogueVersion,
    isEmbedded: true,
  });
  const server: TestServer = testServer(db, {
    lifecycle: { transact },
  });
  return server;
}

/** A developer with a signatory and one app for each product named, all waiting for their first attestation. */
export async function enrol(server: TestServer, ...products: SdkProductSlug[]): Promise<Enrolled> {
  const { db, lifecycle } = server.deps;
  const developerId = fresh('dev');
  const by = { actor: { kind: 'system', id: 'test' } as const };
  const now = new Date(server.time.now);
  await lifecycle.transact(
    developerId,
    {
      id: fresh('evt'),
      type: 'developer.enrolled',
      developerId,
      timeZone: 'Asia/Shanghai',
      country: 'CN',
      language: 'en',
      ...by,
    },
    {
      alongside: async (trx) =>
        void (await trx
          .insertInto('developerProfiles')
          .values({ developerId, legalName: 'Harbour Light Retail Ltd.', accountManagerId: null, createdAt: now })
          .execute()),
    },
  );
  const signatory = await server.contact(developerId, 'signatory');
  const apps: AttestedApp[] = [];
  for (const product of products) {
    const appId = fresh('app');
    await lifecycle.transact(
      developerId,
      { id: fresh('evt'), type: 'app.registered', apps: [{ appId, sdkProduct: product }], ...by },
      {
        alongside: async (trx) =>
          void (await trx
            .insertInto('appProfiles')
            .values({ appId, developerId, name: `Shop ${product}`, createdAt: now })
            .execute()),
      },
    );
    const rows = await db.selectFrom('requirements').select(['id', 'obligation']).where('appId', '=', appId).execute();
    const requirements = Object.fromEntries(rows.map((row) => [row.obligation, row.id])) as AttestedApp['requirements'];
    apps.push({ appId, product, requirements });
  }
  const session = await server.session(signatory);
  return { developerId, signatory, session, apps, base: `/v1/developers/${developerId}` };
}

/** Where most tests of attesting begin: a server of their own, and a developer with one app that waits for its first attestation. */
export async function newcomer(db: Database): Promise<{ server: TestServer; developer: Enrolled; app: AttestedApp }> {
  const server = attestationServer(db);
  const developer = await enrol(server, 'native');
  return { server, developer, app: developer.apps[0] as AttestedApp };
}

/** How much of a developer's signing is kept. */
export async function keptOf(db: Database, { developerId }: Enrolled) {
  const count = async (table: 'signatures' | 'statements' | 'drafts') =>
    (await db.selectFrom(table).select('developerId').where('developerId', '=', developerId).execute()).length;
  return {
    signatures: await count('signatures'),
    statements: await count('statements'),
    drafts: await count('drafts'),
  };
}

/** Uploads a made-up capture; returns its id. */
export async function upload(server: TestServer, { base, session }: Enrolled, { appId }: AttestedApp): Promise<string> {
  const { body } = await ask(server)
    .post(`${base}/apps/${appId}/evidence`)
    .set(session)
    .set('Content-Type', 'image/png')
    .set('Content-Disposition', 'attachment; filename="consent.png"')
    .send(png)
    .expect(201);
  return body.id;
}

/** Saves complete drafts of every obligation of an app. */
export async function draftAll(
  server: TestServer,
  enrolled: Enrolled,
  app: AttestedApp,
  options: { face?: boolean } = {},
): Promise<void> {
  const evidenceId = await upload(server, enrolled, app);
  const answers = completeAnswers(app.product, {
    privacyPolicyUrl: 'https://harbourlight.example/privacy',
    evidenceId,
    ...options,
  });
  for (const obligation of obligations) {
    await ask(server)
      .put(draftPath(enrolled, app, obligation))
      .set(enrolled.session)
      .send({ answers: answers[obligation], version: 0 })
      .expect(200);
  }
}

export function draftPath({ base }: Enrolled, app: AttestedApp, obligation: ObligationSlug): string {
  return `${base}/requirements/${app.requirements[obligation]}/draft`;
}

/** A signing request in the server's own words, for the apps named. */
export async function signature(server: TestServer, { base, session }: Enrolled, apps: readonly AttestedApp[]) {
  const appIds = apps.map((app) => app.appId);
  const { body } = await ask(server)
    .get(`${base}/signing`)
    .set(session)
    .query({ appIds: appIds.join(','), language: 'en' })
    .expect(200);
  const words: string = body.words;
  return {
    appIds,
    signature: { typedName: 'Mei Lin', typedTitle: 'Director', hasAuthority: true, words, language: 'en' },
  };
}

/** Drafts and signs everything of an app, with a legal exemption claimed until this day; returns the submission. */
export async function submitClaim(
  server: TestServer,
  enrolled: Enrolled,
  app: AttestedApp,
  endsOn: string,
  options: { face?: boolean } = {},
) {
  await draftAll(server, enrolled, app, options);
  await draftClaim(server, enrolled, app.requirements.consent, endsOn);
  const { body } = await ask(server)
    .post(`${enrolled.base}/submissions`)
    .set(enrolled.session)
    .send(await signature(server, enrolled, [app]))
    .expect(201);
  return body.items[0];
}

/** What the sample claims. */
export const sampleClaim = {
  statute: 'Personal Data Protection Act 2012, section 17',
  jurisdiction: 'SG',
  reason: 'The First Schedule lets a public agency collect it without consent.',
};

/** Drafts a claim of a legal exemption where consent is asked. */
export async function draftClaim(
  server: TestServer,
  { base, session }: Enrolled,
  requirementId: RequirementId,
  endsOn: string,
): Promise<void> {
  const path = `${base}/requirements/${requirementId}/draft`;
  const { body } = await ask(server).get(path).set(session).expect(200);
  const answers = { basis: 'exemption', exemption: { ...sampleClaim, endsOn } };
  await ask(server).put(path).set(session).send({ answers, version: body.version }).expect(200);
}

/** Drafts and signs everything of an app; returns the submission. */
export async function submit(
  server: TestServer,
  enrolled: Enrolled,
  app: AttestedApp,
  options: { face?: boolean } = {},
) {
  await draftAll(server, enrolled, app, options);
  const { body } = await ask(server)
    .post(`${enrolled.base}/submissions`)
    .set(enrolled.session)
    .send(await signature(server, enrolled, [app]))
    .expect(201);
  return body.items[0];
}

/** Tells the lifecycle how the automatic checks of a submission ended. */
export async function checked(
  server: TestServer,
  { developerId }: Enrolled,
  submissionId: string,
  outcome: 'green' | 'amber' | 'red',
): Promise<void> {
  await server.deps.lifecycle.transact(developerId, {
    id: fresh('evt'),
    type: 'checks.completed',
    actor: { kind: 'system', id: 'checks' },
    submissionId: submissionId as never,
    outcome,
  });
}
