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
    standings(step);
  }
}

const liftedWith: Readonly<Record<string, string>> = {
  cure: 'app.accepted',
  'provisional-cure': 'submission.passed-provisionally',
  retired: 'app.retired',
};

function lifting(step: Step, id: string): void {
  const before = step.before?.suspensions.find((row) => row.id === id);
  const after = step.after.suspensions.find((row) => row.id === id);
  if (!after || after.liftedAt === null || before?.liftedAt != null) return;
  const because = liftedWith[after.liftedBy ?? ''] ?? 'nothing';
  must(step, types(step).includes(because), `${id} was lifted by ${after.liftedBy} without ${because}`);
  must(
    step,
    after.class === 'obligation' || after.liftedBy === 'retired',
    `${after.class} was lifted by ${after.liftedBy}`,
  );
}

/** An app is suspended when and only when a row covers it. */
function standings(step: Step): void {
  for (const app of step.after.apps) {
    if (app.retiredAt !== null) continue;
    const isCovered = step.after.suspensions.some((row) => row.appId === app.id && row.liftedAt === null);
    must(step, (app.standing === 'suspended') === isCovered, `${app.id} is ${app.standing}`);
  }
}
