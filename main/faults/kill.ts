import { workflowIds } from '../../workflows/messages';
import { ms } from './alarm';
import type { Actor } from './cast';
import type { Before } from './finding';
import type { PartName, Stage } from './stage';

/** Ends a part as a power cut does. Returns when, in wall time. */
export function kill(stage: Stage, part: PartName): number {
  const pid = stage.stack.pids()[part];
  if (pid === undefined) throw new Error(`${part} does not run`);
  process.kill(pid, 'SIGKILL');
  return Date.now();
}

/** After the worker was killed: when the next one took the first task of this developer, in wall time; null when it had none. */
export async function firstTaskOfNewWorker(stage: Stage, actor: Actor, before: Before): Promise<number | null> {
  const identity = `avow-worker/${stage.stack.pids().worker}`;
  let first: number | null = null;
  for (const workflowId of await workflowsOf(stage, actor, before)) {
    for await (const { runId } of stage.client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
      const { events } = await stage.client.workflow.getHandle(workflowId, runId).fetchHistory();
      for (const event of events ?? []) {
        const taken = event.workflowTaskStartedEventAttributes ?? event.activityTaskStartedEventAttributes;
        const at = ms(event.eventTime);
        if (taken?.identity === identity && at >= before.at && (first === null || at < first)) first = at;
      }
    }
  }
  return first;
}

async function workflowsOf({ db }: Stage, { id }: Actor, before: Before): Promise<string[]> {
  const notices = await db.selectFrom('notices').select('id').where('developerId', '=', id).execute();
  const submissions = await db.selectFrom('submissions').select('id').where('developerId', '=', id).execute();
  return [
    workflowIds.developerObligations(id),
    ...notices
      .filter((notice) => !before.noticeIds.includes(notice.id))
      .map((notice) => workflowIds.deliverNotice(notice.id)),
    ...submissions.map((submission) => workflowIds.runChecks(submission.id)),
  ];
}
