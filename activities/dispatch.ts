import type { Client } from '@temporalio/client';
import type { AlertId, DeveloperId, ReleaseId } from '../domain/ids';
import { worstStanding } from '../domain/lifecycle/standing';
import { sendDelegateInvitation, tellOfDelegation } from './delegations';
import type { ActivityDeps } from './deps';
import { sendEnforcementAlert } from './enforcement-alert';
import type { Dispatch, OutboxRow } from './relay';
import { releaseDeveloper } from './releases';
import { sendSignInLink } from './sign-in-links';
import { sendStaffInvitation } from './staff-invitations';
import { isOverdue } from './sweep';

/** Names that the workflows go by; handed in, as activities know no workflow. */
export interface WorkflowNames {
  names: {
    developerObligations: string;
    deliverNotice: string;
    runChecks: string;
    runImport: string;
    campaign: string;
    changeTerms: string;
  };
  ids: {
    developerObligations(id: never): string;
    deliverNotice(id: never): string;
    runChecks(id: never): string;
    runImport(id: never): string;
    campaign(id: never): string;
    changeTerms(id: never): string;
  };
  queues: { obligations: string; procedures: string; campaigns: string };
  signal: string;
}

/** A task that a killed worker had taken is given to the next one after so long; ours are over in tens of milliseconds. */
const workflowTaskTimeout = '4 seconds';

/** A Temporal that hangs is given up for this time; the row is tried again. */
const patienceMs = 10_000;

/** How each kind of outbox row is carried out. */
export function createDispatch(deps: ActivityDeps, client: Client, workflows: WorkflowNames): Dispatch {
  const { names, ids, queues, signal } = workflows;
  const start = (name: string, workflowId: string, row: OutboxRow) =>
    client.workflow.start(name, {
      workflowId,
      taskQueue: queues.procedures,
      args: [row.payload],
      workflowTaskTimeout,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
  // Started and told in one: a run that is about to end, with what it saw before, looks once more.
  const walk = (name: string, workflowId: string, row: OutboxRow, taskQueue = queues.campaigns) =>
    client.workflow.signalWithStart(name, {
      workflowId,
      taskQueue,
      args: [row.payload],
      workflowTaskTimeout,
      signal,
      signalArgs: [],
      // After everything that a date of a developer's waits for.
      priority: { priorityKey: 5 },
    });
  const carryOut: Dispatch = async (row) => {
    switch (row.kind) {
      case 'wake-developer':
      case 'wake-held': {
        const developerId = row.payload.developerId as DeveloperId;
        // Who was held sleeps without an alarm that could be out of date.
        if (row.kind === 'wake-developer' && !(await needsWaking(deps, developerId))) return;
        await client.workflow.signalWithStart(names.developerObligations, {
          workflowId: ids.developerObligations(developerId as never),
          taskQueue: queues.obligations,
          args: [{ developerId }],
          workflowTaskTimeout,
          signal,
          signalArgs: [],
          priority: { priorityKey: row.kind === 'wake-held' ? 3 : 1 },
        });
        return;
      }
      case 'deliver-notice':
        await start(names.deliverNotice, ids.deliverNotice(row.subject as never), row);
        return;
      case 'run-checks':
        await start(names.runChecks, ids.runChecks(row.subject as never), row);
        return;
      case 'run-campaign':
        await walk(names.campaign, ids.campaign(row.subject as never), row);
        return;
      case 'change-terms':
        await walk(names.changeTerms, ids.changeTerms(row.subject as never), row);
        return;
      case 'run-import':
        await walk(names.runImport, ids.runImport(row.subject as never), row, queues.procedures);
        return;
      case 'send-enforcement-alert':
        await sendEnforcementAlert(deps, row.subject as AlertId);
        return;
      case 'release-developer':
        await releaseDeveloper(deps, row.payload.releaseId as ReleaseId, row.payload.developerId as DeveloperId);
        return;
      case 'send-sign-in-link':
        // Each time that somebody asked is a mail of its own.
        await sendSignInLink(deps, row.payload.personId as never, `${row.id}.${row.version}`);
        return;
      case 'send-staff-invitation':
        await sendStaffInvitation(deps, row.payload as never, row.id);
        return;
      case 'send-delegate-invitation':
        await sendDelegateInvitation(deps, row.payload as never, row.id);
        return;
      case 'tell-of-delegation':
        await tellOfDelegation(deps, row.payload as never, row.id);
        return;
    }
  };
  return (row) => client.withDeadline(Date.now() + patienceMs, () => carryOut(row));
}

/** True when the workflow was told something that is not so any more: a later moment, another standing or account manager. */
export async function needsWaking(deps: ActivityDeps, developerId: DeveloperId): Promise<boolean> {
  const developer = await deps.db
    .selectFrom('developers')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'developers.id')
    .select(['developers.nextWakeAt', 'developers.alarmAt', 'developers.shown', 'developerProfiles.accountManagerId'])
    .where('developers.id', '=', developerId)
    .executeTakeFirst();
  if (!developer) return false;
  if (developer.shown === null) return true;
  if (developer.nextWakeAt !== null && (developer.alarmAt === null || developer.nextWakeAt < developer.alarmAt))
    return true;
  if (developer.nextWakeAt !== null && (await isOverdue(deps, developerId))) return true;
  const apps = await deps.db
    .selectFrom('apps')
    .select('standing')
    .where('developerId', '=', developerId)
    .where('retiredAt', 'is', null)
    .execute();
  const shown = developer.shown as { standing: unknown; accountManagerId?: unknown };
  return (
    shown.standing !== worstStanding(apps.map((app) => app.standing)) ||
    (shown.accountManagerId ?? null) !== developer.accountManagerId
  );
}
