import type { z } from 'zod';
import { getReview, type reviewView } from '../../../api/reviews';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { lastAccepted } from '../../../db/queries/drafts';
import { evidenceByIds } from '../../../db/queries/evidence';
import { type ExemptionRow, exemptionsClaimedBy } from '../../../db/queries/exemptions';
import type { ReviewQuestionRow } from '../../../db/queries/review-questions';
import { findReview, type ReviewRow } from '../../../db/queries/reviews';
import {
  type CheckRow,
  checkResultsOf,
  findSignature,
  itemsOf,
  namesOfPeople,
  type SubmissionItem,
} from '../../../db/queries/submissions';
import type { Instant } from '../../../domain/calendar/instant';
import type { PersonId, SubmissionId } from '../../../domain/ids';
import { sealedClauses } from '../../../domain/policies/asked-clauses';
import { notFound } from '../../problems';
import { route } from '../../route';
import { earlierStatementViewOf } from '../drafts/view';
import { evidenceViewOf } from '../evidence/evidence';
import { exemptionViewOf } from '../exemptions/exemptions';
import { reviewQuestionViewOf } from '../review-questions/view';
import { checkResultViewOf } from '../submissions/check-results';
import { itemViewOf } from '../submissions/view';
import { queuedReviewViewOf } from './queue';

type View = z.output<typeof reviewView>;

export const getReviewRoute = route(getReview, async ({ params, deps, now }) =>
  reviewViewOf(deps.db, params.submissionId, now),
);

/** A submission with everything that a reviewer weighs. Throws 404. */
export async function reviewViewOf(db: Database, submissionId: SubmissionId, now: Instant): Promise<View> {
  const row = await findReview(db, submissionId, now);
  const signature = row && (await findSignature(db, row.developerId, row.signatureId));
  if (!row || !signature) throw notFound('submission');
  const items = await itemsOf(db, [submissionId]);
  const exemptions = await exemptionsClaimedBy(db, submissionId);
  const checks = await checkResultsOf(db, submissionId);
  const names = await namesOfPeople(
    db,
    items.flatMap((item) => [...deciderOf(item), ...item.questions.flatMap(peopleOf)]),
  );
  return {
    ...queuedReviewViewOf(row),
    answeredAt: isoOrNull(row.answeredAt),
    signedBy: row.signedBy,
    language: signature.language,
    words: signature.words,
    items: await Promise.all(items.map((item) => reviewItem(db, row, item, { checks, names, exemptions }))),
  };
}

interface Beside {
  checks: readonly CheckRow[];
  names: ReadonlyMap<PersonId, string>;
  exemptions: readonly ExemptionRow[];
}

async function reviewItem(
  db: Database,
  row: ReviewRow,
  item: SubmissionItem,
  { checks, names, exemptions }: Beside,
): Promise<View['items'][number]> {
  const { record } = item;
  const { slug: obligation, title, clauses } = record.obligation;
  const { catalogueVersion } = record;
  const signed = {
    obligation,
    sdkProduct: row.sdkProduct,
    catalogueVersion,
    clauses: sealedClauses(record.obligation),
  };
  const earlier = await lastAccepted(db, { id: item.requirementId, appId: row.appId, obligation });
  const claimed = exemptions.find((exemption) => exemption.requirementId === item.requirementId);
  const files = await evidenceByIds(
    db,
    row.developerId,
    record.evidence.map(({ evidenceId }) => evidenceId),
  );
  return {
    ...itemViewOf(item),
    catalogueVersion,
    title,
    clauses: [...clauses],
    statement: record.statement,
    answers: { ...record.answers },
    lastCycle: earlier && earlierStatementViewOf(earlier, signed),
    evidence: [...files.values()].map(evidenceViewOf),
    checkResults: checks.filter((check) => check.obligation === obligation).map(checkResultViewOf),
    exemption: claimed ? exemptionViewOf(claimed) : null,
    decision: decisionOf(item, names),
    questions: item.questions.map((question) => askedQuestionOf(question, item, names)),
  };
}

function askedQuestionOf(
  question: ReviewQuestionRow,
  { state }: Pick<SubmissionItem, 'state'>,
  names: ReadonlyMap<PersonId, string>,
): View['items'][number]['questions'][number] {
  const { askedBy, answeredBy } = question;
  const named = (personId: PersonId) => ({ personId, name: names.get(personId) ?? null });
  return {
    ...reviewQuestionViewOf(question, state),
    askedBy: named(askedBy),
    answeredBy: answeredBy && named(answeredBy),
  };
}

function peopleOf({ askedBy, answeredBy }: ReviewQuestionRow): PersonId[] {
  return answeredBy === null ? [askedBy] : [askedBy, answeredBy];
}

/** Who decided an item and when; null while nobody has. */
export function decisionOf(
  item: Pick<SubmissionItem, 'decidedBy' | 'decidedAt'>,
  names: ReadonlyMap<PersonId, string>,
): View['items'][number]['decision'] {
  if (item.decidedAt === null || item.decidedBy === null) return null;
  const [personId = null] = deciderOf(item);
  return {
    by: {
      kind: personId === null ? 'checks' : 'staff',
      personId,
      name: personId === null ? null : (names.get(personId) ?? null),
    },
    at: iso(item.decidedAt),
  };
}

/** The person who decided an item; none when the checks did, or nobody yet. */
export function deciderOf({ decidedBy }: Pick<SubmissionItem, 'decidedBy'>): PersonId[] {
  return decidedBy?.kind === 'staff' ? [decidedBy.id] : [];
}
