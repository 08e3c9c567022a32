import { createHash } from 'node:crypto';
import { reportMailEvent } from '../../../api/mail-events';
import { developerTime } from '../../../db/queries/developer-time';
import { bounceDelivery, findSentMail } from '../../../db/queries/notices';
import { idFrom } from '../../../domain/ids';
import { notFound } from '../../problems';
import { route } from '../../route';

export const reportMailEventRoute = route(reportMailEvent, async ({ body, actor, deps, now }) => {
  const messageId = `<${body.messageId.replace(/^<|>$/g, '')}>`;
  const sent = await findSentMail(deps.db, messageId);
  if (!sent) throw notFound('mail');
  const { noticeId, developerId } = sent;
  const { at } = await developerTime(deps.db, deps.lifecycle, developerId, now);
  const { attempts, isDelivered } = await bounceDelivery(deps.db, sent, at);
  if (!isDelivered) {
    // The same bounce is the same event however often it is reported; a bounce of the next attempt is another.
    const id = idFrom('evt', createHash('sha256').update(`notice.bounced\n${messageId}\n${attempts}`).digest());
    await deps.lifecycle.transact(developerId, {
      id,
      type: 'notice.bounced',
      actor,
      noticeId,
      detail: 'came back after it was accepted',
    });
  }
  return { noticeId, isDelivered };
});
