import { type Kysely, sql } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { AppId, DeveloperId, NoticeId } from '../../domain/ids';
import type { NoticeTemplate } from '../../domain/lifecycle/notices';
import type { Notice } from '../../domain/lifecycle/state';
import type { Tables } from '../tables';

type Db = Kysely<Tables>;

/** Audiences that are the vendor's own people. */
export const vendorAudiences: readonly string[] = ['am', 'lead', 'compliance'];

export interface NoticeFilter {
  template?: NoticeTemplate | undefined;
  state?: Notice['state'] | undefined;
  appId?: AppId | undefined;
  /** Leaves out what goes to the vendor's people alone. */
  withoutTasks: boolean;
}

/** The query of a developer's notices, for `paged` and for one. */
export function noticesQuery(db: Db, developerId: DeveloperId, filter: NoticeFilter) {
  let query = db
    .selectFrom('notices')
    .select([
      'id',
      'template',
      'rung',
      'appIds',
      'cycleId',
      'audience',
      'state',
      'createdAt',
      'acceptedAt',
      'bouncedAt',
      'confirmations',
    ])
    .where('developerId', '=', developerId);
  if (filter.template !== undefined) query = query.where('template', '=', filter.template);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  if (filter.appId !== undefined) query = query.where(sql<boolean>`notices.app_ids ? ${filter.appId}`);
  if (filter.withoutTasks) query = query.where('template', '<>', 'task');
  return query;
}

export type ListedNotice = Awaited<ReturnType<ReturnType<typeof noticesQuery>['executeTakeFirstOrThrow']>>;

export const noticeSorts = { createdAt: { by: 'notices.createdAt', kind: 'instant' } } as const;

/**
 * How many notices wait to leave, of whatever kind, counted up to `most`, or all where it is null. What was accepted, came back for good or
 * was cancelled waits no more.
 */
export async function mailsWaiting(db: Db, most: number | null = null): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from (select from notices where state = 'queued' limit ${most}) as waiting`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Where notices were sent, oldest first. */
export async function loadDeliveries(db: Db, noticeIds: readonly NoticeId[]) {
  if (noticeIds.length === 0) return [];
  return db
    .selectFrom('deliveries')
    .select([
      'noticeId',
      'personId',
      'audience',
      'state',
      'attempts',
      'messageId',
      'sentAt',
      'settledAt',
      'response',
      'subject',
      'text',
      'html',
    ])
    .where('noticeId', 'in', [...noticeIds])
    .orderBy('id')
    .execute();
}

export type LoadedDelivery = Awaited<ReturnType<typeof loadDeliveries>>[number];

export interface SentMail {
  id: number;
  noticeId: NoticeId;
  developerId: DeveloperId;
}

/** What was sent under a Message-ID; undefined when nothing was. */
export async function findSentMail(db: Db, messageId: string): Promise<SentMail | undefined> {
  return db
    .selectFrom('deliveries')
    .select(['id', 'noticeId', 'developerId'])
    .where('messageId', '=', messageId)
    .executeTakeFirst();
}

/**
 * Marks a mail as come back. `isDelivered` is true while somebody else has its notice; the rows are locked together, so that of two that
 * bounce at once the second knows that nobody is left.
 */
export async function bounceDelivery(
  db: Db,
  mail: SentMail,
  at: Instant,
): Promise<{ attempts: number; isDelivered: boolean }> {
  return db.transaction().execute(async (transaction) => {
    const all = await transaction
      .selectFrom('deliveries')
      .select(['id', 'state', 'attempts'])
      .where('noticeId', '=', mail.noticeId)
      .orderBy('id')
      .forUpdate()
      .execute();
    const own = all.find((one) => one.id === mail.id);
    if (own?.state !== 'bounced') {
      await transaction
        .updateTable('deliveries')
        .set({ state: 'bounced', settledAt: new Date(at), response: 'came back after it was accepted' })
        .where('id', '=', mail.id)
        .execute();
    }
    const isDelivered = all.some((one) => one.id !== mail.id && one.state === 'accepted');
    return { attempts: own?.attempts ?? 0, isDelivered };
  });
}
