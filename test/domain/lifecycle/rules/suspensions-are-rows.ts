import type { Decision } from '../../../../domain/lifecycle/decisions';
import type { Notice, Suspension } from '../../../../domain/lifecycle/state';
import type { Step, Trace } from '../simulation';
import { isByPeople, must, suspensionOf, types } from './ledger';

/** A live key is suspended exactly while a row says so; a test key never; each row is lifted by what its class allows. */
export function suspensionsAreRows({ steps }: Trace): void {
  for (const step of steps) {
    for (const key of step.after.keys) {
      if (key.state !== 'active' && key.state !== 'suspended') continue;
      const isCovered = step.after.suspensions.some((row) => row.appId === key.appId && row.liftedAt === null);
      const wanted = key.environment === 'live' && isCovered ? 'suspended' : 'active';
      must(step, key.state === wanted, `${key.environment} key ${key.id} is ${key.state}, not ${wanted}`);
    }
    for (const suspension of step.after.suspensions) lifting(step, suspension.id);
    for (const decision of step.decisions) byPeople(step, decision);
    curedIsLifted(step);
    standings(step);
  }
}

const byHand = { legal: 'suspension.lifted', revoked: 'app.revoked', retired: 'app.retired' };

/** What lifts a row of a class, by the way it was lifted: its own cure and nobody else's, legal, or the end of the app. */
const liftedWith: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  obligation: { ...byHand, cure: 'app.accepted', 'provisional-cure': 'submission.passed-provisionally' },
  finding: { ...byHand, cure: 'finding.cured', withdrawn: 'finding.withdrawn' },
  'account-manager': { ...byHand, 'account-manager': 'suspension.lifted' },
  legal: byHand,
};

function lifting(step: Step, id: string): void {
  const before = step.before?.suspensions.find((row) => row.id === id);
  const after = step.after.suspensions.find((row) => row.id === id);
  if (!after || after.liftedAt === null || before?.liftedAt != null) return;
  const because = liftedWith[before?.class ?? after.class]?.[after.liftedBy ?? ''] ?? 'nothing';
  must(step, types(step).includes(because), `${id} was lifted by ${after.liftedBy} without ${because}`);
  if (after.liftedBy === 'legal' || after.liftedBy === 'account-manager') handed(step, after);
  const finding = step.before?.plans.find((row) => row.id === after.planId)?.findingId ?? null;
  const ended = step.decisions.filter(({ type }) => type === 'finding.cured' || type === 'finding.withdrawn');
  if (after.class === 'finding' && (after.liftedBy === 'cure' || after.liftedBy === 'withdrawn'))
    must(
      step,
      ended.some(({ subject }) => subject === finding),
      `${id} was lifted by the end of another finding`,
    );
}

/** People lift in their own role, and the developer is told. */
function handed(step: Step, { id, liftedBy }: Suspension): void {
  const { event } = step;
  const role = event.actor.kind === 'staff' ? event.actor.role : 'nobody';
  must(step, event.type === 'suspension.lifted' && event.suspensionId === id, `${id} was lifted by no one's decision`);
  must(step, (liftedBy === 'legal') === (role === 'legal'), `${role} lifted as ${liftedBy}`);
  must(step, isTold(step, 'suspension-lifted', id), 'nobody was told that it is lifted');
}

/** Two people, in a role that may, and the statement of reasons in the same decision. */
function byPeople(step: Step, decision: Decision): void {
  const suspension = suspensionOf(decision);
  if (suspension === undefined || !isByPeople(decision)) return;
  const request = step.before?.suspensionRequests.find((row) => row.id === suspension.requestId);
  const { event } = step;
  must(step, request?.state === 'open' && request.class === suspension.class, `${suspension.id} had no request`);
  if (!request) return;
  must(step, event.type === 'suspension.confirmed' && event.requestId === request.id, 'nobody confirmed it');
  must(step, event.actor.id !== request.requestedBy, 'who asked for a suspension confirmed it');
  const roles = request.class === 'legal' ? ['legal', 'admin'] : ['am', 'lead', 'admin'];
  must(step, event.actor.kind === 'staff' && roles.includes(event.actor.role), 'a role confirmed that may not');
  must(step, isTold(step, 'suspended-by-decision', request.id), 'no statement of reasons was queued with it');
}

function isTold(step: Step, template: Notice['template'], occasion: string): boolean {
  return step.decisions.some(
    ({ type, changes: [change] }) =>
      type === 'notice.queued' &&
      change?.collection === 'notices' &&
      change.row.template === template &&
      change.row.occasion === occasion,
  );
}

/** What a cured finding has led to ends with it, in the same decision. */
function curedIsLifted(step: Step): void {
  for (const { type, subject } of step.decisions) {
    if (type !== 'finding.cured' && type !== 'finding.withdrawn') continue;
    const plan = step.after.plans.find((row) => row.findingId === subject);
    must(step, plan === undefined || plan.closedAt !== null, 'the plan of an ended finding runs on');
    const isLeft = step.after.suspensions.some((row) => row.planId === plan?.id && row.liftedAt === null);
    must(step, !isLeft, 'an ended finding keeps its suspension');
  }
}

/** An app is suspended when and only when a row covers it. */
function standings(step: Step): void {
  for (const app of step.after.apps) {
    if (app.retiredAt !== null) continue;
    const isCovered = step.after.suspensions.some((row) => row.appId === app.id && row.liftedAt === null);
    must(step, (app.standing === 'suspended') === isCovered, `${app.id} is ${app.standing}`);
  }
}
