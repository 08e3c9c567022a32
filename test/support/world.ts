import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from '../../db/database';
import { startSession } from '../../db/workspace/sessions';
import { addStaff } from '../../db/workspace/staff';
import { createToken, newToken } from '../../db/workspace/tokens';
import { idFrom, type PersonId } from '../../domain/ids';
import type { StaffRole } from '../../domain/permissions';
import { nodePart } from '../../integrations/embedded/node-part';
import { freePort } from '../../integrations/embedded/ports';
import { supervise } from '../../integrations/embedded/supervise';
import { type ApiClient, apiClient, type InboxReader, inboxReader, signIn } from '../../main/api-client';
import { samplePolicyHost } from '../../main/sample-policies';
import { testDatabase, testDatabaseUrl } from './database';
import { temporalAddress } from './stack';
import { clearAway, throwAwayDirectory } from './throw-away';
import { patience } from './until';

/** Avow as it runs: its own server, worker and inbox processes, on this run's PostgreSQL and Temporal. */
export interface World {
  db: Database;
  serverUrl: string;
  inbox: InboxReader;
  /** Nobody in particular. */
  api: ApiClient;
  am: ApiClient;
  lead: ApiClient;
  admin: ApiClient;
  /** A vendor backend with every scope. */
  backend: ApiClient;
  amId: PersonId;
  signIn(email: string): Promise<ApiClient>;
  pids(): Record<string, number>;
  /** Our own outage: nothing is decided by the clock and nothing is mailed meanwhile. */
  stopWorker(): Promise<void>;
  startWorker(): Promise<void>;
  temporalAddress: string;
  directory: string;
  /** What its processes are started with. */
  environment: Readonly<Record<string, string>>;
}

const worlds: { stop(): Promise<unknown>; directory: string }[] = [];

/** Starts a world for this test file, with these settings beside its own; it ends after the file's last test, without being asked. */
export async function startWorld(settings: Readonly<Record<string, string>> = {}): Promise<World> {
  const db = await testDatabase();
  const directory = await throwAwayDirectory();
  const [server, smtp, web] = [await freePort(), await freePort(), await freePort()];
  const queue = randomBytes(6).toString('hex');
  const serverUrl = `http://127.0.0.1:${server}`;
  const environment: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    TZ: 'UTC',
    AVOW_EMBEDDED: '1',
    AVOW_ACCEPTS_VOLATILE: '1',
    LOG_LEVEL: 'info',
    MAIL_FROM: 'Avow <avow@vendor.example>',
    PUBLIC_URL: serverUrl,
    PORT: String(server),
    DATABASE_URL: testDatabaseUrl(db),
    TEMPORAL_ADDRESS: temporalAddress(),
    AVOW_OBLIGATIONS_QUEUE: `obligations-${queue}`,
    AVOW_PROCEDURES_QUEUE: `procedures-${queue}`,
    AVOW_CAMPAIGNS_QUEUE: `campaigns-${queue}`,
    SMTP_URL: `smtp://127.0.0.1:${smtp}`,
    AVOW_INBOX_DIRECTORY: join(directory, 'inbox'),
    AVOW_SMTP_PORT: String(smtp),
    AVOW_INBOX_PORT: String(web),
    AVOW_SERVED_HERE: `${samplePolicyHost}=${serverUrl}`,
    ...settings,
  };
  const compiled = join(__dirname, '..', '..', 'dist', 'main');
  const part = (name: string) =>
    nodePart({ name, script: join(compiled, `${name}.js`), environment, directory: join(directory, 'run') });
  const quiet = { say: () => undefined };
  const [supervision, first] = await Promise.all([
    supervise([part('inbox'), part('server')], quiet),
    supervise([part('worker')], quiet),
  ]);
  let worker = first;
  const stop = async () => {
    await worker.stop();
    await supervision.stop();
  };
  worlds.push({ stop, directory });

  const inbox = inboxReader(`http://127.0.0.1:${web}`, patience);
  const api = apiClient(serverUrl);
  const amId = await hire(db, 'am');
  const leadId = await hire(db, 'lead');
  const adminId = await hire(db, 'admin');
  await hire(db, 'legal');
  // As if they had followed their links before: signing in has its own tests.
  const signedIn = async (personId: PersonId) =>
    api.as((await startSession(db, personId, 'script', Date.now())).secret);
  const { token } = await backendToken(db, adminId);
  return {
    db,
    serverUrl,
    inbox,
    api,
    am: await signedIn(amId),
    lead: await signedIn(leadId),
    admin: await signedIn(adminId),
    backend: api.as(token),
    amId,
    signIn: (email) => signIn(api, inbox, email),
    pids: () => ({ ...supervision.pids(), ...worker.pids() }),
    stopWorker: () => worker.stop(),
    async startWorker() {
      worker = await supervise([part('worker')], quiet);
    },
    temporalAddress: temporalAddress(),
    directory,
    environment,
  };
}

async function hire(db: Database, role: StaffRole): Promise<PersonId> {
  const personId = idFrom('per', randomBytes(20));
  const email = `${role}@vendor.example`;
  await addStaff(db, { personId, name: `Vendor ${role}`, email, role, language: 'en' }, Date.now());
  return personId;
}

async function backendToken(db: Database, createdBy: PersonId): Promise<{ token: string }> {
  const token = newToken();
  await createToken(
    db,
    {
      id: idFrom('tok', randomBytes(20)),
      token,
      name: 'SDK backend',
      scopes: ['verify', 'developers:read', 'developers:write', 'mail-events:write'],
      expiresAt: null,
      createdBy,
    },
    Date.now(),
  );
  return { token };
}

afterAll(async () => {
  for (const world of worlds) {
    await world.stop();
    await clearAway(world.directory);
  }
  worlds.length = 0;
}, 240_000);
