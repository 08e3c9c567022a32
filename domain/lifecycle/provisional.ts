import type { SubmissionId } from '../ids';
import { openFindingFacts } from './finding';
import { queueNotice } from './notice';
import { cancelNotices } from './notice-outcome';
import { isCovered, liftSuspensions } from './reinstate';
import { put, record, rowOf, type Work } from './work';

/** Lets an app pass until the vendor answers: its keys work, its ladder stands. First attestations never get here. */
export function passProvisionally(work: Work, submissionId: SubmissionId, why: string): void {
  const submission = rowOf(work, 'submissions', submissionId);
  const plan = work.state.plans.find(
    (row) => row.cycleId === submission.cycleId && row.appId === submission.appId && row.closedAt === null,
  );
  record(work, 'submission.passed-provisionally', submissionId, { why, rule: 'clock-stops' }, [
    put('submissions', { ...submission, passesProvisionallyAt: null }),
    ...(plan
      ? [
          put('plans', {
            ...plan,
            passedProvisionallyAt: plan.passedProvisionallyAt ?? work.now,
            restrictedAt: null,
            restrictNoticeId: null,
            blockedBy: null,
            releasedBy: null,
          }),
        ]
      : []),
  ]);
  if (!plan || plan.passedProvisionallyAt !== null) return;
  const wasLifted = liftSuspensions(work, plan, 'provisional-cure', why) && !isCovered(work, plan.appId);
  cancelNotices(work, 'the app passes provisionally');
  queueNotice(work, {
    template: wasLifted ? 'reinstated' : 'passed-provisionally',
    plans: [rowOf(work, 'plans', plan.id)],
    rung: wasLifted ? 'reinstated' : 'provisional',
    occasion: submissionId,
    audience: ['signatory', 'preparer'],
    facts: { ...openFindingFacts(work.state, plan.appId), provisional: true },
    why,
  });
}
