import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../integrations/embedded/ports';
import { type EmbeddedPostgres, startPostgres } from '../../integrations/embedded/postgres';
import { type EmbeddedTemporal, startTemporal } from '../../integrations/embedded/temporal';
import { findTemporalBinary } from '../../integrations/embedded/temporal-binary';
import type { Stack } from './stack';
import { cacheDirectory, clearAway, throwAwayDirectory } from './throw-away';

/** The stack as the process that started it holds it. */
export interface RunningStack {
  /** The file that tells test files where it is. */
  path: string;
  stop(): Promise<void>;
}

/** Starts one PostgreSQL cluster and one Temporal server for a whole test run; leaves nothing behind when it fails. */
export async function startStack(): Promise<RunningStack> {
  const directory = await throwAwayDirectory();
  const started: (EmbeddedPostgres | EmbeddedTemporal)[] = [];
  const stop = async () => {
    await Promise.all(started.map((part) => ('destroy' in part ? part.destroy() : part.stop())));
    await clearAway(directory);
  };
  try {
    // Not durable: it lives for one run. What durability promises is tested on clusters of its own.
    const postgres = startPostgres({ directory: join(directory, 'postgres'), port: await freePort(), durable: false });
    const temporal = startTemporalIn(join(directory, 'temporal'));
    for (const result of await Promise.allSettled([postgres, temporal])) {
      if (result.status === 'fulfilled' && 'stop' in result.value) started.push(result.value);
    }
    const engine = await temporal;
    const stack: Stack = {
      postgresUrl: (await postgres).url('DATABASE').replace('DATABASE', '{database}'),
      ...('stop' in engine ? { temporalAddress: engine.address } : engine),
    };
    const path = join(directory, 'stack.json');
    await writeFile(path, JSON.stringify(stack));
    return { path, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

// Without the engine most tests still say something: those that need it fail with this fault.
async function startTemporalIn(directory: string): Promise<EmbeddedTemporal | { temporalFault: string }> {
  try {
    const binary = await findTemporalBinary({
      cliPath: process.env.TEMPORAL_CLI_PATH,
      searchPath: process.env.PATH ?? '',
      cacheDirectory,
    });
    return await startTemporal({ binary, directory, port: await freePort() });
  } catch (fault) {
    return { temporalFault: (fault as Error).message };
  }
}
