import { AvowError } from '../errors';
import type { WrongfulEnforcement } from './appeals';
import type { EventOf } from './events';
import { queueNotice } from './notice';
import { mayUndo, type PostMortem } from './post-mortems';
import { isCovered } from './reinstate';
import type { Suspension } from './state';
import { closeTasks, openTask } from './task';
import { put, record, rowOf, type Work } from './work';
import { beginAnew, liftWrongful } from './wrongful';

/**
 * A suspension that should never have been is undone by one person: the live keys work at once, what led to it starts over with fresh
 * notices, and what went wrong is on record until somebody has found it out.
 */
export function suspensionUndone(work: Work, event: EventOf<'suspension.undone'>): void {
  const suspension = work.state.suspensions.find((row) => row.id === event.suspensionId);
  if (suspension?.liftedAt !== null)
    throw new AvowError('suspension.already-lifted', 'This suspension is lifted already. Reload to see how.');
  const { actor } = event;
  if (actor.kind !== 'staff' || !mayUndo(actor.role, suspension.class))
    throw new AvowError(
      'access.forbidden',
      suspension.class === 'legal' ? 'Only legal undoes this suspension.' : 'Leads and legal undo a suspension.',
    );
  refuseAppealed(work, suspension);
  const postMortem: PostMortem = {
    id: work.newId('pmt'),
    suspensionId: suspension.id,
    appId: suspension.appId,
    class: suspension.class,
    keyIds: work.state.keys
      .filter((key) => key.appId === suspension.appId && key.state === 'suspended')
      .map((key) => key.id),
    suspendedAt: suspension.openedAt,
    undoneAt: work.now,
    undoneBy: actor.id,
    reason: event.reason,
    found: event.found,
    concludedAt: null,
    concludedBy: null,
    cause: null,
    prevention: null,
  };
  const wrongful: WrongfulEnforcement = {
    id: work.newId('wfe'),
    appealId: null,
    postMortemId: postMortem.id,
    appId: suspension.appId,
    against: 'suspension',
    subject: suspension.id,
    enforcedAt: suspension.openedAt,
    restoredAt: work.now,
  };
  record(
    work,
    'suspension.undone',
    suspension.id,
    {
      why: 'it should not have been: somebody of the vendor undid it',
      rule: 'suspensions-are-rows',
      data: {
        class: suspension.class,
        postMortemId: postMortem.id,
        timeToRestoreMs: wrongful.restoredAt - wrongful.enforcedAt,
      },
    },
    [put('postMortems', postMortem), put('wrongfulEnforcements', wrongful)],
  );
  liftWrongful(work, suspension, 'undone', { why: 'it was undone', rule: 'suspensions-are-rows' });
  beginAnew(work, suspension, 'the suspension was undone, so the ladder starts over with a new formal notice');
  openTask(work, 'post-mortem', postMortem.id, 'compliance');
  tell(work, suspension, postMortem);
}

/** An appeal is answered by a decision on it, which restores as much and at once: one mistake leaves one record. */
function refuseAppealed(work: Work, { id }: Suspension): void {
  const appeal = work.state.appeals.find(
    (row) => row.state === 'open' && row.against === 'suspension' && row.subject === id,
  );
  if (appeal)
    throw new AvowError(
      'suspension.appealed',
      'The developer has appealed against this suspension. Uphold the appeal: that restores the keys at once.',
      [],
      { appealId: appeal.id },
    );
}

function tell(work: Work, suspension: Suspension, { reason, keyIds }: PostMortem): void {
  const plan = work.state.plans.find((row) => row.id === suspension.planId && row.closedAt === null);
  queueNotice(work, {
    template: 'suspension-undone',
    plans: plan ? [plan] : [],
    apps: [rowOf(work, 'apps', suspension.appId)],
    rung: 'undone',
    occasion: suspension.id,
    audience: ['signatory', 'preparer', 'backup'],
    facts: {
      undoing: {
        class: suspension.class,
        reason,
        suspendedAt: suspension.openedAt,
        keys: keyIds.length,
        isRestored: !isCovered(work, suspension.appId),
      },
    },
    why: 'the suspension was a mistake of ours',
  });
}

/** Why it came and what prevents the next: what closes a post-mortem, once. */
export function postMortemConcluded(work: Work, event: EventOf<'post-mortem.concluded'>): void {
  const { actor, cause, prevention } = event;
  if (actor.kind !== 'staff' || actor.role !== 'legal')
    throw new AvowError('access.forbidden', 'Legal concludes a post-mortem.');
  const postMortem = work.state.postMortems.find((row) => row.id === event.postMortemId);
  if (postMortem?.concludedAt !== null)
    throw new AvowError('post-mortem.already-concluded', 'This post-mortem is concluded already. Reload to see how.');
  record(
    work,
    'post-mortem.concluded',
    postMortem.id,
    { why: 'what went wrong is found out', rule: 'nothing-forgotten', data: { suspensionId: postMortem.suspensionId } },
    [put('postMortems', { ...postMortem, cause, prevention, concludedAt: work.now, concludedBy: actor.id })],
  );
  closeTasks(work, ['post-mortem'], postMortem.id, 'the post-mortem is concluded');
}
