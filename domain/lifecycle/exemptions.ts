import type { Day, Instant } from '../calendar/instant';
import type { AppId, ExemptionId, PersonId, RequirementId, SubmissionId } from '../ids';
import type { ObligationSlug } from '../obligations';
import type { Requirement } from './state';

export const exemptionStates = ['claimed', 'granted', 'refused', 'ended', 'superseded'] as const;

/** "Unless otherwise provided by applicable law" (clause 3.3): claimed with the attestation, granted by a person, and it ends. */
export interface Exemption {
  id: ExemptionId;
  appId: AppId;
  requirementId: RequirementId;
  obligation: ObligationSlug;
  submissionId: SubmissionId;
  /** Statute and article, in the developer's words. */
  statute: string;
  /** ISO 3166-1 alpha-2. */
  jurisdiction: string;
  /** Why it applies to this app, in the developer's words. */
  reason: string;
  /** The last day for which it was claimed. */
  askedUntilOn: Day;
  /** The last day on which it holds: as claimed, or the earlier one that was granted. */
  endsOn: Day;
  /** The end of that day as it was promised; null until it is granted. */
  endsAt: Instant | null;
  /** When the developer is told that it ends; null where that lay before the grant, whose mail names the end. */
  tellsAt: Instant | null;
  state: (typeof exemptionStates)[number];
  askedBy: PersonId;
  askedAt: Instant;
  decidedBy: PersonId | null;
  decidedAt: Instant | null;
  /** The reviewer's words for the refusal. */
  decisionReason: string | null;
  /** When the developer was told that it is about to end. */
  noticedAt: Instant | null;
  endedAt: Instant | null;
  /** Who of the vendor ended it early; null where its day came, or another attestation took its place. */
  endedBy: PersonId | null;
  /** The vendor's words for an early end. */
  endReason: string | null;
}

/** The particulars of a claim, as the answers that are signed hold them. */
export interface ClaimedExemption {
  obligation: ObligationSlug;
  statute: string;
  jurisdiction: string;
  reason: string;
  endsOn: Day;
}

/** True while a later decision can depend on it. */
export function mayStillBind({ state }: Exemption): boolean {
  return state === 'claimed' || state === 'granted';
}

/** True for a claim whose refusal sent this requirement back and can still be appealed against. */
export function isRefusedWith(
  { requirementId, submissionId, state }: Exemption,
  requirement: Pick<Requirement, 'id' | 'state' | 'submissionId'>,
): boolean {
  return (
    state === 'refused' &&
    requirement.state === 'returned' &&
    requirementId === requirement.id &&
    submissionId === requirement.submissionId
  );
}
