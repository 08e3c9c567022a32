import { obligationNow, offsetOf } from '../db/lifecycle/transact';
import type { Instant } from '../domain/calendar/instant';
import { dayOf } from '../domain/calendar/zoned';
import type { DeveloperId, EventId, NoticeId } from '../domain/ids';
import { beginDelivery, deferDelivery, knownDelivery, settleDelivery, withSomebodySince } from './deliveries';
import type { ActivityDeps } from './deps';
import { mailOf, type NoticeToSend, noticeToSend } from './notice-mail';
import { type Recipient, recipientsOf } from './recipients';
import { RefusedForNow, sendUntilSettled } from './sending';

interface Named {
  developerId: DeveloperId;
  noticeId: NoticeId;
}

/** `acceptedAt`: in obligation time. */
interface Accepted extends Named {
  eventId: EventId;
  acceptedAt: Instant;
}

type Sent = { outcome: 'accepted'; acceptedAt: Instant } | { outcome: 'bounced' } | { outcome: 'gone' };

/** The mail that was to be told of has come back before. `since`: when the next one was taken, null where all came back. */
class CameBack extends Error {
  override readonly name = 'CameBack';

  constructor(readonly since: Instant | null) {
    super();
  }
}

export function createNoticeActivities(deps: ActivityDeps) {
  return {
    /**
     * Sends a notice to everybody of one round who has not got it. accepted: at least one receiving server took it (`acceptedAt` is
     * obligation time). bounced: nobody could be reached. gone: it is not wanted any more. Throws `RefusedForNow`, once everybody else
     * was tried, while a server refuses somebody for now and has for less than a day; after it that counts as bounced.
     */
    async sendNotice({ developerId, noticeId, to }: Named & { to: 'first' | 'backup' }): Promise<Sent> {
      const notice = await noticeToSend(deps, developerId, noticeId);
      if (notice === null) return { outcome: 'gone' };
      const today = dayOf(deps.clock.now(), deps.lifecycle.terms.vendor.timeZone);
      const results: (Instant | null)[] = [];
      const refusals: RefusedForNow[] = [];
      for (const recipient of await recipientsOf(deps.db, developerId, notice, to, today)) {
        try {
          results.push(await sendOnce(deps, developerId, notice, recipient));
        } catch (fault) {
          if (!(fault instanceof RefusedForNow)) throw fault;
          refusals.push(fault);
        }
      }
      if (refusals[0]) throw refusals[0];
      const accepted = results.filter((settledAt) => settledAt !== null);
      if (accepted.length === 0) return { outcome: 'bounced' };
      return { outcome: 'accepted', acceptedAt: Math.min(...accepted) };
    },

    /**
     * Tells that it was delivered. Where that mail came back meanwhile it is told of the next one that somebody has; where all did it is
     * not told: whoever reports that tells of it.
     */
    noticeAccepted: (told: Accepted): Promise<void> => tellAccepted(deps, told),

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

/** The check and the decision are one transaction. Each time it is told anew it is of a later mail, so it ends. */
async function tellAccepted(deps: ActivityDeps, told: Accepted): Promise<void> {
  const { developerId, noticeId, eventId, acceptedAt } = told;
  const actor = { kind: 'system', id: 'mail' } as const;
  const event = { id: eventId, type: 'notice.accepted', actor, noticeId, acceptedAt } as const;
  try {
    await deps.transact(developerId, event, {
      async alongside(trx) {
        const since = await withSomebodySince(trx, noticeId);
        if (since === null || since > acceptedAt) throw new CameBack(since);
      },
    });
  } catch (fault) {
    if (!(fault instanceof CameBack)) throw fault;
    deps.logger.warn({ developerId, noticeId }, 'a notice came back before it counted as delivered');
    if (fault.since !== null) await tellAccepted(deps, { ...told, acceptedAt: fault.since });
  }
}

/**
 * One mail to one person, once: what was accepted before is not sent again. Returns when it was accepted, or null for a bounce. Throws
 * `RefusedForNow` where it is, and keeps what the server said.
 */
async function sendOnce(
  deps: ActivityDeps,
  developerId: DeveloperId,
  notice: NoticeToSend,
  recipient: Recipient,
): Promise<Instant | null> {
  const { db, clock, mailer, settings } = deps;
  const addressed = { developerId, noticeId: notice.id, recipient };
  const messageId = `<${notice.id}.${recipient.personId}@${settings.mailDomain}>`;
  const known = await knownDelivery(db, addressed);
  if (known && known.acceptedAt !== null) return known.acceptedAt;
  const mail = { ...mailOf(deps, notice, recipient), ...known?.words, messageId };
  const now = clock.now();
  const triedSince = await beginDelivery(db, addressed, mail, now);
  if (triedSince === null) return null;
  const settled = await sendUntilSettled(mailer, { to: recipient.email, ...mail }, now - triedSince).catch(
    async (fault: unknown) => {
      if (fault instanceof RefusedForNow) await deferDelivery(db, addressed, fault.message);
      throw fault;
    },
  );
  const settledAt = obligationNow(clock.now(), await offsetOf(db, deps.lifecycle, developerId), null);
  return settleDelivery(db, addressed, settled, settledAt);
}
