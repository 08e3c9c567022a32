import type { AppId } from '../ids';
import { type ObligationSlug, obligations } from '../obligations';
import { exemptionOn } from './exemption';
import type { Exemption } from './exemptions';
import type { Cycle, Requirement } from './state';
import { put, type Work } from './work';

/** The campaign in which an exemption that ended is asked again. */
export function campaignOf({ id }: Pick<Exemption, 'id'>): string {
  return `exemption:${id}`;
}

/** True for a cycle that a campaign or the end of an exemption opened: it runs beside the periodic ones and asks what they then leave out. */
export function isOfCampaign({ kind }: Pick<Cycle, 'kind'>): boolean {
  return kind === 'campaign';
}

/** The requirements of an app, open; exempt where an exemption holds on the cycle's due day, none where a campaign asks it already. */
export function newRequirements(
  work: Work,
  cycle: Cycle,
  appId: AppId,
  asked: readonly ObligationSlug[] = obligations,
) {
  return leftToAsk(work, cycle, appId, asked).map((obligation) => {
    const exemption = exemptionOn(work.state, appId, obligation, cycle.dueOn);
    const requirement: Requirement = {
      id: work.newId('req'),
      cycleId: cycle.id,
      appId,
      obligation,
      catalogueVersion: cycle.catalogueVersion,
      state: exemption ? 'exempt' : 'open',
      statementId: null,
      submissionId: null,
      exemptionId: exemption?.id ?? null,
      reasonCode: null,
      reason: null,
      decidedAt: exemption ? work.now : null,
      decidedBy: null,
    };
    return put('requirements', requirement);
  });
}

/** Which of these a cycle asks of an app: all but what a campaign asks already. */
export function leftToAsk(
  work: Work,
  cycle: Cycle,
  appId: AppId,
  asked: readonly ObligationSlug[] = obligations,
): ObligationSlug[] {
  return asked.filter((obligation) => !isAskedAlready(work, cycle, appId, obligation));
}

function isAskedAlready(work: Work, cycle: Cycle, appId: AppId, obligation: ObligationSlug): boolean {
  if (isOfCampaign(cycle)) return false;
  const others = work.state.cycles.filter((other) => other.closedAt === null && isOfCampaign(other));
  return work.state.requirements.some(
    (row) =>
      row.appId === appId &&
      row.obligation === obligation &&
      ['open', 'returned', 'submitted'].includes(row.state) &&
      others.some((other) => other.id === row.cycleId),
  );
}
