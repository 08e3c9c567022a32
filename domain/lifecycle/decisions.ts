import type { AppId } from '../ids';
import type { Developer, LifecycleCollection, LifecycleRows } from './state';

/** The rules of product.md that may never break, by name. */
export const rules = [
  'notice-gate',
  'anchored-dates',
  'late-is-curable',
  'clock-stops',
  'blast-radius',
  'fail-static',
  'suspensions-are-rows',
  'nothing-forgotten',
  'no-notice-twice',
  'own-clause',
] as const;
export type Rule = (typeof rules)[number];

export const decisionTypes = [
  'developer.enrolled',
  'developer.changed',
  'developer.offboarded',
  'terms.changed',
  'app.registered',
  'app.imported',
  'app.retired',
  'app.accepted',
  'app.standing-changed',
  'cycle.opened',
  'cycle.scheduled',
  'cycle.planned',
  'cycle.lapsed',
  'cycle.closed',
  'requirement.submitted',
  'requirement.accepted',
  'requirement.returned',
  'requirement.exempted',
  'requirement.reopened',
  'requirement.superseded',
  'plan.revised',
  'plan.stopped',
  'plan.resumed',
  'plan.blocked',
  'plan.unblocked',
  'plan.released',
  'plan.missed',
  'plan.closed',
  'rung.fired',
  'walk.advanced',
  'submission.received',
  'submission.checked',
  'submission.overdue',
  'submission.answered',
  'submission.passed-provisionally',
  'extension.requested',
  'extension.granted',
  'extension.refused',
  'extension.withdrawn',
  'appeal.filed',
  'appeal.acknowledged',
  'appeal.late',
  'appeal.overtaken',
  'appeal.upheld',
  'appeal.dismissed',
  'appeal.withdrawn',
  'finding.raised',
  'finding.answered',
  'finding.overdue',
  'finding.lapsed',
  'finding.cured',
  'finding.not-cured',
  'finding.withdrawn',
  'exemption.claimed',
  'exemption.granted',
  'exemption.refused',
  'exemption.reminded',
  'exemption.ended',
  'exemption.superseded',
  'notice.queued',
  'notice.accepted',
  'notice.bounced',
  'notice.confirmed',
  'notice.requeued',
  'notice.cancelled',
  'app.restricted',
  'restriction.lifted',
  'suspension.requested',
  'suspension.confirmed',
  'suspension.refused',
  'suspension.withdrawn',
  'termination.announced',
  'termination.dated',
  'termination.opened',
  'termination.confirmed',
  'termination.withdrawn',
  'termination.cured',
  'app.revoked',
  'suspension.opened',
  'suspension.lifted',
  'suspension.undone',
  'post-mortem.concluded',
  'key.issued',
  'key.rolled',
  'key.suspended',
  'key.reinstated',
  'key.revoked',
  'key.expired',
  'task.opened',
  'task.closed',
] as const;
export type DecisionType = (typeof decisionTypes)[number];

/** One row as it is after the decision. */
export type Change =
  | { collection: 'developer'; row: Developer }
  | {
      [Collection in LifecycleCollection]: { collection: Collection; row: LifecycleRows[Collection] };
    }[LifecycleCollection];

/** Something that was decided: what, about what, why, and the rows as they then are. */
export interface Decision {
  type: DecisionType;
  /** The id of what it is about. */
  subject: string;
  appId: AppId | null;
  rule: Rule | null;
  /** In plain words, for the timeline. Never personal data. */
  why: string;
  /** Facts worth finding again: dates, counts, codes, ids. */
  data: Readonly<Record<string, unknown>>;
  /** True for a step that spends from the enforcement budget. */
  spendsBudget: boolean;
  changes: Change[];
}
