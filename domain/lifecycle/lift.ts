import { AvowError } from '../errors';
import type { Actor, EventOf } from './events';
import { queueNotice } from './notice';
import { startOver } from './plan';
import { isCovered } from './reinstate';
import type { Plan, Suspension } from './state';
import { put, record, rowOf, type Work } from './work';

/** A person lifts a suspension: who may depends on its class; legal may lift any (rule 7). Cures lift by themselves (`reinstate.ts`). */
export function suspensionLifted(work: Work, event: EventOf<'suspension.lifted'>): void {
  const suspension = work.state.suspensions.find((row) => row.id === event.suspensionId);
  if (suspension?.liftedAt !== null)
    throw new AvowError('suspension.already-lifted', 'This suspension is lifted already. Reload to see how.');
  const liftedBy = lifterOf(event.actor, suspension.class);
  record(
    work,
    'suspension.lifted',
    suspension.id,
    {
      why: liftedBy === 'legal' ? 'legal lifted it' : 'those who decided it lifted it',
      rule: 'suspensions-are-rows',
      data: { by: liftedBy, class: suspension.class },
    },
    [put('suspensions', { ...suspension, liftedAt: work.now, liftedBy })],
  );
  const plan = work.state.plans.find((row) => row.id === suspension.planId && row.closedAt === null);
  if (plan) askAnew(work, plan);
  queueNotice(work, {
    template: 'suspension-lifted',
    plans: plan ? [rowOf(work, 'plans', plan.id)] : [],
    apps: [rowOf(work, 'apps', suspension.appId)],
    rung: 'lifted',
    occasion: suspension.id,
    audience: ['signatory', 'preparer', 'backup'],
    facts: {
      lift: { class: suspension.class, reason: event.reason, isRestored: !isCovered(work, suspension.appId) },
    },
    why: 'the suspension is lifted',
  });
}

/** Who lifts which class. Lifting one takes one person: only suspending takes two. */
function lifterOf(actor: Actor, class_: Suspension['class']): 'legal' | 'account-manager' {
  const role = actor.kind === 'staff' ? actor.role : null;
  if (role === 'legal') return 'legal';
  if (class_ === 'account-manager' && (role === 'am' || role === 'lead' || role === 'admin')) return 'account-manager';
  throw new AvowError(
    'access.forbidden',
    class_ === 'account-manager'
      ? 'Account managers, their leads, administrators and legal lift this suspension.'
      : 'Only legal lifts this suspension by hand. One for an obligation or a finding is lifted by putting it right.',
  );
}

/** What was owed is still owed: the ladder starts over with fresh notices. A clock that stood goes on standing. */
function askAnew(work: Work, plan: Plan): void {
  const { stoppedAt, stoppedBy } = plan;
  startOver(work, plan, 'legal lifted the suspension while something is owed: the ladder starts over with new notices');
  if (stoppedAt === null) return;
  record(
    work,
    'plan.stopped',
    plan.id,
    { why: 'the vendor still owes an answer, so the clock stands on', rule: 'clock-stops' },
    [put('plans', { ...rowOf(work, 'plans', plan.id), stoppedAt: work.now, stoppedBy })],
  );
}
