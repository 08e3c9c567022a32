import type { Requirement } from '../../../../domain/lifecycle/state';
import { dayNumber, localDay } from '../calendar-of-tests';
import type { Step } from '../simulation';
import { must, zoneOf } from './ledger';

const isAsked = ({ state }: Requirement) => ['open', 'returned', 'submitted'].includes(state);
const isUnmet = ({ state }: Requirement) => state === 'open' || state === 'returned';

/** A campaign asks nothing twice, gives the days it promised and no more than its window, and leaves older due days as they were. */
export function campaignsAsk(step: Step): void {
  for (const plan of step.after.plans) {
    const isEmpty = !step.after.requirements.some((row) => row.cycleId === plan.cycleId && row.appId === plan.appId);
    must(
      step,
      plan.closedAt !== null || plan.cycleId === null || !isEmpty,
      'a plan asks nothing and would lapse for it',
    );
  }
  const { event } = step;
  if (event.type !== 'campaign.asked') return;
  const today = localDay(step.now, zoneOf(step));
  const cycle = step.after.cycles.find((row) => !step.before?.cycles.some((known) => known.id === row.id));
  if (cycle) {
    const days = dayNumber(cycle.dueOn ?? '1970-01-01') - today;
    must(step, days >= 30 && days <= 31 + 29, `a campaign gives ${days} days`);
    must(step, cycle.catalogueVersion === event.scope.catalogueVersion, 'a campaign asks in other words');
  }
  for (const row of step.after.requirements.filter(isAsked)) {
    const twins = step.after.requirements.filter(
      (other) => isAsked(other) && other.appId === row.appId && other.obligation === row.obligation,
    );
    must(step, twins.length === 1, `${row.obligation} is asked twice`);
  }
  unmetStays(step);
  const said = step.decisions.filter(
    ({ type, data }) => type === 'notice.queued' && data['template'] === 'policy-changed',
  );
  must(step, said.length === (step.decisions.length === 0 ? 0 : 1), 'a campaign asks without saying so, once');
}

/** What was unmet is unmet in its own plan still, whatever its words are now. */
function unmetStays(step: Step): void {
  for (const row of step.before?.requirements.filter(isUnmet) ?? []) {
    const now = step.after.requirements.filter(
      (other) =>
        other.cycleId === row.cycleId &&
        other.appId === row.appId &&
        other.obligation === row.obligation &&
        isUnmet(other),
    );
    must(step, now.length === 1, `${row.obligation} was unmet and is asked ${now.length} times in its plan`);
  }
}
