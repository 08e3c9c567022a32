import { AvowError } from '../errors';
import type { EventOf } from './events';
import { gateTemplates, ladderTemplates, type NoticeTemplate } from './notices';
import { slipAfterDelivery } from './slip';
import type { Notice, Plan } from './state';
import { closeTasks, openTask } from './task';
import { put, record, type Work } from './work';

/** The receiving server took it for a verified contact. */
export function noticeAccepted(work: Work, event: EventOf<'notice.accepted'>): void {
  const notice = work.state.notices.find((row) => row.id === event.noticeId);
  if (!notice || notice.state === 'accepted' || notice.state === 'cancelled') return;
  // A retried activity reports the time of its attempt; a clock that goes wrong dates it neither into the future nor before it was written.
  const acceptedAt = Math.min(Math.max(event.acceptedAt, notice.createdAt), work.now);
  deliver(work, { ...notice, state: 'accepted', acceptedAt }, 'notice.accepted', 'the receiving server accepted it');
}

function deliver(work: Work, notice: Notice, type: 'notice.accepted' | 'notice.confirmed', why: string): void {
  record(
    work,
    type,
    notice.id,
    { why, rule: 'notice-gate', data: { template: notice.template, acceptedAt: notice.acceptedAt } },
    [put('notices', notice)],
  );
  closeTasks(work, ['bounced-contact'], notice.id, 'the notice was delivered after all');
  if (notice.template === 'formal-notice' || notice.template === 'finding-notice') slipAfterDelivery(work, notice);
}

/** Every address refused it, or one that had taken it sent it back: the same day an account manager hears, and the ladder waits. */
export function noticeBounced(work: Work, event: EventOf<'notice.bounced'>): void {
  const notice = work.state.notices.find((row) => row.id === event.noticeId);
  if (!notice || notice.state === 'bounced' || notice.state === 'cancelled') return;
  const bounced: Notice = { ...notice, state: 'bounced', acceptedAt: null, bouncedAt: work.now };
  record(
    work,
    'notice.bounced',
    notice.id,
    {
      why: 'it could not be delivered; what it announces waits',
      rule: 'notice-gate',
      data: { template: notice.template },
    },
    [put('notices', bounced)],
  );
  if (notice.template !== 'task') openTask(work, 'bounced-contact', notice.id, 'am');
}

/** Staff vouch that it reached somebody over another channel. Two different people make it delivered, counted from the second. */
export function noticeConfirmed(work: Work, event: EventOf<'notice.confirmed'>): void {
  const notice = work.state.notices.find((row) => row.id === event.noticeId);
  if (!notice || notice.state === 'cancelled')
    throw new AvowError('resource.not-found', 'There is no such notice, or it is not needed any more.');
  if (notice.state === 'accepted')
    throw new AvowError('notice.already-accepted', 'This notice is delivered already; nothing is left to confirm.');
  const by = event.actor.kind === 'staff' ? event.actor.id : null;
  if (by === null)
    throw new AvowError('access.forbidden', 'Only staff confirm that a notice was delivered another way.');
  if (notice.confirmations.some((confirmation) => confirmation.by === by)) {
    throw new AvowError('notice.same-person', 'You have confirmed this notice already; a second person has to.');
  }
  const confirmation = { by, channel: event.channel, spokeWith: event.spokeWith, at: event.confirmedAt };
  const confirmed: Notice = { ...notice, confirmations: [...notice.confirmations, confirmation] };
  if (confirmed.confirmations.length < 2) {
    record(
      work,
      'notice.confirmed',
      notice.id,
      { why: 'one person confirms delivery; a second is needed', rule: 'notice-gate' },
      [put('notices', confirmed)],
    );
    return;
  }
  deliver(
    work,
    { ...confirmed, state: 'accepted', acceptedAt: work.now },
    'notice.confirmed',
    'two people confirmed delivery over another channel',
  );
}

/** A contact can be reached again: what bounced and still opens a gate goes out once more. */
export function contactVerified(work: Work): void {
  for (const notice of work.state.notices) {
    if (notice.state !== 'bounced' || !gateTemplates.includes(notice.template)) continue;
    record(
      work,
      'notice.requeued',
      notice.id,
      { why: 'a contact was verified, so it is tried again', rule: 'notice-gate' },
      [put('notices', { ...notice, state: 'queued', bouncedAt: null })],
    );
    closeTasks(work, ['bounced-contact'], notice.id, 'a contact was verified');
  }
}

/** True while the plan waits for this very notice: it runs or will run again, and was not made anew since. */
function isAwaited(work: Work, notice: Notice, planId: string): boolean {
  const plan: Plan | undefined = work.state.plans.find((candidate) => candidate.id === planId);
  if (plan === undefined || plan.closedAt !== null || plan.passedProvisionallyAt !== null) return false;
  return !ladderTemplates.includes(notice.template) || notice.revision >= plan.formalRevision;
}

/** Takes back what has not gone out yet and has no sense any more, once every plan it speaks of is settled. */
export function cancelNotices(work: Work, why: string): void {
  const pressing: readonly NoticeTemplate[] = ['invitation', 'reminder', ...ladderTemplates];
  for (const notice of work.state.notices) {
    if (notice.state !== 'queued' && notice.state !== 'bounced') continue;
    if (
      !pressing.includes(notice.template) ||
      notice.planIds.length === 0 ||
      notice.planIds.some((id) => isAwaited(work, notice, id))
    )
      continue;
    record(work, 'notice.cancelled', notice.id, { why, data: { template: notice.template } }, [
      put('notices', { ...notice, state: 'cancelled' }),
    ]);
    closeTasks(work, ['bounced-contact'], notice.id, 'the notice is not needed any more');
  }
}
