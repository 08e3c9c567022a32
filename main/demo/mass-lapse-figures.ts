import type { Database } from '../../db/database';
import type { InboxReader } from '../api-client';

/** Apps with an open suspension, by their rows. */
export async function suspendedIn(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('suspensions')
    .select((row) => row.fn.count<number>('appId').distinct().as('count'))
    .where('liftedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Steps that wait for a release. */
export async function waitingIn(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('plans')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('blockedBy', '=', 'budget')
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Mails to the vendor that enforcement is over its budget, counted in the inbox. */
export async function alertsIn(inbox: InboxReader): Promise<number> {
  return (await inbox.list()).filter((mail) => mail.messageId.includes('alr_')).length;
}

/** What happened more than once, by the rows, by the record, and by the mails that really arrived. */
export async function doubledIn(db: Database, inbox: InboxReader): Promise<number> {
  const suspensions = await db.selectFrom('suspensions').select('appId').execute();
  const audit = await db
    .selectFrom('auditEntries')
    .select(['decision', 'developerId', 'appId'])
    .where('decision', 'in', ['suspension.opened', 'key.suspended', 'app.restricted'])
    .execute();
  const notices = await db
    .selectFrom('notices')
    .select(['id', 'developerId'])
    .where('template', '=', 'suspended')
    .execute();
  const developerOf = new Map(notices.map((notice) => [notice.id as string, notice.developerId]));
  const mails = await inbox.list();
  const arrived = mails.flatMap((mail) => mail.to.map((to) => `${mail.messageId} ${to}`));
  const suspended = mails.flatMap((mail) => {
    const noticeId = /ntc_[0-9a-z]+/.exec(mail.messageId)?.[0];
    const developerId = noticeId === undefined ? undefined : developerOf.get(noticeId);
    return developerId === undefined ? [] : mail.to.map((to) => `${developerId} ${to}`);
  });
  return [
    suspensions.map((row) => row.appId),
    // Each app here has one live key.
    audit.map((entry) => `${entry.decision} ${entry.developerId} ${entry.appId}`),
    notices.map((notice) => notice.developerId),
    arrived,
    suspended,
  ].reduce((sum, things) => sum + things.length - new Set(things).size, 0);
}
