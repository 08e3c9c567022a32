import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../db/database';
import { openDatabase } from '../../db/database';
import type { Say } from '../../integrations/embedded/part';
import { freePort } from '../../integrations/embedded/ports';
import { type Stack, type StackOptions, type StackPorts, startStack } from '../stack';

export interface ThrowAwayStack {
  stack: Stack;
  db: Database;
  /** Ends its parts and removes what they kept. */
  leave(): Promise<void>;
}

/** An embedded stack in a directory and on ports of its own. A signal to this process ends it too. */
export async function openThrowAwayStack(
  say: Say,
  prepare?: NonNullable<StackOptions['prepare']>,
): Promise<ThrowAwayStack> {
  const directory = await mkdtemp(join(tmpdir(), 'avow-demo-'));
  await chmod(directory, 0o711);
  const stack = await startStack({
    directory: join(directory, 'data'),
    ports: await freePorts(),
    environment: { PATH: process.env.PATH, HOME: process.env.HOME },
    say,
    ...(prepare && { prepare }),
  });
  const db = openDatabase(stack.databaseUrl, { poolSize: 3 });
  const leave = async () => {
    await db.destroy();
    await stack.stop();
    await rm(directory, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void leave().then(() => process.exit(1)));
  return { stack, db, leave };
}

async function freePorts(): Promise<StackPorts> {
  const [server, inbox, smtp, postgres, temporal, temporalUi] = await Promise.all(Array.from({ length: 6 }, freePort));
  return { server, inbox, smtp, postgres, temporal, temporalUi } as StackPorts;
}
