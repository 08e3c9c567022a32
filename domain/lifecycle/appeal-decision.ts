import { AvowError } from '../errors';
import { acceptReturned } from './answer';
import { openAppeal, resumeAfter, tellOfAppeal, wordsOf } from './appeal';
import { mayNotDecide, stillStands } from './appealable';
import type { Appeal, WrongfulEnforcement } from './appeals';
import type { Actor, EventOf } from './events';
import { withdrawFinding } from './finding';
import type { Suspension } from './state';
import { closeTasks } from './task';
import { put, record, rowOf, type Work } from './work';
import { beginAnew, liftWrongful } from './wrongful';

type Decider = Extract<Actor, { kind: 'staff' }>;

const lifted = { why: 'an appeal is upheld', rule: 'suspensions-are-rows' } as const;
const anew = 'an appeal is upheld, so the ladder starts over with a new formal notice';

/** The vendor's decision on an appeal, in words, by somebody who did not make the decision appealed against. */
export function appealDecided(work: Work, event: EventOf<'appeal.decided'>): void {
  const appeal = openAppeal(work, event.appealId);
  if (event.actor.kind !== 'staff') throw new AvowError('access.forbidden', 'Only staff decide an appeal.');
  if (mayNotDecide(appeal, event.actor.id))
    throw new AvowError(
      'appeal.same-person',
      'You made the decision this is about, or the appeal is yours. A colleague has to decide it.',
    );
  const reason = wordsOf(event.words);
  const isUpheld = event.outcome === 'uphold';
  const decided: Appeal = {
    ...appeal,
    state: isUpheld ? 'upheld' : 'dismissed',
    decidedAt: work.now,
    decidedBy: event.actor.id,
    reason,
  };
  if (isUpheld) uphold(work, decided, event.actor);
  else {
    record(work, 'appeal.dismissed', appeal.id, { why: 'the decision stands', rule: 'clock-stops' }, [
      put('appeals', decided),
    ]);
    resumeAfter(work, decided);
  }
  closeTasks(work, ['appeal', 'appeal-late'], appeal.id, 'the appeal is decided');
  tellOfAppeal(work, decided, isUpheld ? 'appeal-upheld' : 'appeal-dismissed', reason);
}

function uphold(work: Work, appeal: Appeal, actor: Decider): void {
  const stands = stillStands(work.state, appeal);
  const wrongful: WrongfulEnforcement = {
    id: work.newId('wfe'),
    appealId: appeal.id,
    postMortemId: null,
    appId: appeal.appId,
    against: appeal.against,
    subject: appeal.subject,
    enforcedAt: appeal.subjectDecidedAt,
    restoredAt: appeal.subjectEndedAt ?? work.now,
  };
  record(
    work,
    'appeal.upheld',
    appeal.id,
    {
      why: `the ${appeal.against} was wrong`,
      rule: 'clock-stops',
      data: {
        against: appeal.against,
        subject: appeal.subject,
        timeToRestoreMs: wrongful.restoredAt - wrongful.enforcedAt,
      },
    },
    [put('appeals', appeal), put('wrongfulEnforcements', wrongful)],
  );
  if (stands) restore(work, appeal, actor);
  resumeAfter(work, appeal);
}

/** Takes back what the appeal was against, with all that rests on it. */
function restore(work: Work, appeal: Appeal, actor: Decider): void {
  switch (appeal.against) {
    case 'return':
      acceptReturned(work, appeal, actor.id);
      return;
    case 'restriction':
      liftRestriction(work, appeal);
      return;
    case 'suspension':
      liftAppealed(work, rowOf(work, 'suspensions', appeal.subject));
      return;
    case 'finding':
      withdrawFinding(work, rowOf(work, 'findings', appeal.subject), 'an appeal against the finding is upheld', {
        actor,
        ...(appeal.reason !== null && { reason: appeal.reason }),
        liftedBy: 'appeal',
      });
      return;
  }
}

/** The restriction ends, and a suspension that rests on it; the ladder after the due day starts over today. */
function liftRestriction(work: Work, appeal: Appeal): void {
  const plan = rowOf(work, 'plans', appeal.subject);
  const suspensions = work.state.suspensions.filter((row) => row.planId === plan.id && row.liftedAt === null);
  for (const suspension of suspensions) liftWrongful(work, suspension, 'appeal', lifted);
  record(
    work,
    'restriction.lifted',
    plan.appId,
    { why: 'an appeal against the restriction is upheld', data: { planId: plan.id } },
    [put('plans', { ...plan, restrictedAt: null, restrictNoticeId: null })],
  );
  beginAnew(work, appeal, anew);
}

/** The suspension is lifted. Where a plan led to it, that starts over today with fresh notices. */
function liftAppealed(work: Work, suspension: Suspension): void {
  liftWrongful(work, suspension, 'appeal', lifted);
  beginAnew(work, suspension, anew);
}
