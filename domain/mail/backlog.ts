/**
 * From so many waiting mails on, nobody more of a crowd is asked: of a campaign, a rollout of terms, an import. It is five times what a
 * worker sends at once, so that sending never idles for want of mails; and few enough that a formal notice to somebody else, which
 * binds that day, leaves behind a hundred mails and not behind the whole crowd's.
 */
export const mostMailsWaiting = 100;

/** Whoever asks a crowd waits: for mails of whatever kind, as all leave through one door. A batch that was begun is asked to its end. */
export function holdsCrowdsBack(mailsWaiting: number): boolean {
  return mailsWaiting >= mostMailsWaiting;
}
