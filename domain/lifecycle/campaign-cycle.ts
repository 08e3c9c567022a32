import type { Day } from '../calendar/instant';
import type { ObligationSlug } from '../obligations';
import { addToCycle, openCycle } from './cycle';
import type { App, Plan } from './state';
import { put, record, rowOf, type Work } from './work';

/** What a cycle beside the periodic ones asks, of which apps, and by when. */
export interface CampaignCycle {
  /** Names it among the open ones; a second of the same name cannot open beside it. */
  campaign: string;
  catalogueVersion: string;
  dueOn: Day;
  asks: readonly { app: App; obligations: readonly ObligationSlug[] }[];
  /** Why an earlier acceptance no longer covers an app beyond the due day. */
  whyUncovered: string;
}

/**
 * Opens a cycle that asks something anew beside the periodic ones: the only way in which one opens, for a campaign as for the end of an
 * exemption. Returns its plans, in the order of the apps.
 */
export function openCampaignCycle(work: Work, asked: CampaignCycle): Plan[] {
  const { campaign, catalogueVersion, dueOn, asks, whyUncovered } = asked;
  const cycleId = openCycle(work, 'campaign', dueOn, { campaign, catalogueVersion });
  for (const { app, obligations } of asks) {
    addToCycle(work, cycleId, app, { dueOn, from: work.now }, obligations);
    coverUntil(work, rowOf(work, 'apps', app.id), dueOn, whyUncovered);
  }
  return work.state.plans.filter((plan) => plan.cycleId === cycleId);
}

/** An acceptance covers through the earliest day by which something is asked. */
function coverUntil(work: Work, app: App, dueOn: Day, why: string): void {
  if (app.coveredThroughOn === null || app.coveredThroughOn <= dueOn) return;
  record(work, 'cycle.planned', app.id, { why, rule: 'anchored-dates', data: { coveredThroughOn: dueOn } }, [
    put('apps', { ...app, coveredThroughOn: dueOn }),
  ]);
}
