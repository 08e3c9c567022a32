import { setTimeout as sleep } from 'node:timers/promises';
import { mailsWaiting } from '../db/queries/notices';
import { holdsCrowdsBack, mostMailsWaiting } from '../domain/mail/backlog';
import type { ActivityDeps } from './deps';

/** So soon it is heard that the mails have left, or that somebody stops what asks. */
const lookAgainMs = 1_000;

/**
 * False when nothing keeps a crowd from being asked. True, a moment later, while so many mails wait to leave that nobody more of it is:
 * whoever calls looks at its record again, and then asks this again. So a walk waits for as long as it takes, and loses nothing by it.
 */
export async function waitedForMails({ db }: Pick<ActivityDeps, 'db'>): Promise<boolean> {
  if (!holdsCrowdsBack(await mailsWaiting(db, mostMailsWaiting))) return false;
  await sleep(lookAgainMs);
  return true;
}
