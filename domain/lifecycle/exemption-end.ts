import type { Day, Instant } from '../calendar/instant';
import { addDays, dayOf, daysIn } from '../calendar/zoned';
import { AvowError } from '../errors';
import { openCampaignCycle } from './campaign-cycle';
import type { EventOf } from './events';
import { exemptionFacts } from './exemption';
import type { Exemption } from './exemptions';
import { giveTime } from './extension';
import { isOfCycle } from './matter';
import { isMissed } from './missed';
import { queueNotice } from './notice';
import { campaignOf } from './requirement';
import type { App, Plan } from './state';
import { put, record, rowOf, type Work } from './work';

/** When the clock has something to do about an exemption: to tell that it ends, or to end it. Null when neither. */
export function exemptionWakeAt(exemption: Exemption): { tellsAt: Instant | null; endsAt: Instant | null } {
  if (exemption.state !== 'granted') return { tellsAt: null, endsAt: null };
  return { tellsAt: exemption.noticedAt === null ? exemption.tellsAt : null, endsAt: exemption.endsAt };
}

/** Ends the exemptions whose last day is over, and tells of those that are about to end. */
export function endExemptions(work: Work): void {
  for (const { id } of work.state.exemptions) {
    const exemption = rowOf(work, 'exemptions', id);
    const { tellsAt, endsAt } = exemptionWakeAt(exemption);
    if (endsAt !== null && endsAt <= work.now) {
      end(work, { ...exemption, state: 'ended', endedAt: work.now }, 'its last day is over');
    } else if (tellsAt !== null && tellsAt <= work.now) tellEnding(work, exemption);
  }
}

function tellEnding(work: Work, exemption: Exemption): void {
  const { obligation, endsOn } = exemption;
  record(
    work,
    'exemption.reminded',
    exemption.id,
    { why: 'the exemption is about to end', rule: 'no-notice-twice', data: { obligation, endsOn } },
    [put('exemptions', { ...exemption, noticedAt: work.now })],
  );
  queueNotice(work, {
    template: 'exemption-ending',
    plans: [],
    apps: [rowOf(work, 'apps', exemption.appId)],
    rung: 'exemption-ending',
    occasion: exemption.id,
    audience: ['signatory', 'preparer'],
    facts: {
      exemption: exemptionFacts(exemption),
      dueOn: planThatAsks(work, exemption)?.dueOn ?? reopenedDueOn(work, endsOn),
    },
    why: 'the exemption is about to end',
  });
}

/** The vendor ends it early: the law changed, or never said so. */
export function exemptionEnded(work: Work, event: EventOf<'exemption.ended'>): void {
  if (event.actor.kind !== 'staff') throw new AvowError('access.forbidden', 'Only staff end an exemption early.');
  const exemption = work.state.exemptions.find((row) => row.id === event.exemptionId);
  if (exemption?.state !== 'granted')
    throw new AvowError(
      'exemption.not-in-force',
      'Only an exemption that was granted and has not ended can be ended. A claim is decided in its review.',
    );
  const ended: Exemption = {
    ...exemption,
    state: 'ended',
    endedAt: work.now,
    endedBy: event.actor.id,
    endReason: event.reason,
  };
  end(work, ended, 'the vendor ended it early');
}

function end(work: Work, ended: Exemption, why: string): void {
  const { obligation, endsOn } = ended;
  record(work, 'exemption.ended', ended.id, { why, rule: 'anchored-dates', data: { obligation, endsOn } }, [
    put('exemptions', ended),
  ]);
  const plan = reopen(work, ended, rowOf(work, 'apps', ended.appId));
  queueNotice(work, {
    template: 'exemption-ended',
    plans: [plan],
    rung: 'exemption-ended',
    occasion: ended.id,
    audience: ['signatory', 'preparer', 'backup'],
    facts: { exemption: exemptionFacts(ended) },
    why: 'what was exempt has to be stated again',
  });
}

/** Asks again what was exempt, in a cycle of its own with its own time. Returns the plan that asks it. */
function reopen(work: Work, ended: Exemption, app: App): Plan {
  const asking = planThatAsks(work, ended);
  if (asking) return asking;
  const dueOn = reopenedDueOn(work, lastDay(work, ended));
  return reopenFirst(work, ended, app, dueOn) ?? openOwnCycle(work, ended, app, dueOn);
}

/** As it was promised; found late for our reasons, or ended early, the day on which that happens. */
function lastDay(work: Work, { endsAt, endedBy }: Exemption): Day {
  const { timeZone } = work.state.developer;
  const isPromised = endedBy === null && endsAt !== null && !isMissed(endsAt, work.now, work.context);
  // The developer may have moved: the day in which the promised end falls there.
  return dayOf(isPromised ? endsAt - 1 : work.now, timeZone);
}

/** All the days of the terms after the last one of the exemption. */
function reopenedDueOn(work: Work, lastOn: Day): Day {
  return addDays(lastOn, daysIn(work.context.terms.exemptionReopenDueAfter));
}

/** A cycle that opened before may ask it already, as the exemption ends before its due day. It is not asked twice. */
function planThatAsks(work: Work, { appId, obligation }: Exemption): Plan | undefined {
  const asked = work.state.requirements.filter(
    (row) =>
      row.appId === appId && row.obligation === obligation && ['open', 'returned', 'submitted'].includes(row.state),
  );
  return work.state.plans.find(
    (plan) => plan.appId === appId && plan.closedAt === null && asked.some((row) => row.cycleId === plan.cycleId),
  );
}

/** A first attestation is still under way: it asks for it itself, as nothing is enforced of an app that never had live keys. */
function reopenFirst(work: Work, ended: Exemption, app: App, dueOn: Day): Plan | undefined {
  if (app.entry !== 'registered' || app.firstAcceptedAt !== null) return undefined;
  const requirement = work.state.requirements.find((row) => row.exemptionId === ended.id && row.state === 'exempt');
  const plan = work.state.plans
    .filter(isOfCycle)
    .find((row) => row.appId === app.id && row.cycleId === requirement?.cycleId && row.closedAt === null);
  if (!requirement || !plan) return undefined;
  record(
    work,
    'requirement.reopened',
    requirement.id,
    { why: 'its exemption ended before the first attestation was complete', data: { obligation: ended.obligation } },
    [
      put('requirements', {
        ...requirement,
        state: 'open',
        exemptionId: null,
        submissionId: null,
        statementId: null,
        decidedAt: null,
      }),
    ],
  );
  giveTime(work, plan, dueOn, 'an exemption ended');
  return rowOf(work, 'plans', plan.id);
}

function openOwnCycle(work: Work, ended: Exemption, app: App, dueOn: Day): Plan {
  const [plan] = openCampaignCycle(work, {
    campaign: campaignOf(ended),
    catalogueVersion: work.context.catalogueVersion,
    dueOn,
    asks: [{ app, obligations: [ended.obligation] }],
    whyUncovered: 'the exemption no longer covers the app',
  });
  if (!plan) throw new Error('the end of an exemption opened no plan');
  return plan;
}
