import type { Mailer, MailResult, OutgoingMail } from '../integrations/smtp';

/**
 * For so long a recipient who is refused for now is tried again; then the mail counts as bounced. RFC 5321 (4.5.4.1) would have a sender
 * try for four or five days, as it has nothing but the mail. We have a backup contact and an account manager, and what waits for a notice
 * waits with it: a day covers greylisting, a full mailbox and a receiver's outage, and no longer.
 */
const longestDeferralMs = 24 * 3_600_000;

/** The mail server was lost after it had the mail: it is sent again, under the same Message-ID. */
class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** The mail server refuses this recipient for now, and takes mail for others. The message is what it said. */
export class RefusedForNow extends Error {
  override readonly name = 'RefusedForNow';
}

export interface Settled extends MailResult {
  outcome: Exclude<MailResult['outcome'], 'unknown' | 'deferred'>;
}

/**
 * Sends a mail of which it has to be known what became of it. Throws where it is not, or nothing was handed over: whoever calls is
 * tried again, and gives the mail the same Message-ID, by which receivers know it. `deferredForMs`: since it was first refused for now,
 * for who takes it for bounced after a day; left out, such a refusal is thrown as `RefusedForNow` without end.
 */
export async function sendUntilSettled(mailer: Mailer, mail: OutgoingMail, deferredForMs = 0): Promise<Settled> {
  const { outcome, response } = await mailer.send(mail);
  if (outcome === 'unknown') throw new OutcomeUnknown(response);
  if (outcome !== 'deferred') return { outcome, response };
  if (deferredForMs < longestDeferralMs) throw new RefusedForNow(response);
  return { outcome: 'bounced', response };
}
