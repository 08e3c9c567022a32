import { decideReview } from '../../../api/reviews';
import type { Database } from '../../../db/database';
import { exemptionsClaimedBy } from '../../../db/queries/exemptions';
import { findReview } from '../../../db/queries/reviews';
import { itemsOf, namesOfPeople } from '../../../db/queries/submissions';
import { AvowError, codeOf, type ErrorCode } from '../../../domain/errors';
import type { DeveloperId, RequirementId, SubmissionId } from '../../../domain/ids';
import type { PersonCaller } from '../../caller';
import { belongsTo } from '../../own-people';
import { notFound } from '../../problems';
import { route } from '../../route';
import { deciderOf, decisionOf, reviewViewOf } from './review';

/** What the decider says of an item that is no longer open; of a closed cycle it knows nothing any more. */
const lateCodes: readonly ErrorCode[] = [
  'requirement.already-decided',
  'requirement.not-submitted',
  'submission.already-answered',
  'resource.not-found',
];

/** Where the body names an item. */
const pathOfItem = (index: number) => `/items/${index}`;

export const decideReviewRoute = route(decideReview, async ({ params, body, caller, actor, deps, now, eventId }) => {
  const { submissionId } = params;
  const review = await findReview(deps.db, submissionId, now);
  if (!review) throw notFound('submission');
  await refuseOwn(deps.db, caller, review);
  if (caller.staffRole === 'legal') await refuseBeyondExemptions(deps.db, submissionId, body.items);
  await sayWhoWasQuicker(deps.db, submissionId, body.items, () =>
    deps.lifecycle.transact(review.developerId, {
      id: eventId,
      type: 'review.decided',
      actor,
      submissionId,
      items: body.items,
    }),
  );
  return reviewViewOf(deps.db, submissionId, now);
});

/** Nobody reviews what they signed, nor their own organisation. Throws review.own-submission. */
export async function refuseOwn(
  db: Database,
  caller: PersonCaller,
  review: { developerId: DeveloperId; signedBy: string },
): Promise<void> {
  if (review.signedBy === caller.personId || (await belongsTo(db, caller, review.developerId)))
    throw new AvowError(
      'review.own-submission',
      'You signed this, or you are one of this developer’s people. Leave it to a colleague.',
    );
}

/** Legal decides on exemptions; the rest of an attestation is the account managers'. */
export async function refuseBeyondExemptions(
  db: Database,
  submissionId: SubmissionId,
  items: readonly { requirementId: RequirementId }[],
  pathOf = pathOfItem,
): Promise<void> {
  const claimed = await exemptionsClaimedBy(db, submissionId);
  const beyond = items.findIndex(
    ({ requirementId }) => !claimed.some((exemption) => exemption.requirementId === requirementId),
  );
  if (beyond >= 0)
    throw new AvowError('access.forbidden', 'Legal decides on legal exemptions. Leave the other items to a reviewer.', [
      { path: pathOf(beyond), message: 'claims no exemption' },
    ]);
}

/** Does it; where it is refused because somebody decided one of these items first, says who. */
export async function sayWhoWasQuicker(
  db: Database,
  submissionId: SubmissionId,
  wanted: readonly { requirementId: RequirementId }[],
  act: () => Promise<unknown>,
  pathOf = pathOfItem,
): Promise<void> {
  try {
    await act();
  } catch (fault) {
    const code = codeOf(fault);
    if (code !== undefined && lateCodes.includes(code)) await refuseDecided(db, submissionId, wanted, pathOf);
    throw fault;
  }
}

/** Says who was quicker, when somebody was. */
async function refuseDecided(
  db: Database,
  submissionId: SubmissionId,
  wanted: readonly { requirementId: RequirementId }[],
  pathOf: (index: number) => string,
): Promise<void> {
  const ids = wanted.map(({ requirementId }) => requirementId);
  const items = await itemsOf(db, [submissionId]);
  const decided = items.find((item) => ids.includes(item.requirementId) && item.state !== 'submitted');
  if (!decided) return;
  const names = await namesOfPeople(db, deciderOf(decided));
  const decision = decisionOf(decided, names);
  const who = decision?.by.name ?? (decision?.by.kind === 'checks' ? 'the automatic checks' : 'somebody');
  throw new AvowError(
    'requirement.already-decided',
    `Nothing was changed: ${who} decided this already, it is ${decided.state}. Reload to see the decision.`,
    [{ path: pathOf(ids.indexOf(decided.requirementId)), message: `is ${decided.state} already` }],
    { requirementId: decided.requirementId, state: decided.state, decision },
  );
}
