import type { Instant } from '../calendar/instant';

export type RungKind =
  | 'reminder'
  | 'formal-notice'
  | 'final-notice'
  | 'not-started'
  | 'escalate-am'
  | 'escalate-lead'
  | 'escalate-compliance';

/** One dated thing to do in a plan. `offsetDays` is relative to the plan's base day and names it. */
export interface Rung {
  kind: RungKind;
  offsetDays: number;
  at: Instant;
  /** null: still ahead. collapsed: a more urgent one of the same moment spoke for it. dropped: it had no sense any more. */
  outcome: null | 'fired' | 'collapsed' | 'dropped';
}
