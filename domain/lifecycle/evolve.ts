import type { Change, Decision } from './decisions';
import { isRefusedWith, mayStillBind } from './exemptions';
import { isOpenFinding } from './findings';
import type { LifecycleState } from './state';

/** The state after a decision. */
export function evolve(state: LifecycleState, decision: Decision): LifecycleState {
  return decision.changes.reduce(apply, state);
}

function apply(state: LifecycleState, change: Change): LifecycleState {
  if (change.collection === 'developer') return { ...state, developer: change.row };
  const rows: { id: string }[] = state[change.collection];
  const index = rows.findIndex((row) => row.id === change.row.id);
  const changed = index < 0 ? [...rows, change.row] : rows.with(index, change.row);
  return { ...state, [change.collection]: changed };
}

/** Leaves out what no later decision can depend on: what ended stays in the record only. */
export function current(state: LifecycleState): LifecycleState {
  const cycles = state.cycles.filter((cycle) => cycle.closedAt === null);
  const cycleIds = new Set<string>(cycles.map((cycle) => cycle.id));
  const plans = state.plans.filter(
    (plan) => plan.closedAt === null || (plan.cycleId !== null && cycleIds.has(plan.cycleId)),
  );
  const findingPlanIds = new Set(plans.filter((plan) => plan.findingId !== null).map((plan) => plan.id));
  const terminations = state.terminations.filter((row) => row.state === 'announced');
  const awaited = new Set<string>(terminations.map((row) => row.noticeId));
  const requirements = state.requirements.filter((row) => cycleIds.has(row.cycleId) && row.state !== 'superseded');
  const isOfOpenCycle = (row: { cycleId: string }) => cycleIds.has(row.cycleId);
  return {
    developer: state.developer,
    apps: state.apps.filter((app) => app.retiredAt === null),
    cycles,
    plans,
    requirements,
    submissions: state.submissions.filter(isOfOpenCycle),
    extensions: state.extensions.filter(isOfOpenCycle),
    appeals: state.appeals.filter((row) => row.state === 'open' || plans.some((plan) => plan.id === row.planId)),
    wrongfulEnforcements: [],
    postMortems: state.postMortems.filter((row) => row.concludedAt === null),
    findings: state.findings.filter(isOpenFinding),
    exemptions: state.exemptions.filter(
      (row) => mayStillBind(row) || requirements.some((requirement) => isRefusedWith(row, requirement)),
    ),
    notices: state.notices.filter(
      (notice) =>
        notice.state === 'queued' ||
        awaited.has(notice.id) ||
        (notice.cycleId !== null && cycleIds.has(notice.cycleId)) ||
        notice.planIds.some((id) => findingPlanIds.has(id)),
    ),
    suspensions: state.suspensions.filter((suspension) => suspension.liftedAt === null),
    suspensionRequests: state.suspensionRequests.filter((row) => row.state === 'open'),
    terminations,
    keys: state.keys.filter((key) => key.state === 'active' || key.state === 'suspended'),
    tasks: state.tasks.filter((task) => task.closedAt === null),
  };
}
