import { sql } from 'kysely';
import type { z } from 'zod';
import { listReasonCodes, listReviews, type queuedReviewView } from '../../../api/reviews';
import { instantOf, iso, isoOrNull } from '../../../api/values';
import { moment } from '../../../db/instants';
import { paged } from '../../../db/paging';
import { ownScope } from '../../../db/queries/desk-scope';
import { isOverdue, type ReviewRow, reviewSorts, reviewsQuery } from '../../../db/queries/reviews';
import { dayOf } from '../../../domain/calendar/zoned';
import { type ReasonCode, reasonCodes } from '../../../domain/reviews/reason-codes';
import { route } from '../../route';

export const listReviewsRoute = route(listReviews, async ({ query, caller, deps, now }) => {
  let reviews = reviewsQuery(deps.db, now).where('submissions.answeredAt', 'is', null);
  if (query.mine !== undefined) {
    const own = await ownScope(deps.db, caller.personId, dayOf(now, deps.lifecycle.terms.vendor.timeZone));
    const isOwn = sql<boolean>`coalesce(developer_profiles.account_manager_id = any (${own}::text[]), false)`;
    reviews = reviews.where(isOwn, '=', query.mine);
  }
  if (query.accountManagerId !== undefined)
    reviews = reviews.where('developerProfiles.accountManagerId', '=', query.accountManagerId);
  if (query.sdkProduct !== undefined) reviews = reviews.where('apps.sdkProduct', '=', query.sdkProduct);
  if (query.needsReview !== undefined) reviews = reviews.where('submissions.needsReview', '=', query.needsReview);
  if (query.isOverdue !== undefined) reviews = reviews.where(isOverdue(now), '=', query.isOverdue);
  if (query.signedBefore !== undefined)
    reviews = reviews.where('submissions.signedAt', '<', moment(instantOf(query.signedBefore)));
  const { rows, nextCursor } = await paged(reviews, reviewSorts, 'submissions.id', query);
  return { items: rows.map(queuedReviewViewOf), nextCursor };
});

export const listReasonCodesRoute = route(listReasonCodes, async () => ({
  items: Object.entries(reasonCodes).map(([code, text]) => ({ code: code as ReasonCode, text })),
}));

/** A submission as the queue shows it. */
export function queuedReviewViewOf(row: ReviewRow): z.output<typeof queuedReviewView> {
  return {
    submissionId: row.id,
    developer: {
      id: row.developerId,
      legalName: row.legalName ?? row.developerId,
      accountManagerId: row.accountManagerId,
    },
    app: { id: row.appId, name: row.appName ?? row.appId, sdkProduct: row.sdkProduct },
    signedAt: iso(row.signedAt),
    reviewDueAt: isoOrNull(row.reviewDueAt),
    isOverdue: row.isOverdue,
    checks: row.checks,
    riskFlags: row.riskFlags,
    needsReview: row.needsReview,
    why: row.why,
    itemsWaiting: row.itemsWaiting,
    questions: { open: row.openQuestions, answered: row.answeredQuestions },
  };
}
