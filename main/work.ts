import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../activities';
import type { ActivityDeps } from '../activities/deps';
import { createDispatch } from '../activities/dispatch';
import { relayOutbox } from '../activities/relay';
import { forgetWorkflows, sweep } from '../activities/sweep';
import { knownEngine, rememberEngine } from '../db/workspace/engine';
import { createPageFetcher } from '../integrations/page-fetcher';
import { signsOfLife } from '../integrations/signs-of-life';
import { createMailer } from '../integrations/smtp';
import { connectionOptions, engineIdentity, ensureSearchAttributes, temporalClient } from '../integrations/temporal';
import { searchAttributes, somethingChangedName, workflowIds, workflowNames } from '../workflows/messages';
import { type Core, composeCore, type Running, wallClock } from './compose';
import { ensureSchedules } from './schedules';
import type { Settings } from './settings';

const sweepEveryMs = 5 * 60_000;
const engineLookMs = 60_000;

/** Starts the worker: the relay at once, the Temporal workers as soon as Temporal answers. `failed` rejects when a worker gives up. */
export async function work(
  settings: Settings,
  options: { bundlePath?: string } = {},
): Promise<Running & { failed: Promise<never> }> {
  const core = composeCore(settings, 'worker');
  const deps = activityDeps(settings, core);
  const client = temporalClient(settings.temporal);
  const stopping = new AbortController();
  const dispatch = createDispatch(deps, client, {
    names: workflowNames,
    ids: workflowIds,
    queues: settings.queues,
    signal: somethingChangedName,
  });
  const relaying = relayOutbox(deps, dispatch, {
    ...(settings.isEmbedded ? { pollMs: 50, idlePollMs: 150 } : { pollMs: 250 }),
    signal: stopping.signal,
  });
  const sweeping = sweepOften(deps, stopping.signal);
  const bundlePath = options.bundlePath ?? join(__dirname, '..', 'workflow-bundle.js');
  const workers = await startWorkers(settings, deps, bundlePath, stopping.signal);
  const preparing = keepEngineReady(settings, deps, client, stopping.signal);
  return {
    failed: workers.failed,
    async stop() {
      stopping.abort();
      await Promise.all([relaying, sweeping, preparing, workers.stop()]);
      await deps.mailer.close();
      await client.connection.close();
      await core.stop();
    },
  };
}

function activityDeps(settings: Settings, core: Core): ActivityDeps {
  return {
    db: core.db,
    clock: wallClock,
    transact: core.transact,
    lifecycle: core.lifecycle,
    mailer: createMailer({ url: settings.smtpUrl, from: settings.mailFrom }),
    pages: createPageFetcher({ servedHere: settings.servedHere }),
    logger: core.logger,
    settings: {
      publicUrl: settings.publicUrl,
      vendor: settings.vendor,
      campaignRate: settings.campaignRate,
      mailDomain: new URL(settings.publicUrl).hostname,
    },
  };
}

async function startWorkers(settings: Settings, deps: ActivityDeps, bundlePath: string, stopping: AbortSignal) {
  const connection = await connectPatiently(settings, deps, stopping);
  const options = {
    connection,
    namespace: settings.temporal.namespace,
    // Not the machine's name, which is the default: histories are kept and shown to people.
    identity: `avow-worker/${process.pid}`,
    workflowBundle: { codePath: bundlePath },
    activities: createActivities(deps),
    interceptors: { activity: [signsOfLife] },
    // Otherwise most signs of life are kept back until the wait for one is nearly over.
    maxHeartbeatThrottleInterval: '1s',
    // After a killed worker its developers go to another within a second, not ten.
    stickyQueueScheduleToStartTimeout: '1s',
    shutdownGraceTime: '10s',
  };
  const obligations = await Worker.create({
    ...options,
    taskQueue: settings.queues.obligations,
    maxCachedWorkflows: 500,
  });
  const procedures = await Worker.create({
    ...options,
    taskQueue: settings.queues.procedures,
    maxCachedWorkflows: 200,
    maxConcurrentActivityTaskExecutions: 20,
  });
  // A campaign walks for hours; on a queue of its own it keeps no mail and no suspension waiting.
  const campaigns = await Worker.create({
    ...options,
    taskQueue: settings.queues.campaigns,
    maxCachedWorkflows: 20,
    maxConcurrentActivityTaskExecutions: 2,
  });
  const all = [obligations, procedures, campaigns];
  const runs = all.map((worker) => worker.run());
  const failed = new Promise<never>((_, reject) => {
    for (const run of runs) run.catch(reject);
  });
  // Whoever does not wait for a failure must not be ended by it unheard.
  failed.catch((fault: unknown) => deps.logger.error({ fault: String(fault) }, 'a worker gave up'));
  return {
    failed,
    async stop() {
      for (const worker of all) if (worker.getState() === 'RUNNING') worker.shutdown();
      await Promise.allSettled(runs);
      await connection.close();
    },
  };
}

/** Temporal may come later than we do. */
async function connectPatiently(
  settings: Settings,
  deps: ActivityDeps,
  stopping: AbortSignal,
): Promise<NativeConnection> {
  for (;;) {
    try {
      return await NativeConnection.connect(connectionOptions(settings.temporal));
    } catch (fault) {
      if (stopping.aborted) throw fault;
      deps.logger.warn({ fault: String(fault) }, 'Temporal does not answer yet');
      await sleep(1_000, undefined, { signal: stopping });
    }
  }
}

/**
 * Makes ready what the workflows need of Temporal, however long that takes to answer, and looks every minute whether it is still the
 * one it was: a Temporal that lost its data has lost the schedules and the workflows too.
 */
async function keepEngineReady(
  settings: Settings,
  deps: ActivityDeps,
  client: Client,
  stopping: AbortSignal,
): Promise<void> {
  let isReady = false;
  while (!stopping.aborted) {
    let waitMs = engineLookMs;
    try {
      const identity = await engineIdentity(client, settings.temporal);
      const known = await knownEngine(deps.db);
      if (!isReady || known !== identity) await prepareEngine(settings, client);
      if (known !== null && known !== identity) {
        deps.logger.warn('this Temporal has not seen our workflows; making them anew from the record');
        await forgetWorkflows(deps);
        await sweep(deps, 0);
      }
      // Remembered last: whatever failed before is done again.
      if (known !== identity) await rememberEngine(deps.db, identity);
      isReady = true;
    } catch (fault) {
      deps.logger.warn({ fault: String(fault) }, 'Temporal could not be made ready yet');
      waitMs = 2_000;
    }
    await sleep(waitMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

async function prepareEngine(settings: Settings, client: Client): Promise<void> {
  await ensureSearchAttributes(
    client,
    settings.temporal,
    [searchAttributes.standing, searchAttributes.accountManager],
    [searchAttributes.nextAt],
  );
  await ensureSchedules(client, settings);
}

async function sweepOften(deps: ActivityDeps, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await sweep(deps, 5_000).catch((fault: unknown) =>
      deps.logger.warn({ fault: String(fault) }, 'the sweep failed; the next one follows'),
    );
    await sleep(sweepEveryMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}
