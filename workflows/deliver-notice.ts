import { proxyActivities, uuid4 } from '@temporalio/workflow';
import type { createNoticeActivities } from '../activities/notices';
import type { EventId } from '../domain/ids';
import { heartbeatTimeout } from './heartbeat';
import type { DeliverNoticeInput } from './messages';

/** A mail server can be away for days; the notice waits and goes out when it is back, under the same Message-ID. */
const { sendNotice, noticeAccepted, noticeBounced } = proxyActivities<ReturnType<typeof createNoticeActivities>>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/** Delivers one notice: to those it is for, else to the backup contact, else an account manager hears of it. */
export async function deliverNotice({ developerId, noticeId }: DeliverNoticeInput): Promise<void> {
  const eventId: EventId = `evt_${uuid4().replaceAll('-', '')}`;
  const sent = await sendNotice({ developerId, noticeId, to: 'first' });
  if (sent.outcome === 'gone') return;
  if (sent.outcome === 'accepted')
    return noticeAccepted({ developerId, noticeId, eventId, acceptedAt: sent.acceptedAt });
  const backup = await sendNotice({ developerId, noticeId, to: 'backup' });
  if (backup.outcome === 'gone') return;
  if (backup.outcome === 'accepted')
    return noticeAccepted({ developerId, noticeId, eventId, acceptedAt: backup.acceptedAt });
  return noticeBounced({ developerId, noticeId, eventId });
}
