import { type Day, earliest, type Instant } from '../calendar/instant';
import { addTo, dayOf } from '../calendar/zoned';
import type { AppId, PersonId } from '../ids';
import type { Terms } from '../terms';
import type { Appeal, Appealable } from './appeals';
import type { Context } from './context';
import { isOpenFinding } from './findings';
import type { LifecycleState, Plan, Suspension } from './state';

/** The last day on which an appeal against a decision of this moment is taken, developer's time zone. */
export function lastAppealDay(decidedAt: Instant, timeZone: string, terms: Pick<Terms, 'appealWithin'>): Day {
  return addTo(dayOf(decidedAt, timeZone), terms.appealWithin);
}

/** Everything in this state that may be appealed against, whether or not its time has run out or somebody has. */
export function appealablesOf(state: LifecycleState, { terms }: Pick<Context, 'terms'>): Appealable[] {
  const found = [...returns(state), ...findings(state), ...restrictions(state), ...suspensions(state)];
  return found.map((one) => ({ ...one, untilOn: lastAppealDay(one.decidedAt, state.developer.timeZone, terms) }));
}

/** True while what an appeal is against holds: it was neither cured nor taken back. */
export function stillStands(state: LifecycleState, appeal: Appeal): boolean {
  switch (appeal.against) {
    case 'return':
      return returnedItems(state, appeal.subject).length > 0;
    case 'restriction':
      return state.plans.some((plan) => plan.id === appeal.subject && plan.restrictNoticeId === appeal.decision);
    case 'suspension':
      return state.suspensions.some((row) => row.id === appeal.subject && row.liftedAt === null);
    case 'finding':
      return state.findings.some((row) => row.id === appeal.subject && isOpenFinding(row));
  }
}

/** The items of a submission that stand returned. */
export function returnedItems(state: LifecycleState, submissionId: string) {
  return state.requirements.filter((row) => row.submissionId === submissionId && row.state === 'returned');
}

type Undated = Omit<Appealable, 'untilOn'>;

function returns(state: LifecycleState): Undated[] {
  return state.submissions.flatMap((submission) => {
    const items = returnedItems(state, submission.id);
    const plan = state.plans.find(
      (row) => row.cycleId === submission.cycleId && row.appId === submission.appId && row.closedAt === null,
    );
    if (submission.answeredAt === null || items.length === 0 || !plan) return [];
    return {
      against: 'return' as const,
      subject: submission.id,
      decision: submission.id,
      appId: submission.appId,
      planId: plan.id,
      decidedAt: submission.answeredAt,
      deciders: distinct(items.map((row) => row.decidedBy)),
      endedAt: null,
    };
  });
}

function findings(state: LifecycleState): Undated[] {
  return state.findings.flatMap((finding) => {
    const isLiving = state.apps.some((app) => app.id === finding.appId && app.retiredAt === null);
    // What the vendor has taken back itself leaves nothing to appeal against.
    if (!isLiving || (!isOpenFinding(finding) && finding.state !== 'cured')) return [];
    // That an answer does not cure it is a decision of its own, on what was answered.
    const sentBackAt = finding.outcome === 'not-cured' ? finding.decidedAt : null;
    return {
      against: 'finding' as const,
      subject: finding.id,
      decision: sentBackAt === null ? finding.id : `${finding.id}.${sentBackAt}`,
      appId: finding.appId,
      planId: state.plans.find((plan) => plan.findingId === finding.id && plan.closedAt === null)?.id ?? null,
      decidedAt: sentBackAt ?? finding.raisedAt,
      deciders: distinct([finding.raisedBy, finding.decidedBy].map((by) => (by?.kind === 'staff' ? by.id : null))),
      endedAt: isOpenFinding(finding) ? null : finding.decidedAt,
    };
  });
}

function restrictions(state: LifecycleState): Undated[] {
  return state.plans.flatMap((plan) => {
    if (plan.closedAt !== null || plan.restrictedAt === null || plan.restrictNoticeId === null) return [];
    return {
      against: 'restriction' as const,
      subject: plan.id,
      decision: plan.restrictNoticeId,
      appId: plan.appId,
      planId: plan.id,
      decidedAt: plan.restrictedAt,
      deciders: [],
      endedAt: null,
    };
  });
}

function suspensions(state: LifecycleState): Undated[] {
  return state.suspensions.flatMap((suspension) => {
    const isLiving = state.apps.some((app) => app.id === suspension.appId && app.retiredAt === null);
    // What the developer asked for themselves they end themselves; what was undone is conceded.
    if (!isLiving || suspension.class === 'developer' || suspension.liftedBy === 'undone') return [];
    return {
      against: 'suspension' as const,
      subject: suspension.id,
      decision: suspension.id,
      appId: suspension.appId,
      planId: planStopped(state, suspension)?.id ?? null,
      decidedAt: suspension.openedAt,
      deciders: suspension.deciders,
      endedAt: suspension.liftedAt,
    };
  });
}

/** The plan of the suspension, or where it has none the one of the app that would go on first. */
function planStopped(state: LifecycleState, suspension: Suspension): Plan | undefined {
  const open = state.plans.filter((plan) => plan.appId === suspension.appId && plan.closedAt === null);
  if (suspension.planId !== null) return open.find((plan) => plan.id === suspension.planId);
  return open.sort((one, other) => nextAt(one) - nextAt(other))[0];
}

function nextAt(plan: Plan): Instant {
  return earliest(
    plan.lapsedAt === null ? plan.dueAt : null,
    plan.restrictedAt === null ? plan.restrictsNotBeforeAt : null,
    plan.suspendsNotBeforeAt,
  );
}

function distinct(people: readonly (PersonId | null)[]): PersonId[] {
  return [...new Set(people.filter((id) => id !== null))].sort();
}

/** True for who made the decision appealed against, and for who appeals: somebody else has to look at it anew. */
export function mayNotDecide(appeal: Appeal, by: PersonId): boolean {
  return appeal.subjectDeciders.includes(by) || appeal.filedBy === by;
}

/** True while an appeal about this app waits for its decision: nobody ends the app for good meanwhile. */
export function hasOpenAppeal(state: Pick<LifecycleState, 'appeals'>, appId: AppId): boolean {
  return state.appeals.some((row) => row.appId === appId && row.state === 'open');
}
