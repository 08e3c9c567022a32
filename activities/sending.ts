import type { Mailer, MailResult, OutgoingMail } from '../integrations/smtp';

/** The mail server was lost after it had the mail: it is sent again, under the same Message-ID. */
class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

export interface Settled extends MailResult {
  outcome: Exclude<MailResult['outcome'], 'unknown'>;
}

/**
 * Sends a mail of which it has to be known what became of it. Throws where it is not, or nothing was handed over: whoever calls is
 * tried again, and gives the mail the same Message-ID, by which receivers know it.
 */
export async function sendUntilSettled(mailer: Mailer, mail: OutgoingMail): Promise<Settled> {
  const { outcome, response } = await mailer.send(mail);
  if (outcome === 'unknown') throw new OutcomeUnknown(response);
  return { outcome, response };
}
