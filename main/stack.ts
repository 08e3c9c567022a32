import { homedir } from 'node:os';
import { join } from 'node:path';
import { nodePart } from '../integrations/embedded/node-part';
import type { Part, Say } from '../integrations/embedded/part';
import { startPostgres } from '../integrations/embedded/postgres';
import { type Supervision, supervise } from '../integrations/embedded/supervise';
import { startTemporal } from '../integrations/embedded/temporal';
import { findTemporalBinary } from '../integrations/embedded/temporal-binary';
import { samplePolicyHost } from './sample-policies';

/** Where the parts of an embedded stack listen, all on 127.0.0.1. */
export interface StackPorts {
  server: number;
  inbox: number;
  smtp: number;
  postgres: number;
  temporal: number;
  temporalUi: number;
}

export interface StackOptions {
  /** Holds everything that must survive. */
  directory: string;
  ports: StackPorts;
  /** Of the process that starts it: PATH, HOME, and what an owner set instead of an embedded part. */
  environment: Readonly<Record<string, string | undefined>>;
  say: Say;
  /** Done once, when the server has brought the database up to date and before the worker runs. */
  prepare?: (environment: Record<string, string | undefined>) => Promise<void>;
  /** See `SuperviseOptions`: lower where parts are ended on purpose. */
  steadyMilliseconds?: number;
}

export interface Stack extends Supervision {
  serverUrl: string;
  inboxUrl: string;
  temporalUiUrl: string;
  databaseUrl: string;
  /** The environment that the server and the worker run with. */
  environment: Record<string, string | undefined>;
}

/**
 * Brings up the real parts on this machine, each its own process: PostgreSQL, Temporal, the mail inbox, the server, the worker.
 * Any of DATABASE_URL, TEMPORAL_ADDRESS and SMTP_URL that is set takes the place of its part. What dies is started again.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { directory, ports, environment, say } = options;
  const env: Record<string, string | undefined> = {
    PATH: environment.PATH,
    HOME: environment.HOME,
    TZ: 'UTC',
    VENDOR_NAME: environment.VENDOR_NAME,
    VENDOR_CONTACT_EMAIL: environment.VENDOR_CONTACT_EMAIL,
    VENDOR_TIME_ZONE: environment.VENDOR_TIME_ZONE,
    VENDOR_COUNTRY: environment.VENDOR_COUNTRY,
    VENDOR_HOLIDAYS: environment.VENDOR_HOLIDAYS,
    VENDOR_WORKDAYS: environment.VENDOR_WORKDAYS,
    FREEZE_DAYS: environment.FREEZE_DAYS,
    AVOW_SERVED_HERE: `${samplePolicyHost}=http://127.0.0.1:${ports.server}`,
    AVOW_EMBEDDED: '1',
    LOG_LEVEL: environment.LOG_LEVEL ?? 'info',
    MAIL_FROM: environment.MAIL_FROM ?? 'Avow <avow@vendor.example>',
    PUBLIC_URL: `http://127.0.0.1:${ports.server}`,
    PORT: String(ports.server),
    DATABASE_URL: environment.DATABASE_URL,
    TEMPORAL_ADDRESS: environment.TEMPORAL_ADDRESS ?? `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: environment.TEMPORAL_NAMESPACE ?? 'default',
    TEMPORAL_UI_URL:
      environment.TEMPORAL_UI_URL ??
      (environment.TEMPORAL_ADDRESS ? undefined : `http://127.0.0.1:${ports.temporalUi}`),
    SMTP_URL: environment.SMTP_URL ?? `smtp://127.0.0.1:${ports.smtp}`,
    AVOW_INBOX_DIRECTORY: join(directory, 'inbox'),
    AVOW_SMTP_PORT: String(ports.smtp),
    AVOW_INBOX_PORT: String(ports.inbox),
  };
  const parts: Part[] = [];
  if (!environment.DATABASE_URL) parts.push(postgresPart(options, env));
  if (!environment.TEMPORAL_ADDRESS) parts.push(await temporalPart(options));
  const node = (name: string, script: string) =>
    nodePart({ name, script: join(__dirname, script), environment: env, directory: join(directory, 'run'), say });
  if (!environment.SMTP_URL) parts.push(node('inbox', 'inbox.js'));
  parts.push(
    node('server', 'server.js'),
    preparedFirst(node('worker', 'worker.js'), async () => options.prepare?.(env)),
  );
  const supervision = await supervise(parts, { say, steadyMilliseconds: options.steadyMilliseconds });
  return {
    ...supervision,
    serverUrl: `http://127.0.0.1:${ports.server}`,
    inboxUrl: `http://127.0.0.1:${ports.inbox}`,
    temporalUiUrl: `http://127.0.0.1:${ports.temporalUi}`,
    databaseUrl: env.DATABASE_URL ?? '',
    environment: env,
  };
}

function preparedFirst(part: Part, prepare: () => Promise<void>): Part {
  let prepared: Promise<void> | undefined;
  return {
    name: part.name,
    async start() {
      prepared ??= prepare();
      await prepared;
      return part.start();
    },
  };
}

/** PostgreSQL comes first; its address, with the password it made, goes into the environment of the others. */
function postgresPart(options: StackOptions, env: Record<string, string | undefined>): Part {
  return {
    name: 'postgres',
    async start() {
      const postgres = await startPostgres({
        directory: join(options.directory, 'postgres'),
        port: options.ports.postgres,
        say: options.say,
      });
      await postgres.createDatabase('avow');
      env.DATABASE_URL = postgres.url('avow');
      return postgres;
    },
  };
}

async function temporalPart(options: StackOptions): Promise<Part> {
  const { environment, say, directory, ports } = options;
  const binary = await findTemporalBinary({
    ...(environment.TEMPORAL_CLI_PATH && { cliPath: environment.TEMPORAL_CLI_PATH }),
    searchPath: environment.PATH ?? '',
    cacheDirectory: join(environment.XDG_CACHE_HOME ?? join(environment.HOME ?? homedir(), '.cache'), 'avow'),
    say,
  });
  return {
    name: 'temporal',
    start: () =>
      startTemporal({
        binary,
        directory: join(directory, 'temporal'),
        port: ports.temporal,
        uiPort: ports.temporalUi,
        say,
      }),
  };
}
