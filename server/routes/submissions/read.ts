import { getStatement, getSubmission, listSubmissions } from '../../../api/submissions';
import { iso } from '../../../api/values';
import { paged } from '../../../db/paging';
import { acceptanceOf } from '../../../db/queries/acceptances';
import {
  checkResultsOf,
  findSignature,
  findStatement,
  findSubmission,
  itemsOf,
  submissionsQuery,
} from '../../../db/queries/submissions';
import type { Language } from '../../../domain/lifecycle/state';
import { notFound } from '../../problems';
import { route } from '../../route';
import { checkResultViewOf } from './check-results';
import { submissionViewOf, submissionViews } from './view';

export const listSubmissionsRoute = route(listSubmissions, async ({ params, query, deps }) => {
  let submissions = submissionsQuery(deps.db).where('submissions.developerId', '=', params.developerId);
  if (query.appId !== undefined) submissions = submissions.where('submissions.appId', '=', query.appId);
  if (query.signatureId !== undefined)
    submissions = submissions.where('submissions.signatureId', '=', query.signatureId);
  if (query.isAnswered !== undefined)
    submissions = submissions.where('submissions.answeredAt', query.isAnswered ? 'is not' : 'is', null);
  const sorts = { signedAt: { by: 'submissions.signedAt', kind: 'instant' } } as const;
  const { rows, nextCursor } = await paged(submissions, sorts, 'submissions.id', query);
  return { items: await submissionViews(deps.db, rows), nextCursor };
});

export const getSubmissionRoute = route(getSubmission, async ({ params, deps }) => {
  const { developerId, submissionId } = params;
  const row = await findSubmission(deps.db, developerId, submissionId);
  const signature = row && (await findSignature(deps.db, developerId, row.signatureId));
  if (!row || !signature) throw notFound('submission');
  const items = await itemsOf(deps.db, [submissionId]);
  const acceptance = await acceptanceOf(deps.db, row);
  return {
    ...submissionViewOf(row, items),
    acceptance: acceptance && { at: iso(acceptance.at), coveredThroughOn: acceptance.coveredThroughOn },
    checkResults: (await checkResultsOf(deps.db, submissionId)).map(checkResultViewOf),
    receipt: {
      signatureId: signature.id,
      signedAt: iso(signature.signedAt),
      language: signature.language as Language,
      words: signature.words,
      delegationId: signature.delegationId,
      commitment: signature.commitment,
      statements: items.map(({ statementId, sha256 }) => ({ statementId, sha256 })),
    },
  };
});

export const getStatementRoute = route(getStatement, async ({ params, deps }) => {
  const statement = await findStatement(deps.db, params.developerId, params.statementId);
  if (!statement) throw notFound('statement');
  return statement;
});
