import type { Decision } from '../../../../domain/lifecycle/decisions';
import type { Suspension } from '../../../../domain/lifecycle/state';
import type { Step } from '../simulation';
import { must, planUntil } from './ledger';

/**
 * An undone suspension is lifted in that decision, counts as no lapse, starts its ladder over with fresh notices, tells the developer,
 * and leaves a record of how long it stood and a post-mortem that somebody is asked to conclude.
 */
export function undone(step: Step): void {
  for (const decision of step.decisions) {
    if (decision.type === 'suspension.undone') oneUndone(step, decision);
    if (decision.type === 'post-mortem.concluded') concluded(step, decision);
  }
}

function oneUndone(step: Step, decision: Decision): void {
  const before = step.before?.suspensions.find((row) => row.id === decision.subject);
  const suspension = step.after.suspensions.find((row) => row.id === decision.subject);
  if (!before || !suspension) {
    must(step, false, 'something was undone that was never suspended');
    return;
  }
  const { event } = step;
  const role = event.actor.kind === 'staff' ? event.actor.role : 'nobody';
  const roles = suspension.class === 'legal' ? ['legal'] : ['legal', 'lead'];
  must(step, event.type === 'suspension.undone' && roles.includes(role), `${role} undid a suspension`);
  must(step, before.liftedAt === null && suspension.liftedAt === step.now, 'what was undone still stands');
  const app = step.after.apps.find((row) => row.id === suspension.appId);
  must(step, app?.lapsedAt !== suspension.openedAt, 'what was undone counts as a lapse');
  records(step, decision, suspension);
  ladder(step, decision, suspension);
  const isTold = step.decisions.some(
    ({ type, data }) => type === 'notice.queued' && data['template'] === 'suspension-undone',
  );
  must(step, isTold, 'nobody was told that a suspension was undone');
}

function records(step: Step, { changes }: Decision, suspension: Suspension): void {
  const postMortem = changes.find((change) => change.collection === 'postMortems')?.row;
  const wrongful = changes.find((change) => change.collection === 'wrongfulEnforcements')?.row;
  const refused = (step.before?.keys ?? [])
    .filter((key) => key.appId === suspension.appId && key.state === 'suspended')
    .map((key) => key.id);
  must(step, postMortem?.suspendedAt === suspension.openedAt, 'a post-mortem begins at another time');
  must(step, postMortem?.keyIds.join() === refused.join(), 'a post-mortem names other keys');
  must(
    step,
    wrongful?.enforcedAt === suspension.openedAt && wrongful.restoredAt === step.now,
    'what was undone is not on record from its first to its last moment',
  );
  must(step, wrongful?.postMortemId === postMortem?.id, 'the record names no post-mortem');
  const isAsked = step.after.tasks.some((task) => task.kind === 'post-mortem' && task.subject === postMortem?.id);
  must(step, isAsked, 'nobody is asked to conclude the post-mortem');
}

function ladder(step: Step, decision: Decision, { planId }: Suspension): void {
  const former = planUntil(step, decision, planId);
  const plan = step.after.plans.find((row) => row.id === planId && row.closedAt === null);
  if (!former || !plan) return;
  must(step, plan.formalRevision > former.formalRevision, 'an undone suspension keeps its notices');
  must(step, plan.restrictedAt === null, 'an undone suspension leaves a restriction');
}

function concluded(step: Step, decision: Decision): void {
  const before = step.before?.postMortems.find((row) => row.id === decision.subject);
  must(step, before?.concludedAt === null, 'a post-mortem was concluded twice');
  const isLeft = step.after.tasks.some((task) => task.subject === decision.subject && task.closedAt === null);
  must(step, !isLeft, 'the task of a concluded post-mortem stays open');
}
