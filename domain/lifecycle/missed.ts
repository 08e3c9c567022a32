import type { Instant } from '../calendar/instant';
import { addDays, after, dayOf, daysIn } from '../calendar/zoned';
import type { Context } from './context';
import { distancesOf } from './distances';
import type { GatedStep } from './gates';
import { cancelNotices } from './notice-outcome';
import type { Rung } from './rungs';
import { spread } from './spread';
import type { Plan } from './state';
import { openTask } from './task';
import { put, record, type Work } from './work';

/** True when a step is found so late that it must not be taken any more: our outage is not their fault (rule 6). */
export function isMissed(stepAt: Instant, now: Instant, context: Context): boolean {
  return after(stepAt, context.terms.missedAfter, 'UTC') < now;
}

/** Plans a missed step anew, `missedReplan` ahead, with fresh notices: the formal one goes out in the same deciding. */
export function replanMissed(work: Work, plan: Plan, step: GatedStep['step']): void {
  const { terms } = work.context;
  const { developer } = work.state;
  const revision = plan.revision + 1;
  // The day of the fresh notice does not count, hence one day more than the notice period.
  const ahead = daysIn(terms.missedReplan.after) + 1 + spread(developer.id, daysIn(terms.missedReplan.spread));
  const stepOn = addDays(dayOf(work.now, developer.timeZone), ahead);
  const distances = distancesOf(plan, developer, work.context);
  const baseOn = distances.baseFor(step, stepOn);
  const ladder = distances.ladder(baseOn, work.now);
  const formal: Rung = {
    kind: 'formal-notice',
    offsetDays: terms.formalNoticeAfter,
    at: work.now,
    outcome: null,
  };
  const replanned: Plan = {
    ...plan,
    baseOn,
    revision,
    formalRevision: revision,
    blockedBy: null,
    releasedBy: null,
    rungs: [formal, ...ladder.rungs.filter((rung) => rung.kind !== 'formal-notice')],
    restrictsNotBeforeAt: plan.restrictedAt === null ? ladder.restrictsNotBeforeAt : plan.restrictsNotBeforeAt,
    suspendsNotBeforeAt: ladder.suspendsNotBeforeAt,
  };
  record(
    work,
    'plan.missed',
    plan.id,
    {
      why: `the step "${step}" was missed for our reasons; it is planned anew with fresh notices`,
      rule: 'fail-static',
      data: { step, stepOn, revision },
    },
    [put('plans', replanned)],
  );
  cancelNotices(work, 'the plan it speaks of was made anew');
  openTask(work, 'missed-step', plan.id, 'lead');
}
