import { type Client, ScheduleAlreadyRunning } from '@temporalio/client';
import { workflowNames } from '../workflows/messages';
import type { Settings } from './settings';

/** Hangs the periodic work on Temporal Schedules; one that is there stays as an operator may have changed it. */
export async function ensureSchedules(client: Client, settings: Settings): Promise<void> {
  const { vendor } = settings.terms;
  const suffix = settings.queues.procedures;
  const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
  await ensure(client, `daily-digest/${suffix}`, workflowNames.dailyDigest, settings, {
    calendars: [{ dayOfWeek: [...weekdays], hour: 8, minute: 30 }],
    timezone: vendor.timeZone,
    jitter: '5 minutes',
  });
  await ensure(client, `housekeep/${suffix}`, workflowNames.housekeep, settings, {
    calendars: [{ hour: 3, minute: 30 }],
    timezone: vendor.timeZone,
    jitter: '30 minutes',
  });
  await ensure(client, `reconcile-keys/${suffix}`, workflowNames.reconcileKeys, settings, {
    intervals: [{ every: '15 minutes' }],
    jitter: '1 minute',
  });
}

type Spec = Parameters<Client['schedule']['create']>[0]['spec'];

async function ensure(
  client: Client,
  scheduleId: string,
  workflowType: string,
  settings: Settings,
  spec: Spec,
): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId,
      spec,
      action: {
        type: 'startWorkflow',
        workflowType,
        taskQueue: settings.queues.procedures,
        args: [],
        workflowId: scheduleId,
      },
      policies: { overlap: 'SKIP', catchupWindow: '1 hour' },
    });
  } catch (fault) {
    if (!(fault instanceof ScheduleAlreadyRunning)) throw fault;
  }
}
