import type { TermsId } from '../../../../domain/ids';
import type { Decision } from '../../../../domain/lifecycle/decisions';
import type { Notice, Plan, Suspension } from '../../../../domain/lifecycle/state';
import { defaultTerms } from '../../../../domain/terms';
import type { TierTerms } from '../../../../domain/terms/tier-terms';
import { localDay, workedBetween } from '../calendar-of-tests';
import type { Step } from '../simulation';

/** A rule's own words when it is broken. */
export class Broken extends Error {
  constructor(step: Step, what: string) {
    super(`${new Date(step.now).toISOString()} ${step.event.type}: ${what}`);
  }
}

export function zoneOf(step: Step): string {
  return step.after.developer.timeZone;
}

/** The notices of one template that speak of this plan since it last started over and were delivered, as known in this state. */
export function deliveredNotices(
  step: Step,
  plan: Plan,
  template: Notice['template'],
): (Notice & { acceptedAt: number })[] {
  return step.after.notices.filter(
    (notice): notice is Notice & { acceptedAt: number } =>
      notice.template === template &&
      notice.planIds.includes(plan.id) &&
      notice.revision >= plan.formalRevision &&
      notice.state === 'accepted' &&
      notice.acceptedAt !== null,
  );
}

/** What was agreed under this version; what the product ships with where there is none. */
export function agreedOf(step: Step, termsId: TermsId | null): TierTerms {
  const agreed = termsId === null ? defaultTerms : step.context.tierTerms.versions[termsId];
  if (!agreed) throw new Broken(step, `there are no terms ${termsId}`);
  return agreed;
}

/** The whole number in a duration of one unit. */
export function inDuration(duration: string): number {
  return Number(/^P(\d+)[DMY]$/.exec(duration)?.[1]);
}

/** The row that this decision opened; undefined when it opened none. */
export function suspensionOf(decision: Decision): Suspension | undefined {
  if (decision.type !== 'suspension.opened') return undefined;
  return decision.changes.flatMap((change) => (change.collection === 'suspensions' ? [change.row] : []))[0];
}

/** True for a suspension that two people decided: the only exception to the notice gate and the slot. */
export function isByPeople(decision: Decision): boolean {
  const suspension = suspensionOf(decision);
  return suspension?.class === 'account-manager' || suspension?.class === 'legal';
}

export function planOf(step: Step, id: unknown): Plan {
  const plan = step.after.plans.find((row) => row.id === id);
  if (!plan) throw new Broken(step, `there is no plan ${String(id)}`);
  return plan;
}

/** The plan as it was when a decision of this step was made; undefined when it was opened by the step itself. */
export function planUntil(step: Step, decision: Decision, id: unknown): Plan | undefined {
  let plan = step.before?.plans.find((row) => row.id === id);
  for (const earlier of step.decisions.slice(0, step.decisions.indexOf(decision))) {
    for (const change of earlier.changes) if (change.collection === 'plans' && change.row.id === id) plan = change.row;
  }
  return plan;
}

/** The plans before and after a step, side by side. */
export function planPairs(step: Step): { before: Plan; after: Plan }[] {
  const pairs: { before: Plan; after: Plan }[] = [];
  for (const before of step.before?.plans ?? []) {
    const after = step.after.plans.find((row) => row.id === before.id);
    if (after) pairs.push({ before, after });
  }
  return pairs;
}

export function types(step: Step): string[] {
  return step.decisions.map((decision) => decision.type);
}

export function must(step: Step, holds: boolean, what: string): void {
  if (!holds) throw new Broken(step, what);
}

/** The template of the formal notice that opens the plan's gate. */
export function formalOf(plan: Plan): Notice['template'] {
  return plan.findingId === null ? 'formal-notice' : 'finding-notice';
}

/** Days that must lie between the delivery of the formal notice and a step: 14 of the calendar, or 5 that are worked for a finding. */
export function isLongEnough(step: Step, plan: Plan, deliveredAt: number, today: number): boolean {
  const delivered = localDay(deliveredAt, zoneOf(step));
  if (plan.findingId === null) return today - delivered >= 15;
  return workedBetween(delivered, today, step.after.developer.country) >= 5;
}
