import { dayOf } from '../calendar/zoned';
import { AvowError } from '../errors';
import type { EventOf } from './events';
import { isOfCycle } from './matter';
import { queueNotice } from './notice';
import { isRunning, outstandingOf } from './plan';
import { putDeveloper, record, type Work } from './work';

/** Somebody of the vendor's reminds, beside the clock: it is the reminder of that day, so that nobody gets two (definition 2). */
export function developerNudged(work: Work, _event: EventOf<'developer.nudged'>): void {
  const { developer } = work.state;
  const today = dayOf(work.now, developer.timeZone);
  // Later than, not other than: a change of time zone may bring a day back.
  if (developer.lastRemindedOn !== null && developer.lastRemindedOn >= today)
    throw new AvowError('reminder.already-sent', 'They were reminded today. Remind them again tomorrow.');
  const plans = work.state.plans.filter(
    (plan) => isOfCycle(plan) && plan.dueOn !== null && isRunning(plan) && outstandingOf(work, plan).length > 0,
  );
  if (plans.length === 0)
    throw new AvowError('reminder.nothing-due', 'Nothing waits for this developer, so there is nothing to remind of.');
  record(work, 'developer.changed', developer.id, { why: 'reminded today', rule: 'no-notice-twice' }, [
    putDeveloper({ ...developer, lastRemindedOn: today }),
  ]);
  queueNotice(work, {
    template: 'reminder',
    plans,
    rung: 'nudge',
    occasion: today,
    audience: ['signatory', 'preparer'],
    why: 'somebody of the vendor reminds of it',
  });
}
