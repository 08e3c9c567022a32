import { AvowError } from '../errors';
import type { AppId, PersonId } from '../ids';
import type { Actor, EventOf } from './events';
import { queueNotice } from './notice';
import type { App, Suspension } from './state';
import { decidersOf, type SuspensionRequest } from './suspension-requests';
import { closeTasks, openTask } from './task';
import { put, record, rowOf, type Work } from './work';

/** Somebody of the vendor's wants an app suspended at once, and says why. Nothing happens to its keys until another person confirms. */
export function suspensionRequested(work: Work, event: EventOf<'suspension.requested'>): void {
  const by = decider(event.actor, event.class);
  const app = work.state.apps.find((row) => row.id === event.appId);
  if (!app) throw new AvowError('resource.not-found', 'There is no such app.');
  if (app.retiredAt !== null) throw new AvowError('app.retired', 'This app is retired; its keys have ended.');
  if (app.standing === 'onboarding')
    throw new AvowError(
      'suspension.not-possible',
      'This app has no live keys yet. Return its first attestation instead of accepting it.',
    );
  refuseTwice(work, app, event.class);
  const request: SuspensionRequest = {
    id: work.newId('srq'),
    appId: app.id,
    class: event.class,
    reason: event.reason,
    clause: event.clause,
    state: 'open',
    requestedBy: by,
    requestedAt: work.now,
    decidedBy: null,
    decidedAt: null,
    decisionReason: null,
  };
  record(
    work,
    'suspension.requested',
    request.id,
    { why: 'a person asks for it; another one has to confirm', rule: 'suspensions-are-rows', data: factsOf(request) },
    [put('suspensionRequests', request)],
  );
  openTask(work, 'suspension-request', request.id, request.class === 'legal' ? 'compliance' : 'lead');
}

function refuseTwice(work: Work, app: App, class_: SuspensionRequest['class']): void {
  const isOf = (row: { appId: AppId; class: Suspension['class'] }) => row.appId === app.id && row.class === class_;
  const suspension = work.state.suspensions.find((row) => isOf(row) && row.liftedAt === null);
  if (suspension)
    throw new AvowError(
      'suspension.already-open',
      'This app is suspended by such a decision already. Lift that one first, or leave it as it is.',
      [],
      { suspensionId: suspension.id },
    );
  const request = work.state.suspensionRequests.find((row) => isOf(row) && row.state === 'open');
  if (request)
    throw new AvowError(
      'suspension.already-open',
      'Such a suspension was asked for already. Confirm, refuse or withdraw that request first.',
      [],
      { requestId: request.id },
    );
}

/**
 * A second person confirms: the app is suspended in this very decision, its statement of reasons queued with it. It spends budget;
 * over it, or while enforcement is held, it is refused and the request stays open (rules 5 and 7).
 */
export function suspensionConfirmed(work: Work, event: EventOf<'suspension.confirmed'>): void {
  const request = openRequest(work, event.requestId);
  const by = decider(event.actor, request.class);
  if (by === request.requestedBy)
    throw new AvowError('suspension.same-person', 'Who asked cannot confirm; somebody else has to.');
  refuseEnforcement(work);
  const app = rowOf(work, 'apps', request.appId);
  decideOn(work, request, { state: 'confirmed', decidedBy: by }, 'a second person confirms');
  const suspension: Suspension = {
    id: work.newId('sus'),
    appId: app.id,
    class: request.class,
    planId: null,
    requestId: request.id,
    deciders: [request.requestedBy, by],
    formalNoticeId: null,
    finalNoticeId: null,
    openedAt: work.now,
    liftedAt: null,
    liftedBy: null,
  };
  record(
    work,
    'suspension.opened',
    suspension.id,
    {
      why: 'two people of the vendor decided it',
      rule: 'suspensions-are-rows',
      data: { ...factsOf(request), requestId: request.id },
      spendsBudget: true,
    },
    [put('suspensions', suspension)],
  );
  queueNotice(work, {
    template: 'suspended-by-decision',
    plans: [],
    apps: [app],
    rung: 'suspended',
    occasion: request.id,
    audience: ['signatory', 'preparer', 'backup'],
    facts: { decision: { class: request.class, reason: request.reason, clause: request.clause } },
    why: 'the statement of reasons goes out with the suspension',
  });
}

/** Throws while a suspension by people must not happen: it is asked for again later, nothing is half done. */
function refuseEnforcement(work: Work): void {
  if (work.context.isHeld)
    throw new AvowError(
      'enforcement.held',
      'Enforcement is held for this developer. The request stays open; confirm it once the hold is lifted.',
    );
  if (work.spent >= work.context.budgetLeft)
    throw new AvowError(
      'enforcement.over-budget',
      'The enforcement budget is spent. The request stays open; confirm it once there is room again.',
    );
}

/** The second person does not agree. */
export function suspensionRefused(work: Work, event: EventOf<'suspension.refused'>): void {
  const request = openRequest(work, event.requestId);
  const by = decider(event.actor, request.class);
  if (by === request.requestedBy)
    throw new AvowError('suspension.same-person', 'Who asked cannot refuse; withdraw the request instead.');
  const decided = { state: 'refused', decidedBy: by, decisionReason: event.reason } as const;
  decideOn(work, request, decided, 'a second person does not agree');
}

/** Who asked takes it back. */
export function suspensionWithdrawn(work: Work, event: EventOf<'suspension.withdrawn'>): void {
  const request = openRequest(work, event.requestId);
  const by = decider(event.actor, request.class);
  if (by !== request.requestedBy)
    throw new AvowError('access.forbidden', 'Only who asked takes the request back. Refuse it instead.');
  decideOn(work, request, { state: 'withdrawn', decidedBy: by }, 'who asked took it back');
}

/** The app ends: nobody has to decide on it any more. */
export function withdrawRequestsOf(work: Work, appId: AppId, why: string): void {
  for (const request of work.state.suspensionRequests) {
    if (request.appId === appId && request.state === 'open') decideOn(work, request, { state: 'withdrawn' }, why);
  }
}

const decisionOf = {
  confirmed: 'suspension.confirmed',
  refused: 'suspension.refused',
  withdrawn: 'suspension.withdrawn',
} as const;

function decideOn(
  work: Work,
  request: SuspensionRequest,
  decided: { state: keyof typeof decisionOf; decidedBy?: PersonId; decisionReason?: string },
  why: string,
): void {
  record(work, decisionOf[decided.state], request.id, { why, rule: 'suspensions-are-rows', data: factsOf(request) }, [
    put('suspensionRequests', { ...request, ...decided, decidedAt: work.now }),
  ]);
  closeTasks(work, ['suspension-request'], request.id, why);
}

function factsOf(request: SuspensionRequest): Record<string, unknown> {
  return { appId: request.appId, class: request.class };
}

function openRequest(work: Work, id: string): SuspensionRequest {
  const request = work.state.suspensionRequests.find((row) => row.id === id);
  if (request?.state !== 'open')
    throw new AvowError('suspension.already-decided', 'This request is decided already. Reload to see how.');
  return request;
}

function decider(actor: Actor, class_: SuspensionRequest['class']): PersonId {
  const roles: readonly string[] = decidersOf[class_];
  if (actor.kind === 'staff' && roles.includes(actor.role)) return actor.id;
  throw new AvowError(
    'access.forbidden',
    class_ === 'legal'
      ? 'Suspensions for legal reasons are for legal and administrators to decide.'
      : 'These suspensions are for account managers, their leads and administrators to decide.',
  );
}
