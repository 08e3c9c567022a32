import { AvowError } from '../errors';
import type { RequirementId, SubmissionId } from '../ids';
import type { Requirement, Submission } from './state';
import type { Work } from './work';

/** A submission that waits for an answer. Throws where there is none, or somebody has given it. */
export function waitingSubmission(work: Work, submissionId: SubmissionId): Submission {
  const submission = work.state.submissions.find((row) => row.id === submissionId);
  if (!submission)
    throw new AvowError('resource.not-found', 'There is no such submission that waits for an answer. Reload the list.');
  if (submission.answeredAt !== null)
    throw new AvowError('submission.already-answered', 'Somebody has answered this submission already. Reload it.');
  return submission;
}

/** An item of a submission that nobody has decided yet. Throws where it is none of it, or somebody has; `path` is where it was named. */
export function waitingItem(
  work: Work,
  submissionId: SubmissionId,
  requirementId: RequirementId,
  path: '/items' | '/requirementId',
): Requirement {
  const requirement = work.state.requirements.find((row) => row.id === requirementId);
  if (!requirement || requirement.submissionId !== submissionId) {
    throw new AvowError('requirement.not-submitted', 'This item is not part of the submission.', [
      { path, message: `${requirementId} is not part of it.` },
    ]);
  }
  if (requirement.state !== 'submitted') {
    throw new AvowError(
      'requirement.already-decided',
      `Somebody has decided this item already: it is ${requirement.state}. Reload to see the decision.`,
      [],
      {
        requirementId: requirement.id,
        state: requirement.state,
      },
    );
  }
  return requirement;
}
