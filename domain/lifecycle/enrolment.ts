import { addDays, dayOf, daysIn } from '../calendar/zoned';
import { AvowError } from '../errors';
import { withdrawAppeals } from './appeal';
import { addToCycle, openCycle } from './cycle';
import type { Rule } from './decisions';
import type { EventOf } from './events';
import { supersedeExemptions } from './exemption';
import { findingTasks } from './finding';
import { isOpenFinding, superseded } from './findings';
import { daysUntilNewcomerIsDue } from './import-dates';
import { invite, inviteForImports } from './invitation';
import { keysImported, revokeKeysOf } from './key';
import { planNext } from './next-due';
import { queueNotice } from './notice';
import { cancelNotices } from './notice-outcome';
import { closePlan } from './plan';
import type { App, Developer, LifecycleState } from './state';
import { withdrawRequestsOf } from './suspension-request';
import { closeTasks } from './task';
import { withdrawTerminationsOf } from './termination-gate';
import { termsOfCycle, termsOfDeveloper } from './terms-of';
import { put, putDeveloper, record, type Work } from './work';

/** The state of a developer who is just being enrolled. */
export function newState(event: EventOf<'developer.enrolled'>, now: number): LifecycleState {
  const developer: Developer = {
    id: event.developerId,
    timeZone: event.timeZone,
    country: event.country,
    language: event.language,
    enrolledAt: now,
    anchorOn: null,
    nextDueOn: null,
    nextOpensAt: null,
    openedThroughOn: null,
    tierId: event.tierId ?? null,
    termsId: event.termsId ?? null,
    lastDecisionAt: now,
    lastRemindedOn: null,
    offboardedAt: null,
  };
  return {
    developer,
    apps: [],
    cycles: [],
    requirements: [],
    plans: [],
    submissions: [],
    extensions: [],
    appeals: [],
    wrongfulEnforcements: [],
    postMortems: [],
    findings: [],
    exemptions: [],
    notices: [],
    suspensions: [],
    suspensionRequests: [],
    terminations: [],
    keys: [],
    tasks: [],
  };
}

export function developerEnrolled(work: Work): void {
  const { developer } = work.state;
  const { tierId, termsId } = developer;
  // Throws for terms that are none: the first day must not be set by others.
  termsOfDeveloper(work.context, developer);
  record(
    work,
    'developer.enrolled',
    developer.id,
    { why: 'the vendor enrolled the developer', ...(tierId && { data: { tierId, termsId } }) },
    [putDeveloper(developer)],
  );
}

/** Time zone, country or language change; dates that were set stay as they were promised (rule 2). */
export function developerChanged(work: Work, event: EventOf<'developer.changed'>): void {
  const { developer } = work.state;
  const { timeZone = developer.timeZone, country = developer.country, language = developer.language } = event;
  record(
    work,
    'developer.changed',
    developer.id,
    { why: 'the profile was changed', data: { timeZone, country, language } },
    [putDeveloper({ ...developer, timeZone, country, language })],
  );
}

/** New apps: their first attestation is due `firstDueAfter` from now; live keys come when that is accepted. */
export function appRegistered(work: Work, event: EventOf<'app.registered'>): void {
  const worst = work.state.apps.find((app) => app.standing === 'restricted' || app.standing === 'suspended');
  if (worst)
    throw new AvowError(
      'app.restricted',
      'While an app is restricted or suspended no new app can be added. Put that right first; its notice says how.',
      [],
      { appId: worst.id },
    );
  const apps = event.apps.map((given) => add(work, given, 'registered', { why: 'a new app embeds the SDK' }));
  const open = work.state.cycles.find((cycle) => cycle.kind === 'onboarding' && cycle.closedAt === null);
  const { developer } = work.state;
  // An app that joins later has as many days as the first had.
  const { terms } = open ? termsOfCycle(work.context, open) : termsOfDeveloper(work.context, developer);
  const days =
    event.spreadOver === undefined
      ? daysIn(terms.firstDueAfter)
      : daysUntilNewcomerIsDue(developer.id, terms, event.spreadOver);
  const dueOn = addDays(dayOf(work.now, developer.timeZone), days);
  const cycleId = open?.id ?? openCycle(work, 'onboarding', dueOn);
  for (const app of apps) addToCycle(work, cycleId, app, { dueOn, from: work.now });
  if (open) return;
  const [first, ...others] = work.state.plans.filter((plan) => plan.cycleId === cycleId);
  if (first) invite(work, [first, ...others]);
}

/** Apps whose live keys work already: they are due, but no day binds until their invitation was delivered. */
export function appImported(work: Work, event: EventOf<'app.imported'>): void {
  const why = 'it was live before Avow asked';
  const { spreadOver = null } = event;
  for (const { keyIds, ...given } of event.apps) {
    const app = add(work, given, 'imported', { why, rule: 'anchored-dates' });
    keysImported(work, app.id, keyIds);
    const open = work.state.cycles.find((cycle) => cycle.kind === 'periodic' && cycle.closedAt === null);
    addToCycle(work, open?.id ?? openCycle(work, 'periodic', null, { spreadOver }), app, null);
  }
  inviteForImports(work);
  planNext(work);
}

function add(
  work: Work,
  { appId, sdkProduct }: Pick<App, 'sdkProduct'> & { appId: App['id'] },
  entry: App['entry'],
  reason: { why: string; rule?: Rule },
): App {
  refuseExisting(work, appId);
  const app: App = {
    id: appId,
    sdkProduct,
    entry,
    standing: entry === 'registered' ? 'onboarding' : 'due',
    standingChangedAt: work.now,
    registeredAt: work.now,
    firstAcceptedAt: null,
    coveredThroughOn: null,
    riskFlags: [],
    lapsedAt: null,
    retiredAt: null,
  };
  record(work, `app.${entry}`, app.id, { ...reason, data: { sdkProduct } }, [put('apps', app)]);
  return app;
}

function refuseExisting(work: Work, id: string): void {
  if (work.state.apps.some((app) => app.id === id)) throw new AvowError('app.exists', 'This app exists already.');
}

/** "We no longer ship it": the app ends, its keys with it. */
export function appRetired(work: Work, event: EventOf<'app.retired'>): void {
  const app = work.state.apps.find((row) => row.id === event.appId);
  if (!app) throw new AvowError('resource.not-found', 'There is no such app.');
  if (app.retiredAt !== null) throw new AvowError('app.retired', 'This app is retired already.');
  retire(work, app, 'the developer no longer ships it');
  cancelNotices(work, 'the app is retired');
  inviteForImports(work);
  planNext(work);
}

/** The developer leaves: every app ends, nothing is asked any more. */
export function developerOffboarded(work: Work): void {
  const whyOffboarded = 'the developer ended the use of the SDK';
  leave(work, { why: 'the developer leaves', whyOffboarded, by: 'developer' });
}

/** Ends every app and the developer, for good: by themselves, or by the vendor after a termination notice. */
export function leave(
  work: Work,
  { why, whyOffboarded, by }: { why: string; whyOffboarded: string; by: 'developer' | 'vendor' },
): void {
  withdrawTerminationsOf(work, null, why);
  for (const app of work.state.apps) if (app.retiredAt === null) retire(work, app, why);
  cancelNotices(work, why);
  const { developer } = work.state;
  record(work, 'developer.offboarded', developer.id, { why: whyOffboarded }, [
    putDeveloper({ ...developer, offboardedAt: work.now, nextDueOn: null, nextOpensAt: null }),
  ]);
  queueNotice(work, {
    template: 'offboarded',
    plans: [],
    apps: work.state.apps,
    rung: 'offboarded',
    occasion: developer.id,
    audience: ['signatory'],
    facts: { offboardedBy: by },
    why: 'the developer has left',
  });
}

/** How an app ends: given up, or revoked by the vendor. */
interface Ending {
  type: 'app.retired' | 'app.revoked';
  liftedBy: 'retired' | 'revoked';
  data?: Record<string, unknown>;
}

/** Ends an app with all that is open about it. */
export function retire(
  work: Work,
  app: App,
  why: string,
  { type, liftedBy, data = {} }: Ending = { type: 'app.retired', liftedBy: 'retired' },
): void {
  withdrawRequestsOf(work, app.id, why);
  withdrawTerminationsOf(work, app.id, why);
  revokeKeysOf(work, app.id, why);
  const open = work.state.suspensions.filter((row) => row.appId === app.id && row.liftedAt === null);
  const unmet = work.state.requirements.filter(
    (row) => row.appId === app.id && ['open', 'returned', 'submitted'].includes(row.state),
  );
  const unanswered = work.state.submissions.filter((row) => row.appId === app.id && row.answeredAt === null);
  const findings = work.state.findings.filter((row) => row.appId === app.id && isOpenFinding(row));
  record(work, type, app.id, { why, data }, [
    put('apps', { ...app, retiredAt: work.now }),
    ...open.map((row) => put('suspensions', { ...row, liftedAt: work.now, liftedBy })),
    ...unmet.map((row) => put('requirements', { ...row, state: 'superseded' as const })),
    ...unanswered.map((row) => put('submissions', { ...row, answeredAt: work.now })),
    ...findings.map((row) => put('findings', superseded(row))),
  ]);
  for (const { id } of findings) closeTasks(work, [...findingTasks, 'budget-exceeded'], id, why);
  supersedeExemptions(work, app.id, null, why);
  for (const { id } of unanswered) closeTasks(work, ['review', 'review-overdue'], id, why);
  withdrawAppeals(work, app.id, why);
  for (const plan of work.state.plans) if (plan.appId === app.id && plan.closedAt === null) closePlan(work, plan, why);
}
