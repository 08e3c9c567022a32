import { obligationNow, offsetOf } from '../db/lifecycle/transact';
import { dayOf } from '../domain/calendar/zoned';
import type { DeveloperId, EventId, NoticeId } from '../domain/ids';
import type { ActivityDeps } from './deps';
import { mailOf, type NoticeToSend, noticeToSend } from './notice-mail';
import { type Recipient, recipientsOf } from './recipients';
import { sendUntilSettled } from './sending';

interface Named {
  developerId: DeveloperId;
  noticeId: NoticeId;
}

type Sent = { outcome: 'accepted'; acceptedAt: number } | { outcome: 'bounced' } | { outcome: 'gone' };

/** Every mail of it that a server had taken has come back before that was told. */
class CameBack extends Error {
  override readonly name = 'CameBack';
}

export function createNoticeActivities(deps: ActivityDeps) {
  return {
    /**
     * Sends a notice to everybody of one round who has not got it. accepted: at least one receiving server took it (`acceptedAt` is
     * obligation time). bounced: nobody could be reached. gone: it is not wanted any more.
     */
    async sendNotice({ developerId, noticeId, to }: Named & { to: 'first' | 'backup' }): Promise<Sent> {
      const notice = await noticeToSend(deps, developerId, noticeId);
      if (notice === null) return { outcome: 'gone' };
      const today = dayOf(deps.clock.now(), deps.lifecycle.terms.vendor.timeZone);
      const results: (number | null)[] = [];
      for (const recipient of await recipientsOf(deps.db, developerId, notice, to, today)) {
        results.push(await sendOnce(deps, developerId, notice, recipient));
      }
      const accepted = results.filter((settledAt) => settledAt !== null);
      if (accepted.length === 0) return { outcome: 'bounced' };
      return { outcome: 'accepted', acceptedAt: Math.min(...accepted) };
    },

    /** Tells that it was delivered, unless it came back meanwhile: then whoever reports that tells of it. */
    async noticeAccepted({
      developerId,
      noticeId,
      eventId,
      acceptedAt,
    }: Named & { eventId: EventId; acceptedAt: number }): Promise<void> {
      const actor = { kind: 'system', id: 'mail' } as const;
      await deps
        .transact(
          developerId,
          { id: eventId, type: 'notice.accepted', actor, noticeId, acceptedAt },
          {
            async alongside(trx) {
              if (!(await isWithSomebody(trx, noticeId))) throw new CameBack();
            },
          },
        )
        .catch((fault: unknown) => {
          if (!(fault instanceof CameBack)) throw fault;
          deps.logger.warn({ developerId, noticeId }, 'a notice came back before it counted as delivered');
        });
    },

    async noticeBounced({ developerId, noticeId, eventId }: Named & { eventId: EventId }): Promise<void> {
      await deps.transact(developerId, {
        id: eventId,
        type: 'notice.bounced',
        actor: { kind: 'system', id: 'mail' },
        noticeId,
        detail: 'refused',
      });
    },
  };
}

/** One mail to one person, once: what was settled before is not sent again. Returns when it was accepted, or null for a bounce. */
async function sendOnce(
  deps: ActivityDeps,
  developerId: DeveloperId,
  notice: NoticeToSend,
  recipient: Recipient,
): Promise<number | null> {
  const messageId = `<${notice.id}.${recipient.personId}@${deps.settings.mailDomain}>`;
  const known = await deps.db
    .selectFrom('deliveries')
    .select(['state', 'settledAt', 'subject', 'text', 'html'])
    .where('noticeId', '=', notice.id)
    .where('personId', '=', recipient.personId)
    .executeTakeFirst();
  if (known?.state === 'accepted' && known.settledAt !== null) return known.settledAt;
  const mail = { ...mailOf(deps, notice, recipient), ...keptIn(known) };
  await begin(deps, developerId, notice.id, recipient, messageId, mail);
  const result = await sendUntilSettled(deps.mailer, { to: recipient.email, messageId, ...mail });
  const wall = deps.clock.now();
  const settledAt = obligationNow(wall, await offsetOf(deps.db, deps.lifecycle, developerId), null);
  const { numUpdatedRows } = await deps.db
    .updateTable('deliveries')
    .set({ state: result.outcome, response: result.response, settledAt: new Date(settledAt) })
    .where('noticeId', '=', notice.id)
    .where('personId', '=', recipient.personId)
    // What came back in this moment stays bounced.
    .where('state', '=', 'sending')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return (await deliveryOf(deps, notice.id, recipient))?.settledAt ?? null;
  return result.outcome === 'accepted' ? settledAt : null;
}

/** The mail of a notice to somebody, as far as it is settled that they have it. */
async function deliveryOf({ db }: ActivityDeps, noticeId: NoticeId, { personId }: Recipient) {
  return db
    .selectFrom('deliveries')
    .select('settledAt')
    .where('noticeId', '=', noticeId)
    .where('personId', '=', personId)
    .where('state', '=', 'accepted')
    .executeTakeFirst();
}

async function isWithSomebody(db: Pick<ActivityDeps['db'], 'selectFrom'>, noticeId: NoticeId): Promise<boolean> {
  const accepted = db
    .selectFrom('deliveries')
    .select('id')
    .where('noticeId', '=', noticeId)
    .where('state', '=', 'accepted');
  return (await accepted.limit(1).executeTakeFirst()) !== undefined;
}

/** The words that may be with the receiving server already: sent again they are the same, whatever was published meanwhile. */
function keptIn(known: Kept | undefined): Words | undefined {
  if (!known) return undefined;
  const { subject, text, html } = known;
  return subject === null || text === null || html === null ? undefined : { subject, text, html };
}

type Words = Record<'subject' | 'text' | 'html', string>;
type Kept = { [Part in keyof Words]: string | null };

async function begin(
  deps: ActivityDeps,
  developerId: DeveloperId,
  noticeId: NoticeId,
  recipient: Recipient,
  messageId: string,
  mail: Words,
): Promise<void> {
  const { subject, text, html } = mail;
  const sentAt = new Date(deps.clock.now());
  await deps.db
    .insertInto('deliveries')
    .values({
      noticeId,
      developerId,
      personId: recipient.personId,
      audience: recipient.audience,
      messageId,
      state: 'sending',
      attempts: 1,
      response: null,
      sentAt,
      settledAt: null,
      subject,
      text,
      html,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['noticeId', 'personId'])
        .doUpdateSet((row) => ({ state: 'sending' as const, attempts: row('deliveries.attempts', '+', 1), sentAt })),
    )
    .execute();
}
