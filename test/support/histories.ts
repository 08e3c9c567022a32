import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { World } from './world';

/** Where recorded histories are kept: what is there is frozen, new ones are added. */
export const historiesDirectory = join(__dirname, '..', 'replay', 'histories');

/**
 * Keeps the histories of a developer's workflow and of their notices under a name, when AVOW_RECORD_HISTORIES is set to it or to "all";
 * else does nothing. `npm run record-histories` sets it.
 */
export async function recordHistories(world: World, name: string, developerId: string): Promise<void> {
  const wanted = process.env.AVOW_RECORD_HISTORIES;
  if (wanted !== 'all' && wanted !== name) return;
  const directory = join(historiesDirectory, name);
  // What was recorded is frozen: only a path that has no history yet gets one, unless it is named.
  if (wanted === 'all' && existsSync(directory)) return;
  const notices = await world.db
    .selectFrom('notices')
    .select('id')
    .where('developerId', '=', developerId as never)
    .orderBy('createdAt')
    .execute();
  const submissions = await world.db
    .selectFrom('submissions')
    .select('id')
    .where('developerId', '=', developerId as never)
    .execute();
  // One of each short procedure tells as much as all of them.
  const workflowIds = [
    `developer-obligations/${developerId}`,
    ...notices.slice(0, 1).map(({ id }) => `notice/${id}`),
    ...submissions.slice(0, 1).map(({ id }) => `checks/${id}`),
  ];
  await keep(world, name, workflowIds);
}

async function keep(world: World, name: string, workflowIds: readonly string[]): Promise<void> {
  const directory = join(historiesDirectory, name);
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const connection = await Connection.connect({ address: world.temporalAddress });
  try {
    const client = new Client({ connection });
    for (const workflowId of workflowIds) {
      for (const runId of await runsOf(client, workflowId)) {
        const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
        const file = `${workflowId.split('/')[0]}-${String(history.events?.[0]?.eventTime?.seconds ?? 0)}-${runId.slice(0, 8)}.json`;
        await writeFile(join(directory, file), `${historyToJSON(history)}\n`);
      }
    }
  } finally {
    await connection.close();
  }
}

/** The same of a campaign's workflow: every run there was. */
export async function recordCampaign(world: World, name: string, campaignId: string): Promise<void> {
  if (process.env.AVOW_RECORD_HISTORIES !== name) return;
  await keep(world, name, [`campaign/${campaignId}`]);
}

/** The same of a version of a tier's terms. */
export async function recordTerms(world: World, name: string, termsId: string): Promise<void> {
  const wanted = process.env.AVOW_RECORD_HISTORIES;
  if (wanted === name || (wanted === 'all' && !existsSync(join(historiesDirectory, name))))
    await keep(world, name, [`terms/${termsId}`]);
}

/** The same of an import. */
export async function recordImport(world: World, name: string, importId: string): Promise<void> {
  const wanted = process.env.AVOW_RECORD_HISTORIES;
  if (wanted === name || (wanted === 'all' && !existsSync(join(historiesDirectory, name))))
    await keep(world, name, [`import/${importId}`]);
}

/** The runs of a workflow, the newest first. What began just now may be listed a little later. */
async function runsOf(client: Client, workflowId: string): Promise<string[]> {
  for (let tries = 0; tries < 50; tries += 1) {
    const runs: string[] = [];
    for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.push(runId);
    if (runs.length > 0) return runs;
    await sleep(200);
  }
  throw new Error(`no run of ${workflowId} is listed`);
}

/**
 * Events over all runs of a developer's workflow, how often it was woken to look, and the length of the run that sleeps now. A workflow
 * task that a busy worker took up too late, and that was given out again, counts once; a step that had to be tried patiently counts no more
 * than one that was quick.
 */
export async function historyFigures(
  world: World,
  developerId: string,
): Promise<{ events: number; wakes: number; sleeping: number }> {
  const workflowId = `developer-obligations/${developerId}`;
  const connection = await Connection.connect({ address: world.temporalAddress });
  try {
    const client = new Client({ connection });
    let events = 0;
    let wakes = 0;
    for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      const late =
        history.events?.flatMap(({ workflowTaskTimedOutEventAttributes: task }) => (task ? [task] : [])) ?? [];
      // It was scheduled, perhaps begun, and timed out.
      const again = late.reduce((sum, { startedEventId }) => sum + (Number(startedEventId ?? 0) > 0 ? 3 : 2), 0);
      // Scheduled, begun and done, and the workflow task that hears of it.
      const patient = 6 * (history.events?.filter((event) => event.activityTaskCompletedEventAttributes).length ?? 0);
      events += (history.events?.length ?? 0) - again - patient;
      wakes +=
        history.events?.filter(
          (event) => event.workflowExecutionSignaledEventAttributes ?? event.timerFiredEventAttributes,
        ).length ?? 0;
    }
    const { historyLength } = await client.workflow.getHandle(workflowId).describe();
    return { events, wakes, sleeping: historyLength };
  } finally {
    await connection.close();
  }
}
