import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import pino from 'pino';
import request from 'supertest';
import type { Database } from '../../db/database';
import { addKeyUsage } from '../../db/workspace/key-usage';
import { startSession } from '../../db/workspace/sessions';
import { createToken, markTokensUsed, newToken } from '../../db/workspace/tokens';
import { currentCatalogueVersion } from '../../domain/catalogue';
import { type DeveloperId, idFrom, type KeyId, type PersonId, type TokenId } from '../../domain/ids';
import type { LifecycleEvent } from '../../domain/lifecycle/events';
import type { ContactRole, StaffRole, TokenScope } from '../../domain/permissions';
import { defaultTerms } from '../../domain/terms';
import { everyMail } from '../../mail/samples/every-mail';
import { createApp } from '../../server/app';
import { renderCertificate } from '../../server/certificates/render';
import type { Lifecycle, ServerDeps, ServerSettings } from '../../server/deps';
import { renderPopulation } from '../../server/population/render';
import { Follower } from '../../server/verify/follower';
import { loadSigner } from '../../server/verify/signer';
import { createVerifier } from '../../server/verify/verifier';

export const publicUrl = 'http://localhost:4680';
/** Monday noon in UTC: where the clock of these tests stands until a test moves it. */
export const noon = Date.parse('2026-11-23T12:00:00Z');

export interface TestServer {
  app: (request: IncomingMessage, response: ServerResponse) => void;
  deps: ServerDeps;
  /** Wall time of the server; set it to move it. */
  time: { now: number };
  /** Everything that was logged, a JSON text a line. */
  logged: string[];
  /** What the stand-in lifecycle was told; empty when `lifecycle` was given. */
  told: LifecycleEvent[];
  /** Writes down how often keys were asked about, as a server does every few seconds. */
  flushUse(): Promise<void>;
  developer(): Promise<DeveloperId>;
  person(given?: { email?: string; name?: string }): Promise<PersonId>;
  contact(
    developerId: DeveloperId,
    role: ContactRole,
    given?: { personId?: PersonId; isVerified?: boolean },
  ): Promise<PersonId>;
  staff(role: StaffRole): Promise<PersonId>;
  /** The Authorization header of a new session of this person. */
  session(personId: PersonId): Promise<{ Authorization: string }>;
  /** The Authorization header of a new API token. */
  token(...scopes: TokenScope[]): Promise<{ Authorization: string }>;
}

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));

/** A server on a real database, with a clock that stands still and limits wide enough not to be met by accident. */
export function testServer(
  db: Database,
  options: { settings?: Partial<ServerSettings>; lifecycle?: Lifecycle } = {},
): TestServer {
  const time = { now: noon };
  const logged: string[] = [];
  const told: LifecycleEvent[] = [];
  const wide = { limit: 100_000, windowMs: 60_000 };
  const deps: ServerDeps = {
    db,
    clock: { now: () => time.now },
    logger: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    settings: {
      publicUrl,
      isEmbedded: true,
      rateLimits: { perCaller: wide, keysPerToken: wide, signInPerEmail: wide, signInPerAddress: wide },
      checksAnswers: true,
      webDirectory: join(__dirname, '..', '..', 'dist', 'web'),
      ...options.settings,
    },
    renderCertificate,
    sampleMails: everyMail,
    renderPopulation,
    lifecycle: {
      terms: defaultTerms,
      calendars: {},
      catalogueVersion: currentCatalogueVersion,
      isEmbedded: true,
      ...(options.lifecycle ?? {
        async transact(_developerId, event, { alongside } = {}) {
          await db.transaction().execute(async (transaction) => alongside?.(transaction));
          told.push(event);
        },
      }),
    },
  };
  const server: TestServer = {
    ...listenerOf(deps),
    deps,
    time,
    logged,
    told,
    async developer() {
      const developerId = id('dev');
      await db
        .insertInto('developers')
        .values({
          id: developerId,
          timeZone: 'Asia/Shanghai',
          country: 'CN',
          language: 'en',
          enrolledAt: new Date(time.now),
          lastDecisionAt: new Date(time.now),
        } as never)
        .execute();
      return developerId;
    },
    async person({ email = `${id('per')}@example.com`, name = 'Mei Lin' } = {}) {
      const personId = id('per');
      await db
        .insertInto('people')
        .values({
          id: personId,
          name,
          email,
          emailNormalised: email.toLowerCase(),
          createdAt: new Date(time.now),
          erasedAt: null,
        })
        .execute();
      return personId;
    },
    async contact(developerId, role, { personId, isVerified = true } = {}) {
      const who = personId ?? (await server.person());
      const verifiedAt = isVerified ? new Date(time.now) : null;
      await db
        .insertInto('memberships')
        .values({
          personId: who,
          developerId,
          role,
          language: 'en',
          isIntroducer: true,
          addedAt: new Date(time.now),
          verifiedAt,
        })
        .execute();
      return who;
    },
    async staff(role) {
      const personId = await server.person();
      await db
        .insertInto('staff')
        .values({ personId, role, language: 'en', isActive: true, addedAt: new Date(time.now) })
        .execute();
      return personId;
    },
    async session(personId) {
      return { Authorization: `Bearer ${(await startSession(db, personId, 'script', time.now)).secret}` };
    },
    async token(...scopes) {
      const token = newToken();
      const createdBy = await server.staff('admin');
      await createToken(db, { id: id('tok'), token, name: 'test', scopes, expiresAt: null, createdBy }, time.now);
      return { Authorization: `Bearer ${token}` };
    },
  };
  return server;
}

/** As main/serve.ts puts it together. What verifiers know is read anew before every request, so that no test has to wait for it. */
function listenerOf(deps: ServerDeps): Pick<TestServer, 'app' | 'flushUse'> {
  const { db, clock, logger, settings, lifecycle } = deps;
  const others = createApp(deps);
  const follower = new Follower({ db, clock, isEmbedded: lifecycle.isEmbedded });
  const signer = () => loadSigner(db, clock.now());
  const verifier = createVerifier({ follower, clock, logger, settings, signer });
  let reading = Promise.resolve();
  const app: TestServer['app'] = (request, response) => {
    if (!/^\/(v1\/(verify|keys)|metrics|\.well-known)/.test(request.url ?? '')) return others(request, response);
    reading = reading.then(() => follower.read());
    reading.then(
      () => verifier.answer(request, response) || others(request, response),
      (fault: Error) => response.destroy(fault),
    );
  };
  const sink = {
    keys: (uses: ReadonlyMap<KeyId, number>, at: number) => addKeyUsage(db, uses, at),
    tokens: (ids: readonly TokenId[], at: number) => markTokensUsed(db, ids, at),
  };
  return { app, flushUse: () => verifier.flush(sink) };
}

const listening = new Map<TestServer['app'], Server>();

/** Requests against a test server, which listens from the first one on: supertest alone would open a port for each. */
export function ask({ app }: TestServer) {
  const known = listening.get(app);
  if (known) return request(known);
  const opened = createServer(app).listen(0);
  // A connection that lay idle for five seconds would be closed, perhaps under the request that takes it up again.
  opened.keepAliveTimeout = 0;
  listening.set(app, opened);
  return request(opened);
}

// Registered when a test file imports this module, so that no file can forget it.
afterAll(() => {
  for (const server of listening.values()) {
    server.close();
    server.closeAllConnections();
  }
  listening.clear();
});
