import type { Instant } from '../calendar/instant';
import type { AppId, NoticeId, PersonId, PlanId, TerminationId } from '../ids';

export const terminationKinds = ['revocation', 'offboarding'] as const;
export const terminationStates = ['announced', 'executed', 'withdrawn', 'cured'] as const;

/** The vendor means to end an app for good (revocation), or the whole developer (offboarding): announced, then confirmed by another person. */
export interface Termination {
  id: TerminationId;
  kind: (typeof terminationKinds)[number];
  /** The app and the plan it is suspended for; null for an offboarding. */
  appId: AppId | null;
  planId: PlanId | null;
  /** In words the developer is told. */
  reason: string;
  state: (typeof terminationStates)[number];
  announcedBy: PersonId;
  announcedAt: Instant;
  noticeId: NoticeId;
  /** Set when the notice is delivered; null while it is not. It moves later, never earlier. */
  notBeforeAt: Instant | null;
  /** When the leads were told that the gate is open. */
  toldAt: Instant | null;
  confirmedBy: PersonId | null;
  executedAt: Instant | null;
  /** When it was withdrawn, or a cure ended it. */
  cancelledAt: Instant | null;
}
