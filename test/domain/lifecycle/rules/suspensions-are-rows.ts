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
  },
  finding: { cure: 'finding.cured', withdrawn: 'finding.withdrawn', retired: 'app.retired' },
};

function lifting(step: Step, id: string): void {
  const before = step.before?.suspensions.find((row) => row.id === id);
  const after = step.after.suspensions.find((row) => row.id === id);
  if (!after || after.liftedAt === null || before?.liftedAt != null) return;
  const because = liftedWith[after.class]?.[after.liftedBy ?? ''] ?? 'nothing';
  must(step, types(step).includes(because), `${id} was lifted by ${after.liftedBy} without ${because}`);
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

/** An app is suspended when and only when a row covers it. */
function standings(step: Step): void {
  for (const app of step.after.apps) {
    if (app.retiredAt !== null) continue;
    const isCovered = step.after.suspensions.some((row) => row.appId === app.id && row.liftedAt === null);
    must(step, (app.standing === 'suspended') === isCovered, `${app.id} is ${app.standing}`);
  }
}
