import type { z } from 'zod';
import type { draftView, earlierStatementView, returnedView } from '../../../api/drafts';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import {
  type AskedRequirement,
  answersAround,
  type EarlierStatement,
  isOutstanding,
  lastAccepted,
  requirementsInForce,
  statedAnswers,
} from '../../../db/queries/drafts';
import { type PolicyVersionRow, policyOfEdition } from '../../../db/workspace/policies';
import type { Day } from '../../../domain/calendar/instant';
import { catalogueEntry } from '../../../domain/catalogue';
import type { AnswersByObligation } from '../../../domain/catalogue/condition';
import type { TextLanguage } from '../../../domain/catalogue/text';
import { askedAnswers, validateAnswers } from '../../../domain/catalogue/validate';
import type { FieldFault } from '../../../domain/errors';
import type { DeveloperId } from '../../../domain/ids';
import { askedClauses } from '../../../domain/policies/asked-clauses';
import { type Clause, compareClauses } from '../../../domain/policies/policy-version';
import { reasonText } from '../../../domain/reviews/reason-codes';

/** A draft with what stands beside it: what is missing, why it came back, what was said last time. */
export async function draftViewOf(
  db: Database,
  developerId: DeveloperId,
  requirement: AskedRequirement,
  { today, language }: { today: Day; language: TextLanguage },
): Promise<z.output<typeof draftView>> {
  const isOpen = isOutstanding(requirement) && requirement.cycleClosedAt === null;
  const policy = await policyOfEdition(db, requirement.catalogueVersion);
  const clauses = clausesOf(requirement, policy);
  const earlier = await lastAccepted(db, requirement);
  const inForce = await requirementsInForce(db, developerId, [requirement.appId]);
  const { [requirement.obligation]: _own, ...otherAnswers } = await answersAround(db, inForce, requirement);
  return {
    requirementId: requirement.id,
    appId: requirement.appId,
    obligation: requirement.obligation,
    catalogueVersion: requirement.catalogueVersion,
    clauses,
    policy: policy && policyViewOf(policy),
    state: requirement.state,
    isOpen,
    version: requirement.draftVersion ?? 0,
    answers: { ...requirement.draftAnswers },
    otherAnswers: otherAnswers as Record<string, Record<string, unknown>>,
    savedAt: isoOrNull(requirement.savedAt),
    savedBy: requirement.savedBy,
    missing: isOpen ? missingIn(requirement, otherAnswers, today, language) : [],
    returned: returnedViewOf(requirement),
    lastCycle: earlier && earlierStatementViewOf(earlier, { ...requirement, clauses }),
  };
}

function missingIn(
  requirement: AskedRequirement,
  otherAnswers: AnswersByObligation,
  today: Day,
  language: TextLanguage,
): FieldFault[] {
  const { sdkProduct: product, obligation, catalogueVersion: version, draftAnswers } = requirement;
  const answers = askedAnswers({ product, obligation, version, otherAnswers, answers: draftAnswers ?? {} });
  return validateAnswers({ product, obligation, version, otherAnswers, answers, today, language });
}

function returnedViewOf(requirement: AskedRequirement): z.output<typeof returnedView> | null {
  const { state, statementId, reasonCode, reason } = requirement;
  const answers = statedAnswers(requirement);
  if (state !== 'returned' || statementId === null || answers === null) return null;
  return {
    statementId,
    reasonCode: reasonCode ?? 'other',
    reasonText: reasonText(reasonCode),
    reason: reason ?? '',
    answers: { ...answers },
  };
}

/** The clauses that a requirement rests on, in the words in which it is asked now. */
export function clausesOf(
  { catalogueVersion, obligation, sdkProduct }: Stated,
  policy: Pick<PolicyVersionRow, 'clauses'> | null,
): Clause[] {
  return askedClauses(catalogueEntry(catalogueVersion, obligation, sdkProduct).obligation, policy?.clauses ?? null);
}

function policyViewOf({ id, title, summary, effectiveOn }: PolicyVersionRow) {
  return { id, title, summary: { en: summary.en, 'zh-CN': summary.zhCn }, effectiveOn };
}

type Stated = Pick<AskedRequirement, 'obligation' | 'sdkProduct' | 'catalogueVersion'>;

/** What was accepted before, and whether its clauses or its statement read differently beside `now`. */
export function earlierStatementViewOf(
  earlier: EarlierStatement,
  now: Stated & { clauses: readonly Clause[] },
): z.output<typeof earlierStatementView> {
  const words = (version: string) => {
    const { statement, alternatives } = catalogueEntry(version, now.obligation, now.sdkProduct).obligation;
    return JSON.stringify([statement, alternatives]);
  };
  const isReworded = compareClauses(earlier.clauses, now.clauses).some(({ isChanged }) => isChanged);
  return {
    statementId: earlier.id,
    catalogueVersion: earlier.catalogueVersion,
    signedAt: iso(earlier.signedAt),
    answers: { ...earlier.answers },
    isClauseChanged: isReworded || words(earlier.catalogueVersion) !== words(now.catalogueVersion),
    clauses: earlier.clauses,
  };
}
