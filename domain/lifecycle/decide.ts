import type { Instant } from '../calendar/instant';
import { AvowError } from '../errors';
import { answer, reviewerOf } from './answer';
import { appealAcknowledged, appealFiled, appealWithdrawn } from './appeal';
import { appealDecided } from './appeal-decision';
import { campaignAsked } from './campaign';
import type { Context } from './context';
import type { Decision } from './decisions';
import {
  appImported,
  appRegistered,
  appRetired,
  developerChanged,
  developerEnrolled,
  developerOffboarded,
  newState,
} from './enrolment';
import type { EventOf, LifecycleEvent, LifecycleEventType } from './events';
import { exemptionEnded } from './exemption-end';
import { extensionDecided, extensionRequested, extensionWithdrawn } from './extension';
import { findingAnswered } from './finding-answering';
import { findingDecided, findingWithdrawn } from './finding-deciding';
import { findingRaised } from './finding-raising';
import { keyIssued, keyRevoked, keyRolled } from './key';
import { suspensionLifted } from './lift';
import { contactVerified, noticeAccepted, noticeBounced, noticeConfirmed } from './notice-outcome';
import { developerNudged } from './nudge';
import { enforcementReleased } from './release';
import { reviewAsked } from './review-question';
import { settle } from './settle';
import type { LifecycleState } from './state';
import { checksCompleted, submissionSigned } from './submission';
import { suspensionConfirmed, suspensionRefused, suspensionRequested, suspensionWithdrawn } from './suspension-request';
import { terminationAnnounced, terminationConfirmed, terminationWithdrawn } from './termination';
import { termsChanged } from './terms-change';
import { tick } from './tick';
import { postMortemConcluded, suspensionUndone } from './undo';
import { walkAdvanced } from './walk';
import { beginWork, put, putDeveloper, record, type Work } from './work';

export interface Decided {
  state: LifecycleState;
  decisions: Decision[];
}

const handlers: { [Type in LifecycleEventType]: (work: Work, event: EventOf<Type>) => void } = {
  'developer.enrolled': developerEnrolled,
  'developer.changed': developerChanged,
  'developer.nudged': developerNudged,
  'terms.changed': termsChanged,
  'developer.offboarded': developerOffboarded,
  'app.registered': appRegistered,
  'app.imported': appImported,
  'app.retired': appRetired,
  'walk.advanced': walkAdvanced,
  'submission.signed': submissionSigned,
  'checks.completed': checksCompleted,
  'review.decided': (work, event) => answer(work, event.submissionId, event.items, reviewerOf(event)),
  'review.asked': reviewAsked,
  'extension.requested': extensionRequested,
  'extension.decided': extensionDecided,
  'extension.withdrawn': extensionWithdrawn,
  'appeal.filed': appealFiled,
  'appeal.acknowledged': appealAcknowledged,
  'appeal.decided': appealDecided,
  'appeal.withdrawn': appealWithdrawn,
  'finding.raised': findingRaised,
  'finding.answered': findingAnswered,
  'finding.decided': findingDecided,
  'finding.withdrawn': findingWithdrawn,
  'enforcement.released': enforcementReleased,
  'exemption.ended': exemptionEnded,
  'campaign.asked': campaignAsked,
  'suspension.requested': suspensionRequested,
  'suspension.confirmed': suspensionConfirmed,
  'suspension.refused': suspensionRefused,
  'suspension.withdrawn': suspensionWithdrawn,
  'suspension.lifted': suspensionLifted,
  'suspension.undone': suspensionUndone,
  'post-mortem.concluded': postMortemConcluded,
  'termination.announced': terminationAnnounced,
  'termination.confirmed': terminationConfirmed,
  'termination.withdrawn': terminationWithdrawn,
  'notice.accepted': noticeAccepted,
  'notice.bounced': noticeBounced,
  'notice.confirmed': noticeConfirmed,
  'contact.verified': contactVerified,
  'key.issued': keyIssued,
  'key.rolled': keyRolled,
  'key.revoked': keyRevoked,
  'task.closed': taskClosed,
  'clock.ticked': tick,
};

/** Outcomes of machinery may come after a developer left; people and the clock have nothing left to do then. */
const afterOffboarding: readonly LifecycleEventType[] = [
  'terms.changed',
  'clock.ticked',
  'notice.accepted',
  'notice.bounced',
  'checks.completed',
  'enforcement.released',
  'contact.verified',
  'task.closed',
  'post-mortem.concluded',
];

/**
 * Decides an event: the whole lifecycle, pure. `state` is null only for `developer.enrolled`. Throws an `AvowError` when a
 * person asks for something that cannot be; the state is then as it was.
 */
export function decide(state: LifecycleState | null, event: LifecycleEvent, context: Context, now: Instant): Decided {
  if (event.type === 'developer.enrolled') {
    if (state !== null) throw new AvowError('developer.exists', 'This developer is enrolled already.');
    const work = beginWork(newState(event, now), event.id, context, now);
    developerEnrolled(work);
    return work;
  }
  if (state === null) throw new AvowError('resource.not-found', 'There is no such developer.');
  if (state.developer.offboardedAt !== null && !afterOffboarding.includes(event.type)) {
    throw new AvowError('developer.offboarded', 'This developer has left; nothing can be changed any more.');
  }
  // The developer's time never runs back behind their last decision (definition 3).
  const work = beginWork(state, event.id, context, Math.max(now, state.developer.lastDecisionAt));
  (handlers[event.type] as (work: Work, event: LifecycleEvent) => void)(work, event);
  settle(work);
  stampDecision(work);
  return work;
}

/** Remembers the time of the decision on the developer. */
function stampDecision(work: Work): void {
  const last = work.decisions.at(-1);
  if (!last) return;
  const developer = {
    ...work.state.developer,
    lastDecisionAt: Math.max(work.now, work.state.developer.lastDecisionAt),
  };
  last.changes.push(putDeveloper(developer));
  work.state = { ...work.state, developer };
}

function taskClosed(work: Work, event: EventOf<'task.closed'>): void {
  const task = work.state.tasks.find((row) => row.id === event.taskId);
  if (!task) throw new AvowError('task.already-closed', 'There is no such open task; somebody has closed it.');
  record(work, 'task.closed', task.id, { why: 'somebody saw to it' }, [put('tasks', { ...task, closedAt: work.now })]);
}
