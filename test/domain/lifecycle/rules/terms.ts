import { isDeepStrictEqual } from 'node:util';
import type { TermsId } from '../../../../domain/ids';
import type { Plan } from '../../../../domain/lifecycle/state';
import { day, dayNumber, localDay } from '../calendar-of-tests';
import type { Step } from '../simulation';
import { agreedOf, must, zoneOf } from './ledger';

/**
 * Keeps the ledger of terms: a cycle goes by those that held when it opened, a plan by those of the cycle it began in, for good. Other
 * terms move no date of what runs, and only the vendor brings them about.
 */
export function termsLedger(): (step: Step) => void {
  const held = new Map<string, TermsId | null>();
  return (step) => {
    const formerly = step.before?.developer.termsId ?? step.after.developer.termsId;
    for (const cycle of step.after.cycles) {
      if (!held.has(cycle.id)) held.set(cycle.id, formerly);
      must(step, cycle.termsId === held.get(cycle.id), `${cycle.id} goes by other terms than it opened under`);
    }
    for (const plan of step.after.plans) {
      if (!held.has(plan.id)) {
        held.set(plan.id, plan.cycleId === null ? null : (held.get(plan.cycleId) ?? null));
        inOrder(step, plan);
      }
      must(step, plan.termsId === held.get(plan.id), `${plan.id} goes by other terms than it began under`);
    }
    if (step.event.type === 'terms.changed') changed(step, step.event.termsId);
    else must(step, step.after.developer.termsId === formerly, `${step.event.type} changed the terms`);
  };
}

function changed(step: Step, termsId: TermsId | null): void {
  const { before, after, event } = step;
  if (before === null || before.developer.offboardedAt !== null) {
    must(step, step.decisions.length === 0, 'something was decided of who has left');
    return;
  }
  must(step, event.actor.kind === 'staff', 'somebody else than the vendor changed the terms');
  must(step, after.developer.termsId === termsId, 'the terms did not change');
  if (before.developer.termsId === termsId) must(step, step.decisions.length === 0, 'the same terms decided something');
  const opens = before.developer.nextOpensAt !== null && before.developer.nextOpensAt <= step.now;
  for (const plan of before.plans) {
    const then = after.plans.find((row) => row.id === plan.id);
    // Only a window whose hour had come takes over what is unmet, and that moves no date either.
    const is =
      opens && then ? { ...then, cycleId: plan.cycleId, walkStep: plan.walkStep, walkSteps: plan.walkSteps } : then;
    const isSame = isDeepStrictEqual(
      opens ? { ...is, submissionStops: 0 } : is,
      opens ? { ...plan, submissionStops: 0 } : plan,
    );
    must(step, isSame, `other terms moved ${plan.id}`);
  }
  const { nextDueOn } = after.developer;
  // Who counts on a day hears of it when it moves, and of nothing else.
  const formerOn = before.developer.nextDueOn;
  const isMoved = !opens && formerOn !== null && nextDueOn !== null && formerOn !== nextDueOn;
  const told = after.notices.filter(
    (notice) => notice.template === 'terms-changed' && !before.notices.some(({ id }) => id === notice.id),
  );
  must(
    step,
    told.length === (isMoved ? 1 : 0),
    `told ${told.length} times of a day that ${isMoved ? 'moved' : 'stays'}`,
  );
  for (const { facts } of told)
    must(step, facts.terms?.formerDueOn === formerOn && facts.terms.dueOn === nextDueOn, 'told of another day');
  for (const app of before.apps) {
    const covered = after.apps.find((row) => row.id === app.id)?.coveredThroughOn ?? null;
    if (opens || app.coveredThroughOn === null || nextDueOn === null) continue;
    const isWithNext = app.coveredThroughOn === before.developer.nextDueOn;
    if (isWithNext) must(step, covered === nextDueOn, `${app.id} is covered until another day than the next due one`);
  }
}

/** The steps of a ladder as it is first set: as far apart as the terms say, the final notice between the two. */
function inOrder(step: Step, plan: Plan): void {
  const { restrictsNotBeforeAt: restricts, suspendsNotBeforeAt: suspends, dueOn } = plan;
  if (plan.findingId !== null || restricts === null || suspends === null || dueOn === null) return;
  const agreed = agreedOf(step, plan.termsId);
  const on = (instant: number) => localDay(instant, zoneOf(step)) - dayNumber(dueOn);
  must(step, on(restricts) === agreed.restrictAfter, 'restricted on another day than agreed');
  must(step, on(suspends) === agreed.suspendAfter, 'suspended on another day than agreed');
  const final = plan.rungs.find((rung) => rung.kind === 'final-notice');
  const formal = plan.rungs.find((rung) => rung.kind === 'formal-notice');
  must(step, !final || (final.at > restricts && suspends - final.at >= 3 * day), 'no room for the final notice');
  must(step, !formal || on(restricts) - on(formal.at) >= 15, 'no room for the formal notice');
  for (const { kind, offsetDays } of plan.rungs)
    if (kind === 'reminder') {
      const asked = offsetDays <= 0 ? agreed.remindersBefore : agreed.remindersAfter;
      must(step, asked.includes(Math.abs(offsetDays)), `nobody agreed on a reminder at ${offsetDays}`);
    }
}
