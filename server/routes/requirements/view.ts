import type { z } from 'zod';
import type { appRequirements } from '../../../api/requirements';
import { isoOrNull } from '../../../api/values';
import type { ListedApp } from '../../../db/queries/apps';
import type { Owed } from '../../../db/queries/requirements';
import { catalogueEntry, currentCatalogueVersion } from '../../../domain/catalogue';
import { type ObligationSlug, obligations } from '../../../domain/obligations';
import type { SdkProductSlug } from '../../../domain/products';

type View = z.output<typeof appRequirements>;
type Plan = Owed['plans'][number];
type Requirement = Owed['requirements'][number];

/** What one app owes, in the shape that Stripe gave to requirements. */
export function requirementsOf(app: ListedApp, owed: Owed): View {
  const plans = owed.plans.filter((plan) => plan.appId === app.id && plan.cycleId !== null);
  const rows = owed.requirements.filter((row) => row.appId === app.id);
  const outstanding = rows.filter((row) => row.state !== 'submitted');
  const planOf = (row: Requirement) => plans.find((plan) => plan.cycleId === row.cycleId);
  const isLate = (row: Requirement) => planOf(row)?.lapsedAt != null;
  const pressing = plans.find((plan) => plan.passedProvisionallyAt === null);
  const asksNext = plans.length === 0 && app.retiredAt === null && owed.developer.nextOpensAt !== null;
  const { id, name, sdkProduct, standing } = app;
  const asking = askedOf(sdkProduct);
  return {
    app: { id, name, sdkProduct, standing },
    catalogueVersion: rows[0]?.catalogueVersion ?? null,
    upcoming: asksNext ? obligations.map((obligation) => upcoming(obligation, sdkProduct)) : [],
    upcomingFrom: asksNext ? isoOrNull(owed.developer.nextOpensAt) : null,
    currentlyDue: outstanding.filter((row) => !isLate(row)).map(asking),
    pastDue: outstanding.filter(isLate).map(asking),
    pendingReview: rows.filter((row) => row.state === 'submitted').map(asking),
    deadline: isoOrNull(pressing?.dueAt),
    dueOn: pressing?.dueOn ?? null,
    restrictsNotBeforeAt: pressing?.restrictedAt == null ? isoOrNull(pressing?.restrictsNotBeforeAt) : null,
    suspendsNotBeforeAt: standing === 'suspended' ? null : isoOrNull(pressing?.suspendsNotBeforeAt),
    disabledReason: disabledReasonOf(app),
    errors: rows
      .filter((row) => row.state === 'returned')
      .map((row) => ({ code: row.reasonCode ?? '', reason: row.reason ?? '', requirement: asking(row) })),
    findings: findingsOf(app, owed),
    alternatives: alternativesOf(app, outstanding, plans, owed),
  };
}

function findingsOf(app: ListedApp, { findings, plans }: Owed): View['findings'] {
  return findings
    .filter((finding) => finding.appId === app.id)
    .map(({ id, obligation, clause, state }) => {
      const plan = plans.find((row) => row.findingId === id);
      return {
        findingId: id,
        obligation,
        clause,
        state: state === 'answered' ? 'answered' : 'open',
        dueOn: plan?.dueOn ?? null,
        restrictsNotBeforeAt: plan?.restrictedAt == null ? isoOrNull(plan?.restrictsNotBeforeAt) : null,
        suspendsNotBeforeAt: isoOrNull(plan?.suspendsNotBeforeAt),
      };
    });
}

const askedOf = (product: SdkProductSlug) => (row: Requirement) => ({
  requirementId: row.id,
  obligation: row.obligation,
  clauses: [...catalogueEntry(row.catalogueVersion, row.obligation, product).obligation.clauses],
});

function upcoming(obligation: ObligationSlug, product: SdkProductSlug) {
  const { clauses } = catalogueEntry(currentCatalogueVersion, obligation, product).obligation;
  return { requirementId: null, obligation, clauses: [...clauses] };
}

function disabledReasonOf({ standing, suspendedFor }: ListedApp): View['disabledReason'] {
  switch (standing) {
    case 'onboarding':
      return 'not-yet-attested';
    case 'restricted':
    case 'revoked':
    case 'offboarded':
      return standing;
    case 'suspended':
      if (suspendedFor.some((one) => one !== 'obligation' && one !== 'finding')) return 'suspended-other';
      return suspendedFor.includes('finding') ? 'suspended-finding' : 'suspended-obligation';
    case 'active':
    case 'due':
    case 'grace':
      return null;
  }
}

function alternativesOf(
  app: ListedApp,
  outstanding: readonly Requirement[],
  plans: readonly Plan[],
  { extendedCycleIds }: Owed,
): View['alternatives'] {
  if (outstanding.length === 0 || app.retiredAt !== null) return [];
  const extensible = plans.filter(
    (plan) => plan.cycleId !== null && isExtensible(app, plan) && !extendedCycleIds.has(plan.cycleId),
  );
  const asking = askedOf(app.sdkProduct);
  const later = outstanding.filter((row) => extensible.some((plan) => plan.cycleId === row.cycleId));
  const exemptible = outstanding.filter(
    (row) => catalogueEntry(row.catalogueVersion, row.obligation, app.sdkProduct).obligation.alternatives.length > 0,
  );
  const all: View['alternatives'] = [
    { instead: 'ask-for-time', of: later.map(asking) },
    { instead: 'claim-exemption', of: exemptible.map(asking) },
    { instead: 'retire-app', of: outstanding.map(asking) },
  ];
  return all.filter((alternative) => alternative.of.length > 0);
}

/** As the lifecycle grants it: before any restriction, and only for a day that is set. */
function isExtensible(app: ListedApp, plan: Plan): boolean {
  return (
    plan.dueOn !== null &&
    plan.restrictedAt === null &&
    plan.stoppedAt === null &&
    plan.passedProvisionallyAt === null &&
    !app.suspendedFor.includes('obligation')
  );
}
