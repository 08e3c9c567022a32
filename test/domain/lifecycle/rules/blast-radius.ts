import { localClock, localDay } from '../calendar-of-tests';
import { type Step, type Trace, terms } from '../simulation';
import { isByPeople, must } from './ledger';

/** No more apps than the budget allows, no suspension outside a slot, none while enforcement is held. */
export function blastRadius({ steps }: Trace): void {
  const blocked = new Map<string, string>();
  for (const step of steps) {
    const spending = step.decisions.filter(
      (decision) => decision.type === 'app.restricted' || decision.type === 'suspension.opened',
    );
    must(
      step,
      spending.every((decision) => decision.spendsBudget),
      'a punishment spent nothing',
    );
    must(step, spending.length <= step.context.budgetLeft, 'more was spent than was left');
    must(step, !step.context.isHeld || spending.length === 0, 'something was enforced while it was held');
    for (const decision of spending) {
      must(step, blocked.get(String(decision.data['planId'])) !== 'budget', 'a plan over budget went on by itself');
      if (decision.type === 'suspension.opened' && !isByPeople(decision)) slot(step);
    }
    for (const decision of step.decisions) {
      for (const change of decision.changes) {
        if (change.collection !== 'plans') continue;
        if (change.row.blockedBy === null) blocked.delete(change.row.id);
        else blocked.set(change.row.id, change.row.blockedBy);
      }
      if (decision.type === 'plan.blocked')
        must(step, blocked.has(decision.subject), 'a blocked plan does not say what for');
    }
  }
}

/** Tuesday to Thursday, 10 to 16 in Taipei, on no frozen day. */
function slot(step: Step): void {
  const { weekday, hour } = localClock(step.now, 'Asia/Taipei');
  must(step, weekday >= 2 && weekday <= 4 && hour >= 10 && hour < 16, 'suspended outside the enforcement window');
  const today = new Date(localDay(step.now, 'Asia/Taipei') * 86_400_000).toISOString().slice(0, 10);
  must(step, !terms.slot.freezeDays.includes(today), 'suspended on a frozen day');
}
