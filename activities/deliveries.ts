import { sql, type Transaction } from 'kysely';
import type { Database } from '../db/database';
import type { Tables } from '../db/tables';
import type { Instant } from '../domain/calendar/instant';
import type { DeveloperId, NoticeId } from '../domain/ids';
import type { Recipient } from './recipients';
import type { Settled } from './sending';

export type Words = Record<'subject' | 'text' | 'html', string>;

/** The mail of a notice to one person. */
interface Addressed {
  developerId: DeveloperId;
  noticeId: NoticeId;
  recipient: Recipient;
}

/** What is known of it from before. `words` may be with the receiving server already: sent again they are the same, whatever was published meanwhile. */
export async function knownDelivery(
  db: Database,
  { noticeId, recipient }: Addressed,
): Promise<{ acceptedAt: Instant | null; words: Words | null } | null> {
  const known = await db
    .selectFrom('deliveries')
    .select(['state', 'settledAt', 'subject', 'text', 'html'])
    .where('noticeId', '=', noticeId)
    .where('personId', '=', recipient.personId)
    .executeTakeFirst();
  if (!known) return null;
  const { state, settledAt, subject, text, html } = known;
  const words = subject === null || text === null || html === null ? null : { subject, text, html };
  return { acceptedAt: state === 'accepted' ? settledAt : null, words };
}

/** Whoever refuses for now has answered, and nothing is settled by it. */
const isDeferred = sql`deliveries.state = 'sending' and deliveries.response is not null`;

/**
 * Writes down that it is about to be sent, and how it reads. Returns since when it is tried: of one that was refused for now since that
 * first try, else from this one, so that no day counts on which our own server was away. Null for a person who was erased meanwhile:
 * then nothing is kept of it.
 */
export async function beginDelivery(
  db: Database,
  { developerId, noticeId, recipient }: Addressed,
  mail: Words & { messageId: string },
  now: Instant,
): Promise<Instant | null> {
  const { personId, audience } = recipient;
  const { messageId, subject, text, html } = mail;
  const sentAt = new Date(now);
  return db.transaction().execute(async (trx) => {
    // Held: who is erased from here on is rid of these words too.
    const person = await trx
      .selectFrom('people')
      .select('id')
      .where('id', '=', personId)
      .where('erasedAt', 'is', null)
      .forShare()
      .executeTakeFirst();
    if (!person) return null;
    const begun = await trx
      .insertInto('deliveries')
      .values({
        ...{ noticeId, developerId, personId, audience, messageId, sentAt, subject, text, html },
        ...{ state: 'sending', attempts: 1, response: null, settledAt: null },
      })
      .onConflict((conflict) =>
        conflict.columns(['noticeId', 'personId']).doUpdateSet((row) => ({
          ...{ state: 'sending' as const, attempts: row('deliveries.attempts', '+', 1) },
          sentAt: sql`case when ${isDeferred} then deliveries.sent_at else excluded.sent_at end`,
          response: sql`case when ${isDeferred} then deliveries.response end`,
        })),
      )
      .returning('sentAt')
      .executeTakeFirstOrThrow();
    return begun.sentAt ?? now;
  });
}

/** Writes down that it was refused for now, and what the server said. */
export async function deferDelivery(db: Database, addressed: Addressed, response: string): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ response: keptOf(response) })
    .where('noticeId', '=', addressed.noticeId)
    .where('personId', '=', addressed.recipient.personId)
    .where('state', '=', 'sending')
    .execute();
}

/** Writes down what became of it, unless it came back in this moment: then it stays bounced. Returns when it was accepted, or null for a bounce. */
export async function settleDelivery(
  db: Database,
  addressed: Addressed,
  { outcome, response }: Settled,
  settledAt: Instant,
): Promise<Instant | null> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({
      state: outcome,
      response: keptOf(response),
      settledAt: new Date(settledAt),
    })
    .where('noticeId', '=', addressed.noticeId)
    .where('personId', '=', addressed.recipient.personId)
    .where('state', '=', 'sending')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return (await knownDelivery(db, addressed))?.acceptedAt ?? null;
  return outcome === 'accepted' ? settledAt : null;
}

/** Of an erased person nothing is kept, and mail servers like to say the address. */
function keptOf(response: string) {
  return sql<string | null>`case when text is null then null else ${response}::text end`;
}

/**
 * Since when somebody has a notice: when the first of its mails was taken that has not come back. Null where nobody has it. That mail
 * cannot come back before the transaction ends.
 */
export async function withSomebodySince(trx: Transaction<Tables>, noticeId: NoticeId): Promise<Instant | null> {
  const earliest = await trx
    .selectFrom('deliveries')
    .select('settledAt')
    .where('noticeId', '=', noticeId)
    .where('state', '=', 'accepted')
    .orderBy('settledAt')
    .limit(1)
    .forShare()
    .executeTakeFirst();
  return earliest?.settledAt ?? null;
}
