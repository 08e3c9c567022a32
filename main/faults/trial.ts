import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Actor } from './cast';
import type { Finding } from './finding';
import { firstTaskOfNewWorker, kill } from './kill';
import { resentSince } from './mails';
import { type MomentName, moments } from './moments';
import { until } from './persistence';
import type { PartName, Stage } from './stage';
import { isAtRest, judge, lookBefore } from './verdict';

const longestRecoveryMs = 60_000;

/** What came of killing one part in the middle of one moment. */
export interface Trial extends Finding {
  part: PartName;
  moment: MomentName;
  /** From when the moment was under way to the kill. */
  delayMs: number;
  /** False when the kill came after the end state: it proves less. */
  wasInTheMiddle: boolean;
  /** From the kill to the end state; null when it was not reached. */
  recoveredMs: number | null;
  /** From the kill of a worker to the first task that the next one took; null where that does not apply. */
  usefulMs: number | null;
  /** Mails that came again under the same Message-ID. */
  resent: number;
}

/** Brings the moment about, kills the part in the middle of it, waits for the end state, and judges what is left. */
export async function runTrial(stage: Stage, actor: Actor, part: PartName, delayMs: number): Promise<Trial> {
  const { moment } = actor;
  if (!(await stage.isWhole())) throw new Error('the stack is not whole: a part has not come back');
  if (moment === 'suspension') await letBudgetRecover(stage);
  const before = await lookBefore(stage, actor);
  const begun = await moments[moment](stage, actor);
  // Heard where it is waited for, below.
  begun.answered.catch(() => undefined);
  await begun.underWay;
  await sleep(delayMs);
  const wasInTheMiddle = !(await begun.isReached());
  const killedAt = kill(stage, part);
  const isReached = await until(begun.isReached, longestRecoveryMs);
  const recoveredMs = isReached ? Date.now() - killedAt : null;
  const faults: string[] = isReached ? [] : [`the end state was not reached within ${longestRecoveryMs / 1_000} s`];
  const answer = await begun.answered.catch((fault: Error) => void faults.push(`refused: ${fault.message}`));
  if (!(await until(() => isAtRest(stage, actor), longestRecoveryMs, 100))) faults.push('it did not come to rest');
  await stage.isWhole();
  const verdict = await judge(stage, actor, before, answer);
  const usefulAt = part === 'worker' && wasInTheMiddle ? await firstTaskOfNewWorker(stage, actor, before) : null;
  return {
    part,
    moment,
    delayMs,
    wasInTheMiddle,
    recoveredMs,
    usefulMs: usefulAt === null ? null : Math.round(usefulAt - killedAt),
    resent: await resentSince(stage, before.at),
    lost: [...faults, ...verdict.lost],
    doubled: verdict.doubled,
  };
}

/**
 * The budget is counted in wall time, and an hour of trials would use it up: what was spent moves back an hour.
 * The spends cannot be changed, so the guard is put aside for this one statement on the throw-away record.
 */
async function letBudgetRecover({ db }: Stage): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`update enforcement_spends set at = at - interval '1 hour'`.execute(trx);
  });
}
