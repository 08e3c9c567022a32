import type { Transaction } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId } from '../../domain/ids';
import type { Decision } from '../../domain/lifecycle/decisions';
import type { Wake } from '../../domain/lifecycle/next-wake';
import type { Tables } from '../tables';

/** A short wait before a wake-up that is not urgent, so that a submission and its answer are one signal. */
const settleMs = 5_000;
const urgentMs = 60_000;

/** Puts what must leave the house into the outbox: notices to deliver, checks to run, and the wake-up when the alarm is out of date. */
export async function fillOutbox(
  trx: Transaction<Tables>,
  developerId: DeveloperId,
  decisions: readonly Decision[],
  wake: { next: Wake | null; alarmAt: Instant | null; obligationNow: Instant; isTold: boolean },
  now: Instant,
): Promise<void> {
  const changes = decisions.flatMap((decision) => decision.changes);
  const notices = new Map(
    changes.flatMap((change) => (change.collection === 'notices' ? [[change.row.id, change.row] as const] : [])),
  );
  for (const notice of notices.values()) {
    if (notice.state === 'queued')
      await enqueue(trx, 'deliver-notice', notice.id, { developerId, noticeId: notice.id }, now);
  }
  for (const decision of decisions) {
    if (decision.type === 'submission.received') {
      await enqueue(trx, 'run-checks', decision.subject, { developerId, submissionId: decision.subject }, now);
    }
  }
  // The clock's own tick tells its workflow what is next; nobody has to be woken for it.
  if (wake.isTold) return;
  const isEarlier = wake.next !== null && (wake.alarmAt === null || wake.next.at < wake.alarmAt);
  const isShownAnew = decisions.some(
    (decision) => decision.type === 'app.standing-changed' || decision.type === 'developer.enrolled',
  );
  if (!isEarlier && !isShownAnew) return;
  const isUrgent = isEarlier && wake.next !== null && wake.next.at <= wake.obligationNow + urgentMs;
  await enqueue(trx, 'wake-developer', developerId, { developerId }, isUrgent ? now : now + settleMs);
}

/** One waiting row per kind and subject: a second one brings the first forward. */
export async function enqueue(
  trx: Transaction<Tables>,
  kind: Tables['outbox']['kind'],
  subject: string,
  payload: Record<string, string>,
  notBeforeAt: Instant,
): Promise<void> {
  await trx
    .insertInto('outbox')
    .values({
      kind,
      subject,
      payload: JSON.stringify(payload),
      createdAt: new Date(notBeforeAt),
      notBeforeAt: new Date(notBeforeAt),
      deliveredAt: null,
      lastFault: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'subject'])
        .where('deliveredAt', 'is', null)
        .doUpdateSet((row) => ({
          notBeforeAt: row.fn<Date>('least', ['outbox.notBeforeAt', 'excluded.notBeforeAt']),
          // Whoever carries the row out right now must not take this newer wish for done.
          version: row('outbox.version', '+', 1),
        })),
    )
    .execute();
}
