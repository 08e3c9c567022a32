import { obligationNow, offsetOf } from '../db/lifecycle/transact';
import { dayOf } from '../domain/calendar/zoned';
import type { DeveloperId, EventId, NoticeId } from '../domain/ids';
import { beginDelivery, isWithSomebody, knownDelivery, settleDelivery } from './deliveries';
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
  const { db, clock, mailer, settings } = deps;
  const addressed = { developerId, noticeId: notice.id, recipient };
  const messageId = `<${notice.id}.${recipient.personId}@${settings.mailDomain}>`;
  const known = await knownDelivery(db, addressed);
  if (known && known.acceptedAt !== null) return known.acceptedAt;
  const mail = { ...mailOf(deps, notice, recipient), ...known?.words, messageId };
  if (!(await beginDelivery(db, addressed, mail, clock.now()))) return null;
  const settled = await sendUntilSettled(mailer, { to: recipient.email, ...mail });
  const settledAt = obligationNow(clock.now(), await offsetOf(db, deps.lifecycle, developerId), null);
  return settleDelivery(db, addressed, settled, settledAt);
}
