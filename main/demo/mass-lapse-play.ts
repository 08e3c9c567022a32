import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../db/database';
import type { ApiClient, InboxReader } from '../api-client';
import { alertsIn, doubledIn, suspendedIn, waitingIn } from './mass-lapse-figures';

export interface MassLapseStage {
  db: Database;
  inbox: InboxReader;
  /** Who names the list. */
  am: ApiClient;
  /** Who releases it. */
  lead: ApiClient;
  /** How many lapsed, all due for suspension in the same slot. */
  lapsed: number;
  tell(line: string): void;
}

export interface MassLapseFigures {
  lapsed: number;
  suspendedBeforeRelease: number;
  budget: number;
  alerts: number;
  suspendedAfterRelease: number;
  doubled: number;
}

const patienceMs = 10 * 60_000;

/** The slot opens for everybody at once: enforcement stops at its budget, one mail tells the lead, two people release the rest. */
export async function playMassLapse(stage: MassLapseStage): Promise<MassLapseFigures> {
  const { db, inbox, am, lead, lapsed, tell } = stage;
  tell(`the slot opens for ${lapsed} apps whose notices all ran out`);
  await until('every step to be taken or to wait', async () => {
    const suspended = await suspendedIn(db);
    return suspended + (await waitingIn(db)) >= lapsed && (await isQuiet(db)) && (await alertsIn(inbox)) > 0;
  });
  const budget = await lead.call('GET', '/v1/enforcement/budget');
  const suspendedBeforeRelease = await suspendedIn(db);
  tell(`${suspendedBeforeRelease} are suspended, then the budget of ${budget.apps} is spent; ${budget.waiting} wait`);
  const dryRun = await lead.call('GET', '/v1/enforcement/dry-run');
  const { developers, apps, keys } = dryRun.totals;
  tell(`the dry run names ${developers} developers, ${apps} apps and ${keys} live keys`);
  const release = await am.call('POST', '/v1/enforcement/releases', {
    planIds: dryRun.items.map((item: { planId: string }) => item.planId),
    reason: 'Their account managers reached every one of them; the dates are right.',
  });
  tell(`the account manager names ${release.planCount} of them to be released, the lead confirms`);
  await lead.call('POST', `/v1/enforcement/releases/${release.id}/confirm`);
  await until('the released steps to be taken', async () => (await suspendedIn(db)) >= lapsed && (await isQuiet(db)));
  // Whatever came twice would come about now.
  await sleep(2_000);
  const suspendedAfterRelease = await suspendedIn(db);
  tell(`${suspendedAfterRelease} are suspended, each once`);
  return {
    lapsed,
    suspendedBeforeRelease,
    budget: budget.apps,
    alerts: await alertsIn(inbox),
    suspendedAfterRelease,
    doubled: await doubledIn(db, inbox),
  };
}

/** What the figures must say; empty when they do. */
export function faultsOfMassLapse(figures: MassLapseFigures): string[] {
  const { lapsed, suspendedBeforeRelease, budget, alerts, suspendedAfterRelease, doubled } = figures;
  return [
    ...(suspendedBeforeRelease > budget ? ['more was suspended than the budget allows'] : []),
    ...(alerts === 1 ? [] : [`the lead got ${alerts} alerts`]),
    ...(suspendedAfterRelease === lapsed ? [] : ['not everybody who was released is suspended']),
    ...(doubled === 0 ? [] : [`${doubled} things happened twice`]),
  ];
}

/** True when no mail is on its way. */
async function isQuiet(db: Database): Promise<boolean> {
  const queued = await db.selectFrom('notices').select('id').where('state', '=', 'queued').limit(1).executeTakeFirst();
  return queued === undefined;
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const startedAt = performance.now();
  while (!(await isSo())) {
    if (performance.now() - startedAt > patienceMs)
      throw new Error(`waited ${patienceMs / 60_000} minutes for ${what}`);
    await sleep(500);
  }
}
