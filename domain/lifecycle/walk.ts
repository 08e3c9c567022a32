import { AvowError } from '../errors';
import type { EventOf } from './events';
import { outstandingOf } from './plan';
import { put, record, type Work } from './work';

/** First entry into a step of the walk; entering it again changes nothing. */
export function walkAdvanced(work: Work, event: EventOf<'walk.advanced'>): void {
  const plans = work.state.plans.filter(
    (plan) => plan.appId === event.appId && plan.closedAt === null && outstandingOf(work, plan).length > 0,
  );
  if (plans.length === 0) throw new AvowError('submission.nothing-outstanding', 'Nothing is outstanding for this app.');
  for (const plan of plans) {
    if (plan.walkSteps.includes(event.step)) continue;
    record(
      work,
      'walk.advanced',
      plan.id,
      { why: `the developer entered the step "${event.step}"`, data: { appId: event.appId, step: event.step } },
      [put('plans', { ...plan, walkStep: event.step, walkSteps: [...plan.walkSteps, event.step] })],
    );
  }
}
