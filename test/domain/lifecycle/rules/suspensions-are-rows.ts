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
    standings(step);
  }
}

const liftedWith: Readonly<Record<string, string>> = {
  cure: 'app.accepted',
  'provisional-cure': 'submission.passed-provisionally',
  retired: 'app.retired',
  revoked: 'app.revoked',
  'account-manager': 'suspension.lifted',
  legal: 'suspension.lifted',
};

function lifting(step: Step, id: string): void {
  const before = step.before?.suspensions.find((row) => row.id === id);
  const after = step.after.suspensions.find((row) => row.id === id);
  if (!after || after.liftedAt === null || before?.liftedAt != null) return;
  const because = liftedWith[after.liftedBy ?? ''] ?? 'nothing';
  must(step, types(step).includes(because), `${id} was lifted by ${after.liftedBy} without ${because}`);
  const allowed = [...liftersOf[before?.class ?? after.class], 'retired', 'revoked'];
  must(step, allowed.includes(after.liftedBy ?? ''), `${after.class} was lifted by ${after.liftedBy}`);
  if (after.liftedBy === 'legal' || after.liftedBy === 'account-manager') byHand(step, after);
}

const liftersOf: Readonly<Record<Suspension['class'], readonly string[]>> = {
  obligation: ['cure', 'provisional-cure', 'legal'],
  finding: ['cure', 'legal'],
  'account-manager': ['account-manager', 'legal'],
  legal: ['legal'],
  developer: [],
};

/** People lift in their own role, and the developer is told. */
function byHand(step: Step, { id, liftedBy }: Suspension): void {
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

/** An app is suspended when and only when a row covers it. */
function standings(step: Step): void {
  for (const app of step.after.apps) {
    if (app.retiredAt !== null) continue;
    const isCovered = step.after.suspensions.some((row) => row.appId === app.id && row.liftedAt === null);
    must(step, (app.standing === 'suspended') === isCovered, `${app.id} is ${app.standing}`);
  }
}
