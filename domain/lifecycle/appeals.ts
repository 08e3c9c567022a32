import type { Day, Instant } from '../calendar/instant';
import type { AppealId, AppId, EvidenceId, PersonId, PlanId, PostMortemId, WrongfulEnforcementId } from '../ids';

/** What an appeal can be against. */
export const appealAgainst = ['return', 'finding', 'restriction', 'suspension'] as const;
export type AppealAgainst = (typeof appealAgainst)[number];

/** Something that was decided about an app and that its developer may appeal against, once. */
export interface Appealable {
  against: AppealAgainst;
  /** The id of what was decided: a submission that was sent back, a finding, a restricted plan, a suspension. */
  subject: string;
  /** Which decision about it: a plan can be restricted more than once, each time by another notice. */
  decision: string;
  appId: AppId;
  /** The plan whose clock stands while the appeal is open; null when none goes on. */
  planId: PlanId | null;
  decidedAt: Instant;
  /** The people who decided it, none of whom may decide an appeal against it. Empty for what the clock brought about. */
  deciders: PersonId[];
  /** When it ended by other means, a cure for one; null while it stands. */
  endedAt: Instant | null;
  /** The last day on which an appeal is taken, developer's time zone. */
  untilOn: Day;
}

export interface Appeal {
  id: AppealId;
  appId: AppId;
  against: AppealAgainst;
  subject: string;
  decision: string;
  subjectDecidedAt: Instant;
  subjectDeciders: PersonId[];
  planId: PlanId | null;
  /** The developer's reasons, in their words. */
  words: string;
  evidenceIds: EvidenceId[];
  filedAt: Instant;
  filedBy: PersonId;
  state: 'open' | 'upheld' | 'dismissed' | 'withdrawn';
  /** When what it is against ended by other means while it was open, or before. */
  subjectEndedAt: Instant | null;
  firstAnswerDueAt: Instant;
  firstAnsweredAt: Instant | null;
  firstAnsweredBy: PersonId | null;
  /** The first answer, in the words of who gave it. */
  firstAnswer: string | null;
  decisionDueAt: Instant;
  /** Past their terms: the lead was told. */
  firstLateToldAt: Instant | null;
  decisionLateToldAt: Instant | null;
  decidedAt: Instant | null;
  decidedBy: PersonId | null;
  /** Why it was upheld or dismissed, in the words of who decided. */
  reason: string | null;
}

/** What an upheld appeal leaves, or an undone suspension: from when to when something was enforced that should not have been. */
export interface WrongfulEnforcement {
  id: WrongfulEnforcementId;
  /** Exactly one of the two is set: what showed that it was wrong. */
  appealId: AppealId | null;
  postMortemId: PostMortemId | null;
  appId: AppId;
  against: AppealAgainst;
  subject: string;
  enforcedAt: Instant;
  restoredAt: Instant;
}
