import { inForce } from '../catalogue/editions';
import { AvowError } from '../errors';
import { obligationEditions } from '../obligations';
import type { EventOf } from './events';
import { findingDates } from './finding-dates';
import type { Finding } from './findings';
import { undatedPlan } from './plan';
import { fireFormal } from './rung';
import type { App, Plan } from './state';
import { put, record, rowOf, type Work } from './work';

/** The vendor, or a check of its, finds something false or true no longer: its own clock starts, with a formal notice at once. */
export function findingRaised(work: Work, event: EventOf<'finding.raised'>): void {
  if (event.actor.kind !== 'staff' && event.actor.kind !== 'system')
    throw new AvowError('access.forbidden', 'Only staff and the checks of the vendor raise a finding.');
  const app = foundApp(work, event.appId);
  refuseUnknownClause(work, event);
  const finding: Finding = {
    id: work.newId('fnd'),
    appId: app.id,
    obligation: event.obligation,
    clause: event.clause,
    facts: event.facts,
    evidence: [...event.evidence],
    state: 'open',
    raisedAt: work.now,
    raisedBy: event.actor,
    answer: null,
    answerEvidence: [],
    answeredAt: null,
    answeredBy: null,
    reviewDueAt: null,
    reviewEscalatesAt: null,
    outcome: null,
    decidedAt: null,
    decidedBy: null,
    reason: null,
  };
  const plan: Plan = {
    ...undatedPlan(work, app.id),
    findingId: finding.id,
    ...findingDates(work.now, work.state.developer, work.context),
  };
  record(
    work,
    'finding.raised',
    finding.id,
    {
      why: 'something stated about the app is false, or true no longer',
      rule: 'notice-gate',
      data: { obligation: finding.obligation, clause: finding.clause, dueOn: plan.dueOn },
    },
    [put('findings', finding), put('plans', plan)],
  );
  fireFormal(work, [rowOf(work, 'plans', plan.id)]);
}

function foundApp(work: Work, appId: App['id']): App {
  const app = work.state.apps.find((row) => row.id === appId);
  if (!app) throw new AvowError('resource.not-found', 'There is no such app.');
  if (app.retiredAt !== null) throw new AvowError('app.retired', 'This app is retired.');
  if (app.entry === 'registered' && app.firstAcceptedAt === null)
    throw new AvowError(
      'finding.not-possible',
      'Nothing was ever accepted for this app and it has no live keys: return what is wrong in its review instead.',
    );
  return app;
}

function refuseUnknownClause(work: Work, { obligation, clause }: EventOf<'finding.raised'>): void {
  const edition = inForce(obligationEditions, work.context.catalogueVersion).get(obligation);
  if (edition?.clauses.includes(clause)) return;
  const clauses = edition?.clauses.join(' or ') ?? 'another obligation';
  throw new AvowError('finding.clause-unknown', `The obligation "${obligation}" rests on clause ${clauses}.`, [
    { path: '/clause', message: `Name clause ${clauses}.` },
  ]);
}
