import type { Exemption } from '../../../../domain/lifecycle/exemptions';
import type { Requirement } from '../../../../domain/lifecycle/state';
import { addMonths, day, dayNumber, hour, instantAt, localDay } from '../calendar-of-tests';
import type { Step } from '../simulation';
import { must, zoneOf } from './ledger';

const isAsked = ({ state }: Requirement) => ['open', 'returned', 'submitted'].includes(state);

/** Nothing that expires has an implicit default: a person grants each until a stored day, and with that day it is asked again. */
export function exemptionsEnd(step: Step): void {
  for (const exemption of step.after.exemptions) {
    const before = step.before?.exemptions.find((row) => row.id === exemption.id);
    dates(step, before, exemption);
    if (before?.state === 'granted' && exemption.state === 'ended') ended(step, exemption);
    if (step.event.type === 'clock.ticked' && exemption.state === 'granted')
      must(step, exemption.endsAt !== null && exemption.endsAt > step.now, `${exemption.id} outlived its end`);
  }
  for (const row of step.after.requirements) exempt(step, row);
  askedOnce(step);
}

function dates(step: Step, before: Exemption | undefined, exemption: Exemption): void {
  const { endsOn, askedUntilOn, askedAt } = exemption;
  must(step, Number.isFinite(dayNumber(endsOn)) && endsOn <= askedUntilOn, 'an exemption ends on no day it may');
  if (before === undefined) {
    const today = new Date(localDay(askedAt, zoneOf(step)) * day).toISOString().slice(0, 10);
    must(step, endsOn > today && endsOn <= addMonths(today, 36), `an exemption was claimed until ${endsOn}`);
  }
  if (exemption.state !== 'granted') return;
  if (before?.state === 'granted') {
    must(step, before.endsOn === endsOn && before.endsAt === exemption.endsAt, 'the end of an exemption moved');
    return;
  }
  const { endsAt, decidedBy } = exemption;
  must(step, endsAt === instantAt(dayNumber(endsOn) + 1, 0, zoneOf(step)), 'an exemption has no end of its last day');
  must(
    step,
    ['review.decided', 'appeal.decided'].includes(step.event.type) && decidedBy !== null,
    'no person granted an exemption',
  );
  must(step, decidedBy !== exemption.askedBy, 'the asker granted an exemption');
}

/** The end by the clock is not before its day, and what was exempt is owed with at least thirty days. */
function ended(step: Step, { id, appId, obligation, endsAt }: Exemption): void {
  if (step.event.type === 'clock.ticked') must(step, endsAt !== null && endsAt <= step.now, `${id} ended too soon`);
  const asked = step.after.requirements.filter(
    (row) => row.appId === appId && row.obligation === obligation && isAsked(row),
  );
  const plans = step.after.plans.filter(
    (plan) => plan.appId === appId && plan.closedAt === null && asked.some((row) => row.cycleId === plan.cycleId),
  );
  must(step, plans.length > 0, 'an exemption ended and nothing is asked');
  const wasAsked = asked.some((row) =>
    step.before?.requirements.some((known) => known.id === row.id && isAsked(known)),
  );
  // Hours of ours are within what is not yet late; more move the day (rule 6).
  const hasTime = plans.some((plan) => plan.dueAt !== null && plan.dueAt - step.now >= 30 * day - 7 * hour);
  must(step, wasAsked || hasTime, 'what was exempt is asked again without thirty days');
}

/** A requirement is exempt by a granted exemption, which in a new cycle holds on its due day; a claim is never accepted as stated. */
function exempt(step: Step, row: Requirement): void {
  const before = step.before?.requirements.find((known) => known.id === row.id);
  const claimed = step.before?.exemptions.find((known) => known.requirementId === row.id && known.state === 'claimed');
  must(step, row.state !== 'accepted' || claimed === undefined, 'a claim was accepted without being granted');
  if (row.state !== 'exempt' || before?.state === 'exempt') return;
  const by = step.after.exemptions.find((exemption) => exemption.id === row.exemptionId);
  must(step, by?.state === 'granted', `${row.obligation} is exempt by nothing`);
  const cycle = step.after.cycles.find((known) => known.id === row.cycleId);
  must(
    step,
    before !== undefined || (by?.endsOn ?? '') >= (cycle?.dueOn ?? '9999'),
    'a cycle leaves out what is due when the exemption has ended',
  );
}

/** What a campaign or an exemption's end asks is not asked by the periodic cycle too. */
function askedOnce(step: Step): void {
  const campaigns = step.after.cycles.filter((cycle) => cycle.kind === 'campaign');
  for (const row of step.after.requirements) {
    if (!isAsked(row) || !campaigns.some((cycle) => cycle.id === row.cycleId)) continue;
    const twins = step.after.requirements.filter(
      (other) => other.appId === row.appId && other.obligation === row.obligation && isAsked(other),
    );
    must(step, twins.length === 1, `${row.obligation} is asked twice`);
  }
}

/** The end has a notice of its own, in the same deciding. */
export function endIsTold(step: Step, exemptionId: string): void {
  const isTold = step.after.notices.some(
    (notice) => notice.template === 'exemption-ended' && notice.occasion === exemptionId && notice.planIds.length > 0,
  );
  must(step, isTold, 'an exemption ended without a notice');
}
