import type { Appeal } from '../../../../domain/lifecycle/appeals';
import { endOfWorkingDays, localDay } from '../calendar-of-tests';
import type { Step } from '../simulation';
import { must, zoneOf } from './ledger';

const held = ['rung.fired', 'cycle.lapsed', 'finding.lapsed', 'plan.missed', 'app.restricted', 'suspension.opened'];

/**
 * Keeps the ledger of appeals: one for each decision and in time, nothing fires while one stands, somebody else decides it, and
 * the lead hears when an answer is late.
 */
export function appealLedger(): (step: Step) => void {
  const filed = new Set<string>();
  /** Who sent a submission back, and who raised a finding. */
  const decidedBefore = new Map<string, Set<string>>();
  return (step) => {
    const { event } = step;
    if (event.type === 'review.decided' && event.items.some((item) => item.outcome === 'return')) {
      const people = decidedBefore.get(event.submissionId) ?? new Set();
      decidedBefore.set(event.submissionId, people.add(event.actor.id));
    }
    if (event.type === 'finding.raised') {
      const raised = step.decisions.find(({ type }) => type === 'finding.raised')?.subject;
      decidedBefore.set(raised ?? '', new Set([event.actor.id]));
    }
    nothingFires(step);
    if (event.type === 'clock.ticked') for (const appeal of step.after.appeals) late(step, appeal);
    for (const { type, changes } of step.decisions) {
      const appeal = changes.find((change) => change.collection === 'appeals')?.row;
      if (!appeal) continue;
      if (type === 'appeal.filed') filing(step, appeal, filed);
      if (type === 'appeal.upheld' || type === 'appeal.dismissed') {
        const isOwn = decidedBefore.get(appeal.subject)?.has(appeal.decidedBy ?? '') ?? false;
        must(step, !isOwn, 'who made the decision decided the appeal against it');
        must(
          step,
          appeal.reason !== null && appeal.filedBy !== appeal.decidedBy,
          'decided by its own side, or wordless',
        );
      }
    }
  };
}

function filing(step: Step, appeal: Appeal, filed: Set<string>): void {
  const decision = `${appeal.subject} ${appeal.decision}`;
  must(step, !filed.has(decision), 'a second appeal against one decision');
  filed.add(decision);
  const zone = zoneOf(step);
  must(step, localDay(step.now, zone) - localDay(appeal.subjectDecidedAt, zone) <= 30, 'an appeal after thirty days');
  const plan = step.after.plans.find((row) => row.id === appeal.planId);
  if (plan && plan.closedAt === null)
    must(step, plan.stoppedAt !== null || plan.passedProvisionallyAt !== null, 'an appeal did not stop the clock');
}

function nothingFires(step: Step): void {
  if (step.event.type !== 'clock.ticked') return;
  for (const decision of step.decisions) {
    if (!held.includes(decision.type)) continue;
    const planId = decision.data['planId'] ?? decision.subject;
    const isHeard = step.before?.appeals.some((row) => row.state === 'open' && row.planId === planId) ?? false;
    must(step, !isHeard, `${decision.type} while an appeal stood`);
  }
}

function late(step: Step, appeal: Appeal): void {
  if (appeal.state !== 'open') return;
  const isPast = (days: number) => step.now >= endOfWorkingDays(appeal.filedAt, days, 'Asia/Taipei');
  const isTold = step.after.tasks.some((task) => task.kind === 'appeal-late' && task.subject === appeal.id);
  if (appeal.firstAnsweredAt === null && isPast(2)) {
    const isHeard = appeal.firstLateToldAt !== null && (appeal.firstLateToldAt < step.now || isTold);
    must(step, isHeard, 'nobody heard that the first answer is late');
  }
  if (isPast(10)) must(step, appeal.decisionLateToldAt !== null, 'nobody heard that the decision is late');
}
