import type { Decision } from '../../../../domain/lifecycle/decisions';
import type { Notice, Suspension } from '../../../../domain/lifecycle/state';
import type { Step, Trace } from '../simulation';
import { isByPeople, must, suspensionOf, types } from './ledger';
import { undone } from './undoing';

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
    upheld(step);
    undone(step);
    curedIsLifted(step);
    for (const decision of step.decisions) byPeople(step, decision);
    standings(step);
  }
}

/** What lifts a row of a class, by the way it was lifted: its own cure and nobody else's, its own people or legal. */
const always = {
  retired: 'app.retired',
  revoked: 'app.revoked',
  appeal: 'appeal.upheld',
  legal: 'suspension.lifted',
  undone: 'suspension.undone',
};
const liftedWith: Readonly<Record<Suspension['class'], Readonly<Record<string, string>>>> = {
  obligation: { ...always, cure: 'app.accepted', 'provisional-cure': 'submission.passed-provisionally' },
  finding: { ...always, cure: 'finding.cured', withdrawn: 'finding.withdrawn' },
  'account-manager': { ...always, 'account-manager': 'suspension.lifted' },
  legal: always,
  developer: {},
};

function lifting(step: Step, id: string): void {
  const before = step.before?.suspensions.find((row) => row.id === id);
  const after = step.after.suspensions.find((row) => row.id === id);
  if (!after || after.liftedAt === null || before?.liftedAt != null) return;
  const because = liftedWith[after.class]?.[after.liftedBy ?? ''] ?? 'nothing';
  must(step, types(step).includes(because), `${id} was lifted by ${after.liftedBy} without ${because}`);
  if (after.liftedBy === 'legal' || after.liftedBy === 'account-manager') {
    byHand(step, after);
    return;
  }
  if (after.liftedBy === 'undone') return;
  if (after.liftedBy === 'appeal') {
    const isHeard = step.after.appeals.some(
      (row) =>
        row.state === 'upheld' &&
        row.decidedAt === step.now &&
        [row.subject, row.planId].some((of) => of === id || of === after.planId),
    );
    must(step, isHeard, `${id} was lifted by an appeal about something else`);
    return;
  }
  const finding = step.before?.plans.find((row) => row.id === after.planId)?.findingId ?? null;
  const ended = step.decisions.filter(({ type }) => type === 'finding.cured' || type === 'finding.withdrawn');
  if (after.class === 'finding' && after.liftedBy !== 'retired' && after.liftedBy !== 'revoked')
    must(
      step,
      ended.some(({ subject }) => subject === finding),
      `${id} was lifted by the end of another finding`,
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

/** What is appealed against here is a plan's: a suspension of people's only stops one that is not its own. */
const restsOnPlan: readonly string[] = ['restriction', 'finding'];

/** An upheld appeal lifts what it is against, and what rests on it, and leaves a record of how long it stood. */
function upheld(step: Step): void {
  for (const { type, changes } of step.decisions) {
    const appeal = changes.find((change) => change.collection === 'appeals')?.row;
    if (type !== 'appeal.upheld' || !appeal) continue;
    const isOfAppeal = (row: { id: string; planId: string | null }) =>
      row.id === appeal.subject || (restsOnPlan.includes(appeal.against) && row.planId === appeal.planId);
    const stands = step.after.suspensions.filter((row) => row.liftedAt === null && isOfAppeal(row));
    must(
      step,
      stands.length === 0,
      `${appeal.against} ${appeal.subject} keeps its suspension though its appeal is upheld`,
    );
    const plan = step.after.plans.find((row) => row.id === appeal.subject);
    must(step, plan?.restrictNoticeId !== appeal.decision, 'the restriction stays though its appeal is upheld');
    const wasLifted = step.before?.suspensions.find((row) => row.id === appeal.subject)?.liftedAt ?? null;
    const record = changes.find((change) => change.collection === 'wrongfulEnforcements')?.row;
    must(step, record?.enforcedAt === appeal.subjectDecidedAt, 'the record does not begin with what was decided');
    must(
      step,
      record?.restoredAt === (wasLifted ?? appeal.subjectEndedAt ?? step.now),
      'the record ends at another time',
    );
  }
}

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
