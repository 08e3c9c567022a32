import type { Day } from '../calendar/instant';
import { addDays, dayOf, daysIn } from '../calendar/zoned';
import { AvowError } from '../errors';
import type { CampaignId } from '../ids';
import { openCampaignCycle } from './campaign-cycle';
import { type Reached, reachOf } from './campaign-reach';
import type { CampaignDates } from './campaigns';
import type { EventOf } from './events';
import type { CyclePlan } from './matter';
import { queueNotice } from './notice';
import { requirementsOf } from './plan';
import { spread } from './spread';
import type { Developer, Plan, Requirement } from './state';
import { put, record, rowOf, type Work } from './work';

/**
 * A campaign reaches the developer. What is accepted is asked anew in a cycle of its own, with its own day; what is still unmet is asked
 * in the new words where it stands and keeps its older due date; what is under review moves as it is (definition 1). Nothing left to
 * ask decides nothing.
 */
export function campaignAsked(work: Work, event: EventOf<'campaign.asked'>): void {
  if (event.actor.kind !== 'staff') throw new AvowError('access.forbidden', 'Only staff start a campaign.');
  const dueOn = campaignDueOn(work.state.developer, event.campaignId, event.dates, work.now);
  const reached = reachOf(work.state, event.scope, dueOn);
  const anew = reached.filter(({ reach }) => reach === 'anew');
  const unmet = reached.filter(({ reach }) => reach === 'reworded');
  const reworded = [...new Set(unmet.map(({ plan }) => plan))].flatMap((plan) =>
    plan === null ? [] : reword(work, plan, unmet, event.scope.catalogueVersion),
  );
  const plans = [...(anew.length === 0 ? [] : open(work, event, anew, dueOn)), ...reworded];
  if (plans.length === 0) return;
  queueNotice(work, {
    template: 'policy-changed',
    plans,
    rung: 'policy-changed',
    occasion: event.campaignId,
    audience: ['signatory', 'preparer', 'backup'],
    facts: { policy: { campaignId: event.campaignId, policyVersionId: event.policyVersionId } },
    why: 'the privacy policy has changed',
  });
}

function open(work: Work, event: EventOf<'campaign.asked'>, anew: readonly Reached[], dueOn: Day): Plan[] {
  const apps = [...new Set(anew.map(({ app }) => app))];
  return openCampaignCycle(work, {
    campaign: event.campaignId,
    catalogueVersion: event.scope.catalogueVersion,
    dueOn,
    asks: apps.map((app) => ({
      app,
      obligations: anew.filter((one) => one.app === app).map(({ obligation }) => obligation),
    })),
    whyUncovered: 'the changed clause has to be stated by then',
  });
}

/** As many days as the campaign gives from today, never before the policy holds, and spread by chance over its window (rule 2). */
export function campaignDueOn(
  developer: Pick<Developer, 'id' | 'timeZone'>,
  campaignId: CampaignId,
  { dueAfter, spreadOver, notBeforeOn }: CampaignDates,
  now: number,
): Day {
  const soonest = addDays(dayOf(now, developer.timeZone), daysIn(dueAfter));
  const from = soonest > notBeforeOn ? soonest : notBeforeOn;
  return addDays(from, spread(`${campaignId}/${developer.id}`, daysIn(spreadOver)));
}

/** Unmet requirements take the new words in their own plan: one row is superseded, another stands in its place. */
function reword(work: Work, plan: CyclePlan, unmet: readonly Reached[], catalogueVersion: string): Plan {
  const obligations = unmet.filter((one) => one.plan?.id === plan.id).map(({ obligation }) => obligation);
  const rows = requirementsOf(work, plan).filter((row) => isUnmet(row) && obligations.includes(row.obligation));
  record(
    work,
    'requirement.superseded',
    plan.id,
    {
      why: 'what is unmet is asked in the changed words and keeps its older due date',
      rule: 'anchored-dates',
      data: { dueOn: plan.dueOn, obligations },
    },
    [
      ...rows.map((row) => put('requirements', { ...row, state: 'superseded' })),
      ...rows.map((row) => put('requirements', askedAnew(work, row, catalogueVersion))),
    ],
  );
  return rowOf(work, 'plans', plan.id);
}

function askedAnew(work: Work, row: Requirement, catalogueVersion: string): Requirement {
  return {
    ...row,
    id: work.newId('req'),
    catalogueVersion,
    state: 'open',
    statementId: null,
    submissionId: null,
    exemptionId: null,
    reasonCode: null,
    reason: null,
    decidedAt: null,
    decidedBy: null,
  };
}

function isUnmet({ state }: Requirement): boolean {
  return state === 'open' || state === 'returned';
}
