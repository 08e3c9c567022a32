import { Client, Connection } from '@temporalio/client';
import { type Database, openDatabase } from '../../db/database';
import { startSession } from '../../db/workspace/sessions';
import type { PersonId } from '../../domain/ids';
import { freePort } from '../../integrations/embedded/ports';
import { type ApiClient, apiClient } from '../api-client';
import { readSettings } from '../settings';
import { type Stack, type StackPorts, startStack } from '../stack';
import { type Actor, hireVendor, prepareCast, type Vendor } from './cast';
import { until } from './persistence';

export const parts = ['worker', 'server', 'temporal', 'postgres'] as const;
/** What is killed. */
export type PartName = (typeof parts)[number];

/** A durable stack of its own with everybody who will play in the trials. */
export interface Stage {
  stack: Stack;
  db: Database;
  client: Client;
  vendor: Vendor;
  cast: Actor[];
  /** The API as this person. */
  as(personId: PersonId): Promise<ApiClient>;
  /** Waits until every part runs and answers; false after a minute. */
  isWhole(): Promise<boolean>;
  close(): Promise<void>;
}

/** Starts the stack in an empty folder, with `each` developers for every moment. */
export async function openStage(options: {
  directory: string;
  each: number;
  environment: Readonly<Record<string, string | undefined>>;
  say: (line: string) => void;
}): Promise<Stage> {
  const { directory, each, environment, say } = options;
  let vendor: Vendor | undefined;
  let cast: Actor[] = [];
  const stack = await startStack({
    directory,
    ports: await freePorts(),
    environment,
    say,
    // One kill follows the other: each is to count as the first, not to be waited for the longer.
    steadyMilliseconds: 0,
    async prepare(env) {
      const db = openDatabase(env.DATABASE_URL ?? '', { poolSize: 12, applicationName: 'avow-faults' });
      try {
        vendor = await hireVendor(db);
        cast = await prepareCast(db, readSettings(env), vendor, each);
      } finally {
        await db.destroy();
      }
    },
  });
  const db = openDatabase(stack.databaseUrl, { poolSize: 4, applicationName: 'avow-faults' });
  const connection = Connection.lazy({ address: stack.environment.TEMPORAL_ADDRESS ?? '' });
  const stage: Stage = {
    stack,
    db,
    client: new Client({ connection }),
    vendor: vendor as Vendor,
    cast,
    async as(personId) {
      const session = await startSession(db, personId, 'script', Date.now());
      return apiClient(stack.serverUrl, session.secret);
    },
    isWhole: () =>
      until(async () => {
        const running = stack.pids();
        const isReady = (await fetch(`${stack.serverUrl}/readyz`)).ok;
        await connection.workflowService.describeNamespace({ namespace: 'default' });
        return isReady && [...parts, 'inbox'].every((part) => running[part] !== undefined);
      }, 60_000),
    async close() {
      await connection.close();
      await db.destroy();
      await stack.stop();
    },
  };
  if (!(await until(() => isCalm(stage), 180_000, 250))) {
    await stage.close();
    throw new Error('the stack did not come to rest after its start');
  }
  return stage;
}

/** Nothing waits to leave the house: every developer has a workflow that sleeps. */
async function isCalm({ db }: Stage): Promise<boolean> {
  const waiting = await db.selectFrom('outbox').select('id').where('deliveredAt', 'is', null).limit(1).execute();
  const untold = await db.selectFrom('developers').select('id').where('shown', 'is', null).limit(1).execute();
  return waiting.length + untold.length === 0;
}

async function freePorts(): Promise<StackPorts> {
  const [server, inbox, smtp, postgres, temporal, temporalUi] = await Promise.all(Array.from({ length: 6 }, freePort));
  return { server, inbox, smtp, postgres, temporal, temporalUi } as StackPorts;
}
