import type { z } from 'zod';
import type { developerSummary, developerView } from '../../../api/developers';
import type { AnyOperation } from '../../../api/operation';
import { iso, isoOrNull } from '../../../api/values';
import { appsQuery } from '../../../db/queries/apps';
import { developerTime } from '../../../db/queries/developer-time';
import { developersQuery, type ListedDeveloper, loadCycles, shownStanding } from '../../../db/queries/developers';
import { dayOf } from '../../../domain/calendar/zoned';
import type { DeveloperId } from '../../../domain/ids';
import type { Procedure } from '../../../domain/lifecycle/next-wake';
import { workflowIds } from '../../../workflows/messages';
import type { ServerDeps } from '../../deps';
import { notFound } from '../../problems';
import type { Call } from '../../route';
import { viewOfApp } from '../apps/view';

type As = Call<AnyOperation>['as'];

/** A developer as lists show it. The vendor's tasks are the vendor's to see. */
export function summaryOf(row: ListedDeveloper, as: As): z.output<typeof developerSummary> {
  return {
    id: row.id,
    legalName: row.legalName,
    timeZone: row.timeZone,
    country: row.country,
    language: row.language,
    accountManagerId: row.accountManagerId,
    tierId: as === 'developer' ? null : row.tierId,
    enrolledAt: iso(row.enrolledAt),
    offboardedAt: isoOrNull(row.offboardedAt),
    standing: shownStanding(row),
    nextDueOn: row.nextDueOn,
    appCount: row.appCount,
    contactCount: row.contactCount,
    sdkProducts: row.sdkProducts,
    openTaskCount: as === 'developer' ? null : row.openTaskCount,
    openReviewCount: as === 'developer' ? null : row.openReviewCount,
    isUnreachable: as === 'developer' ? null : row.isUnreachable,
  };
}

/** One developer with everything that is going on. Throws 404 when there is none. */
export async function viewOfDeveloper(
  { db, lifecycle, clock, settings }: ServerDeps,
  developerId: DeveloperId,
  as: As,
): Promise<z.output<typeof developerView>> {
  const row = await developersQuery(db).where('developers.id', '=', developerId).executeTakeFirst();
  if (!row) throw notFound('developer');
  const apps = await appsQuery(db, developerId)
    .where('apps.retiredAt', 'is', null)
    .orderBy('apps.registeredAt')
    .orderBy('apps.id')
    .execute();
  const cycles = await loadCycles(db, developerId);
  const { at: now } = await developerTime(db, lifecycle, developerId, clock.now());
  return {
    ...summaryOf(row, as),
    anchorOn: row.anchorOn,
    now: iso(now),
    nextStep:
      row.nextWakeAt === null || row.nextWakeFor === null
        ? null
        : { at: iso(row.nextWakeAt), on: dayOf(row.nextWakeAt, row.timeZone), what: row.nextWakeFor as Procedure },
    workflowUrl: as === 'staff' ? workflowUrlOf(settings, developerId) : null,
    apps: apps.map(viewOfApp),
    cycles: cycles.map(({ openedAt, plans, terms, ...cycle }) => ({
      ...cycle,
      openedAt: iso(openedAt),
      extensionLongest: (terms ?? lifecycle.terms).extensionLongest,
      plans: plans.map(viewOfPlan),
    })),
  };
}

function workflowUrlOf({ temporalUi }: ServerDeps['settings'], developerId: DeveloperId): string | null {
  if (!temporalUi) return null;
  const workflowId = encodeURIComponent(workflowIds.developerObligations(developerId));
  return `${temporalUi.url}/namespaces/${encodeURIComponent(temporalUi.namespace)}/workflows/${workflowId}`;
}

type Plan = Awaited<ReturnType<typeof loadCycles>>[number]['plans'][number];

function viewOfPlan(plan: Plan): z.output<typeof developerView>['cycles'][number]['plans'][number] {
  return {
    id: plan.id,
    appId: plan.appId,
    dueOn: plan.dueOn,
    dueAt: isoOrNull(plan.dueAt),
    clock: clockOf(plan),
    stoppedAt: isoOrNull(plan.stoppedAt),
    stoppedBy: plan.stoppedBy,
    walkStep: plan.walkStep,
    lapsedAt: isoOrNull(plan.lapsedAt),
    restrictsNotBeforeAt: isoOrNull(plan.restrictsNotBeforeAt),
    restrictedAt: isoOrNull(plan.restrictedAt),
    suspendsNotBeforeAt: isoOrNull(plan.suspendsNotBeforeAt),
    blockedBy: plan.blockedBy,
  };
}

function clockOf(plan: Plan) {
  if (plan.passedProvisionallyAt !== null) return 'passed-provisionally' as const;
  if (plan.stoppedAt !== null) return 'stopped' as const;
  return plan.dueOn === null ? ('unscheduled' as const) : ('running' as const);
}
