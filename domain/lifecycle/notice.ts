import { earliest, never } from '../calendar/instant';
import { dayOf } from '../calendar/zoned';
import type { NoticeId } from '../ids';
import type { Decision } from './decisions';
import { isOfFinding } from './matter';
import type { NoticeAudience, NoticeFacts, NoticeTemplate } from './notices';
import type { App, Notice, Plan } from './state';
import { put, record, rowOf, type Work } from './work';

export interface NoticeRequest {
  template: NoticeTemplate;
  /** The plans it speaks of; their apps are its apps. */
  plans: readonly Plan[];
  apps?: readonly App[];
  rung: string;
  occasion: string;
  audience: readonly NoticeAudience[];
  facts?: Partial<NoticeFacts>;
  /** What a notice of a finding's plan says beside the finding itself. */
  finding?: Pick<NonNullable<NoticeFacts['finding']>, 'reason' | 'isReinstated'>;
  why: string;
}

/** Queues a notice in the same decision that causes it. It leaves the house after the transaction, through the outbox. Returns its id. */
export function queueNotice(work: Work, request: NoticeRequest): NoticeId {
  const { plans } = request;
  const appIds = [...new Set([...plans.map((plan) => plan.appId), ...(request.apps ?? []).map((app) => app.id)])];
  const notice: Notice = {
    id: work.newId('ntc'),
    template: request.template,
    scope: appIds.length === 1 && appIds[0] !== undefined ? appIds[0] : 'all',
    appIds,
    rung: request.rung,
    occasion: request.occasion,
    cycleId: plans[0]?.cycleId ?? null,
    planIds: plans.map((plan) => plan.id),
    revision: Math.max(0, ...plans.map((plan) => plan.revision)),
    audience: [...request.audience],
    facts: { ...factsOf(work, plans, appIds), ...findingFacts(work, request), ...request.facts },
    state: 'queued',
    createdAt: work.now,
    acceptedAt: null,
    bouncedAt: null,
    confirmations: [],
  };
  record(
    work,
    'notice.queued',
    notice.id,
    { why: request.why, rule: 'no-notice-twice', data: { template: notice.template, rung: notice.rung, apps: appIds } },
    [put('notices', notice)],
  );
  return notice.id;
}

function factsOf(work: Work, plans: readonly Plan[], appIds: readonly App['id'][]): NoticeFacts {
  const { timeZone } = work.state.developer;
  const apps = appIds.map((appId) => {
    const app = rowOf(work, 'apps', appId);
    const plan = mostPressing(plans.filter((candidate) => candidate.appId === appId));
    // A finding asks for an answer to it, whatever else the app owes.
    const outstanding = work.state.requirements
      .filter(() => !plans.some(isOfFinding))
      .filter((row) => row.appId === appId && (row.state === 'open' || row.state === 'returned'))
      .map((row) => row.obligation);
    return { appId, standing: app.standing, dueOn: plan?.dueOn ?? null, outstanding: [...new Set(outstanding)] };
  });
  const first = <Field extends 'dueAt' | 'restrictsNotBeforeAt' | 'suspendsNotBeforeAt'>(field: Field) => {
    const instant = earliest(...plans.map((plan) => plan[field]));
    return Number.isFinite(instant) ? instant : undefined;
  };
  const dueOn = plans
    .map((plan) => plan.dueOn)
    .filter((day) => day !== null)
    .sort()[0];
  const cycle = work.state.cycles.find((candidate) => candidate.id === plans[0]?.cycleId);
  const restrictsAt = plans.every((plan) => plan.restrictedAt !== null) ? undefined : first('restrictsNotBeforeAt');
  const suspendsAt = first('suspendsNotBeforeAt');
  return {
    apps,
    ...(cycle && { cycleKind: cycle.kind }),
    ...(dueOn && { dueOn, dueAt: first('dueAt') }),
    ...(restrictsAt !== undefined && { restrictsNotBeforeOn: dayOf(restrictsAt, timeZone) }),
    ...(suspendsAt !== undefined && {
      suspendsNotBeforeOn: dayOf(suspendsAt, timeZone),
      suspendsNotBeforeAt: suspendsAt,
    }),
  };
}

/** A notice that goes to the developer: tasks go to the vendor's people. */
export function isMailToDeveloper({ type, data }: Decision): boolean {
  return type === 'notice.queued' && data['template'] !== 'task';
}

function findingFacts(work: Work, { plans, finding: said }: NoticeRequest): Pick<NoticeFacts, 'finding'> {
  const plan = plans.find(isOfFinding);
  if (!plan) return {};
  const { id, obligation, clause, facts, evidence } = rowOf(work, 'findings', plan.findingId);
  return { finding: { findingId: id, obligation, clause, facts, evidence, ...said } };
}

/** An app may have several plans open: what a notice says of it is the day that comes first. */
function mostPressing(plans: readonly Plan[]): Plan | undefined {
  return [...plans].sort((one, other) => (one.dueAt ?? never) - (other.dueAt ?? never))[0];
}
