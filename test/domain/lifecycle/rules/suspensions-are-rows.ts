import type { Step, Trace } from '../simulation';
import { must, types } from './ledger';

/** A live key is suspended exactly while a row says so; a test key never; each row is lifted by what its class allows. */
export function suspensionsAreRows({ steps }: Trace): void {
  for (const step of steps) {
    for (const key of step.after.keys) {
      if (key.state !== 'active' && key.state !== 'suspended') continue;
      const isCovered = step.after.suspensions.some((row) => row.appId === key.appId && row.liftedAt === null);
      const wanted = key.environment === 'live' && isCovered ? 'suspended' : 'active';
      must(step, key.state === wanted, `${key.environment} key ${key.id} is ${key.state}, not ${wanted}`);
    }
    for (const suspension of step.after.suspensions) lifting(step, suspension.id);
    upheld(step);
    curedIsLifted(step);
    standings(step);
  }
}

/** What lifts a row of a class, by the way it was lifted: its own cure and nobody else's. */
const liftedWith: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  obligation: {
    cure: 'app.accepted',
    'provisional-cure': 'submission.passed-provisionally',
    retired: 'app.retired',
    appeal: 'appeal.upheld',
  },
  finding: { cure: 'finding.cured', withdrawn: 'finding.withdrawn', appeal: 'appeal.upheld', retired: 'app.retired' },
};

function lifting(step: Step, id: string): void {
  const before = step.before?.suspensions.find((row) => row.id === id);
  const after = step.after.suspensions.find((row) => row.id === id);
  if (!after || after.liftedAt === null || before?.liftedAt != null) return;
  const because = liftedWith[after.class]?.[after.liftedBy ?? ''] ?? 'nothing';
  must(step, types(step).includes(because), `${id} was lifted by ${after.liftedBy} without ${because}`);
  if (after.liftedBy === 'appeal') {
    const isHeard = step.after.appeals.some(
      (row) =>
        row.state === 'upheld' &&
        row.decidedAt === step.now &&
        [row.subject, row.planId].some((of) => of === id || of === after.planId),
    );
    must(step, isHeard, `${id} was lifted by an appeal about something else`);
    return;
  }
  const finding = step.before?.plans.find((row) => row.id === after.planId)?.findingId ?? null;
  const ended = step.decisions.filter(({ type }) => type === 'finding.cured' || type === 'finding.withdrawn');
  if (after.class === 'finding' && after.liftedBy !== 'retired')
    must(
      step,
      ended.some(({ subject }) => subject === finding),
      `${id} was lifted by the end of another finding`,
    );
}

/** What a cured finding has led to ends with it, in the same decision. */
function curedIsLifted(step: Step): void {
  for (const { type, subject } of step.decisions) {
    if (type !== 'finding.cured' && type !== 'finding.withdrawn') continue;
    const plan = step.after.plans.find((row) => row.findingId === subject);
    must(step, plan === undefined || plan.closedAt !== null, 'the plan of an ended finding runs on');
    const isLeft = step.after.suspensions.some((row) => row.planId === plan?.id && row.liftedAt === null);
    must(step, !isLeft, 'an ended finding keeps its suspension');
  }
}

/** An upheld appeal lifts what it is against, and what rests on it, and leaves a record of how long it stood. */
function upheld(step: Step): void {
  for (const { type, changes } of step.decisions) {
    const appeal = changes.find((change) => change.collection === 'appeals')?.row;
    if (type !== 'appeal.upheld' || !appeal) continue;
    const isOfAppeal = (row: { id: string; planId: string | null }) =>
      row.id === appeal.subject || (appeal.against !== 'return' && row.planId === appeal.planId);
    const stands = step.after.suspensions.filter((row) => row.liftedAt === null && isOfAppeal(row));
    must(
      step,
      stands.length === 0,
      `${appeal.against} ${appeal.subject} keeps its suspension though its appeal is upheld`,
    );
    const plan = step.after.plans.find((row) => row.id === appeal.subject);
    must(step, plan?.restrictNoticeId !== appeal.decision, 'the restriction stays though its appeal is upheld');
    const wasLifted = step.before?.suspensions.find((row) => row.id === appeal.subject)?.liftedAt ?? null;
    const record = changes.find((change) => change.collection === 'wrongfulEnforcements')?.row;
    must(step, record?.enforcedAt === appeal.subjectDecidedAt, 'the record does not begin with what was decided');
    must(
      step,
      record?.restoredAt === (wasLifted ?? appeal.subjectEndedAt ?? step.now),
      'the record ends at another time',
    );
  }
}

/** An app is suspended when and only when a row covers it. */
function standings(step: Step): void {
  for (const app of step.after.apps) {
    if (app.retiredAt !== null) continue;
    const isCovered = step.after.suspensions.some((row) => row.appId === app.id && row.liftedAt === null);
    must(step, (app.standing === 'suspended') === isCovered, `${app.id} is ${app.standing}`);
  }
}
