import type { z } from 'zod';
import type { submissionItemView, submissionView } from '../../../api/submissions';
import { iso, isoOrNull } from '../../../api/values';
import type { Database } from '../../../db/database';
import { itemsOf, type SubmissionItem, type SubmissionRow } from '../../../db/queries/submissions';
import { reasonText } from '../../../domain/reviews/reason-codes';
import { reviewQuestionViewOf } from '../review-questions/view';

type View = z.output<typeof submissionView>;

/** Submissions as the API shows them, each with its items. */
export async function submissionViews(db: Database, rows: readonly SubmissionRow[]): Promise<View[]> {
  const items = await itemsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) =>
    submissionViewOf(
      row,
      items.filter((item) => item.submissionId === row.id),
    ),
  );
}

/** One submission with its items. */
export function submissionViewOf(row: SubmissionRow, items: readonly SubmissionItem[]): View {
  const state = stateOf(row, items);
  return {
    id: row.id,
    appId: row.appId,
    appName: row.appName ?? row.appId,
    sdkProduct: row.sdkProduct,
    cycleId: row.cycleId,
    signatureId: row.signatureId,
    signedAt: iso(row.signedAt),
    signedBy: row.signedBy,
    state,
    next: nextOf(state, row),
    isClockStopped: row.isClockStopped,
    isPassedProvisionally: row.isPassedProvisionally,
    checks: row.checks,
    riskFlags: row.riskFlags,
    answeredAt: isoOrNull(row.answeredAt),
    items: items.map(itemViewOf),
  };
}

/** One item of a submission. */
export function itemViewOf(item: SubmissionItem): z.output<typeof submissionItemView> {
  return {
    requirementId: item.requirementId,
    obligation: item.record.obligation.slug,
    statementId: item.statementId,
    sha256: item.sha256,
    state: item.state,
    reasonCode: item.reasonCode,
    reasonText: reasonText(item.reasonCode),
    reason: item.reason,
    decidedAt: isoOrNull(item.decidedAt),
    questions: item.questions.map((question) => reviewQuestionViewOf(question, item.state)),
  };
}

function stateOf(row: SubmissionRow, items: readonly SubmissionItem[]): View['state'] {
  if (row.answeredAt === null) return row.needsReview ? 'in-review' : 'checking';
  if (items.some((item) => item.state === 'returned')) return 'returned';
  return items.some((item) => item.state === 'superseded') ? 'ended' : 'accepted';
}

function nextOf(state: View['state'], row: SubmissionRow): View['next'] {
  if (state === 'checking' || state === 'in-review') return { who: 'vendor', by: isoOrNull(row.reviewDueAt) };
  return { who: state === 'returned' ? 'developer' : 'nobody', by: null };
}
