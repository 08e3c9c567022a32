import { isDeepStrictEqual } from 'node:util';
import { decisionTypes, rules } from '../../../../domain/lifecycle/decisions';
import { isOpenFinding } from '../../../../domain/lifecycle/findings';
import type { Decider } from '../decider';
import type { Step, Trace } from '../simulation';
import { must } from './ledger';

/** What was decided is all that changed; it can be told again from the decisions, and a retry decides the same. */
export function nothingForgotten({ steps }: Trace, decider: Decider): void {
  for (const [index, step] of steps.entries()) {
    for (const decision of step.decisions) {
      must(step, decision.why.length > 3, `${decision.type} says no reason`);
      must(step, decisionTypes.includes(decision.type), `${decision.type} is no decision`);
      must(step, decision.rule === null || rules.includes(decision.rule), `${decision.rule} is no rule`);
    }
    if (step.before) {
      const told = step.decisions.reduce((state, decision) => decider.evolve(state, decision), step.before);
      must(step, isDeepStrictEqual(told, step.after), 'the decisions do not tell the state that followed');
    }
    if (index % 11 === 0) {
      const again = decider.decide(step.before, step.event, step.context, step.now);
      must(step, isDeepStrictEqual(again.decisions, step.decisions), 'a retry decides something else');
    }
    stored(step, decider);
    time(step, decider);
  }
}

/** What still matters can be found again by what is open: the database looks for notices by their cycle, or by the plans of open findings. */
function stored(step: Step, decider: Decider): void {
  const kept = decider.current(step.after);
  const cycles = new Set<string | null>(kept.cycles.map((cycle) => cycle.id));
  const plans = new Set<string>(kept.plans.filter((plan) => plan.findingId !== null).map((plan) => plan.id));
  for (const notice of kept.notices) {
    const isFound =
      notice.state === 'queued' || cycles.has(notice.cycleId) || notice.planIds.some((id) => plans.has(id));
    must(step, isFound, `${notice.template} would not be loaded again`);
  }
  for (const plan of kept.plans)
    must(step, plan.findingId === null || plan.closedAt === null, 'the plan of an ended finding is kept');
  for (const finding of step.after.findings.filter(isOpenFinding)) {
    const plan = kept.plans.find((row) => row.findingId === finding.id);
    must(step, plan !== undefined, `${finding.id} is open and has no plan`);
  }
}

/** After a tick the next wake lies ahead; a tick that was not due decides nothing. */
function time(step: Step, decider: Decider): void {
  if (step.event.type !== 'clock.ticked') return;
  const state = decider.current(step.after);
  const wake = decider.nextWake(state, step.context);
  must(step, wake === null || wake.at > step.now, `the clock is awaited for ${wake?.procedure} at once again`);
  const again = decider.decide(state, { ...step.event, id: 'evt_again' }, step.context, step.now);
  must(step, again.decisions.length === 0, `ticking twice decides ${again.decisions[0]?.type}`);
}
