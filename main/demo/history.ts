import type { Player, Stage } from './stage';

/** Events and workflow tasks over all runs of a developer's workflow. */
export async function historyOf(stage: Stage, player: Player): Promise<{ events: number; workflowTasks: number }> {
  let events = 0;
  let workflowTasks = 0;
  const workflowId = `developer-obligations/${player.id}`;
  for await (const run of stage.client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
    const history = await stage.client.workflow.getHandle(workflowId, run.runId).fetchHistory();
    events += history.events?.length ?? 0;
    workflowTasks += history.events?.filter((event) => event.workflowTaskCompletedEventAttributes).length ?? 0;
  }
  return { events, workflowTasks };
}
