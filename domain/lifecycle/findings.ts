import type { Instant } from '../calendar/instant';
import type { AppId, FindingId, PersonId } from '../ids';
import type { ObligationSlug } from '../obligations';
import type { Actor } from './events';

export const findingStates = ['open', 'answered', 'cured', 'withdrawn', 'superseded'] as const;
export type FindingState = (typeof findingStates)[number];

/** What the vendor holds to be false, or true no longer, in what was stated about an app. It runs on a plan of its own. */
export interface Finding {
  id: FindingId;
  appId: AppId;
  obligation: ObligationSlug;
  /** The clause of the policy that it offends. */
  clause: string;
  /** What was found, in the vendor's words. */
  facts: string;
  /** Ids of evidence files, addresses of pages, or lines of text. */
  evidence: string[];
  /** open: the developer acts next. answered: the vendor does. superseded: the app ended. */
  state: FindingState;
  raisedAt: Instant;
  raisedBy: Actor;
  /** The last answer, in the developer's words. */
  answer: string | null;
  answerEvidence: string[];
  answeredAt: Instant | null;
  answeredBy: PersonId | null;
  /** When the lead hears that the answer still waits; null once told, or while nothing waits. */
  reviewDueAt: Instant | null;
  /** When the lead hears of it again. */
  reviewEscalatesAt: Instant | null;
  /** The last decision: that it is cured, that it is not, or that it was taken back. */
  outcome: 'cured' | 'not-cured' | 'withdrawn' | null;
  decidedAt: Instant | null;
  decidedBy: Actor | null;
  reason: string | null;
}

/** True while it binds: neither cured nor taken back nor without its app. */
export function isOpenFinding(finding: Pick<Finding, 'state'>): boolean {
  return finding.state === 'open' || finding.state === 'answered';
}

/** A finding whose app has ended. */
export function superseded(finding: Finding): Finding {
  return { ...finding, state: 'superseded', reviewDueAt: null, reviewEscalatesAt: null };
}
