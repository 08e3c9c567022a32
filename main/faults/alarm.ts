import { workflowIds } from '../../workflows/messages';
import type { Actor } from './cast';
import type { Finding } from './finding';
import { until } from './persistence';
import type { Stage } from './stage';

/** A timer is set in a workflow task that may have begun a little after the moment was read. */
const toleranceMs = 60_000;

/** The developer's workflow runs, and its one timer rings when the record wants to be asked next. */
export async function judgeAlarm(stage: Stage, actor: Actor): Promise<Finding> {
  let fault: string | null = 'Temporal could not be asked for the workflow';
  await until(
    async () => {
      fault = await faultOf(stage, actor);
      return fault === null;
    },
    20_000,
    250,
  );
  return { lost: fault === null ? [] : [fault], doubled: [] };
}

async function faultOf({ db, client }: Stage, { id }: Actor): Promise<string | null> {
  const { nextWakeAt, offsetMs } = await db
    .selectFrom('developers')
    .leftJoin('developerOffsets', 'developerOffsets.developerId', 'developers.id')
    .select(['developers.nextWakeAt', 'developerOffsets.offsetMs'])
    .where('developers.id', '=', id)
    .executeTakeFirstOrThrow();
  const handle = client.workflow.getHandle(workflowIds.developerObligations(id));
  const { status } = await handle.describe();
  if (status.name !== 'RUNNING') return `the workflow is ${status.name}`;
  const timers = await pendingTimers(handle);
  if (nextWakeAt === null) return timers.length === 0 ? null : `${timers.length} timers where none should be`;
  if (timers.length !== 1) return `${timers.length} timers instead of one`;
  const wanted = nextWakeAt - (offsetMs ?? 0);
  const ringsAt = timers[0] as number;
  if (ringsAt <= Date.now()) return 'the timer lies in the past';
  // A timer that rings early finds nothing due and is set anew; one that rings late is a wake-up that was lost.
  if (ringsAt > wanted + toleranceMs)
    return `the timer rings at ${new Date(ringsAt).toISOString()}, after ${new Date(wanted).toISOString()}`;
  return null;
}

type Handle = ReturnType<Stage['client']['workflow']['getHandle']>;

/** When each timer that was started and neither fired nor cancelled rings, in wall time. */
async function pendingTimers(handle: Handle): Promise<number[]> {
  const { events } = await handle.fetchHistory();
  const timers = new Map<string, number>();
  for (const event of events ?? []) {
    const { timerStartedEventAttributes: started, timerFiredEventAttributes: fired } = event;
    const over = fired ?? event.timerCanceledEventAttributes;
    if (started) timers.set(String(started.timerId), ms(event.eventTime) + ms(started.startToFireTimeout));
    if (over) timers.delete(String(over.timerId));
  }
  return [...timers.values()];
}

/** A protobuf timestamp or duration in milliseconds. */
export function ms(time: { seconds?: unknown; nanos?: number | null } | null | undefined): number {
  return Number(time?.seconds ?? 0) * 1_000 + (time?.nanos ?? 0) / 1_000_000;
}
