import { dayOf } from '../calendar/zoned';
import { isOfCycle, isOfFinding, matterOf } from './matter';
import { queueNotice } from './notice';
import { formalTemplateOf, type NoticeAudience } from './notices';
import { isRunning, outstandingOf } from './plan';
import type { Rung, RungKind } from './rungs';
import { keepDistance } from './slip';
import type { Plan } from './state';
import { openTask } from './task';
import { put, putDeveloper, record, rowOf, type Work } from './work';

/** A rung that is ahead and may fire when its time comes. A final notice waits until the app is restricted. */
export function isAhead(plan: Plan, rung: Rung): boolean {
  return rung.outcome === null && (rung.kind !== 'final-notice' || plan.restrictedAt !== null);
}

/** A cycle's formal notice speaks of a lapse and waits for it; a finding's goes out when it is raised. */
export function waitsForLapse(plan: Plan): boolean {
  return plan.lapsedAt === null && isOfCycle(plan);
}

/** Fires what is due on every running plan: the most urgent word to the developer, and each task for the vendor. */
export function fireRungs(work: Work): void {
  fireFormal(work);
  fireFinal(work);
  fireReminders(work);
  for (const plan of runningPlans(work)) {
    for (const rung of dueRungs(work, plan, ['not-started', 'escalate-am', 'escalate-lead', 'escalate-compliance']))
      escalate(work, plan.id, rung);
  }
}

function runningPlans(work: Work): Plan[] {
  return work.state.plans.filter(isRunning);
}

function dueRungs(work: Work, plan: Plan, kinds: readonly RungKind[]): Rung[] {
  return plan.rungs.filter((rung) => kinds.includes(rung.kind) && isAhead(plan, rung) && rung.at <= work.now);
}

function settleRungs(work: Work, plan: Plan, outcomes: ReadonlyMap<Rung, Rung['outcome']>, fired: string): Plan {
  const settled: Plan = {
    ...plan,
    rungs: plan.rungs.map((rung) => (outcomes.has(rung) ? { ...rung, outcome: outcomes.get(rung) ?? null } : rung)),
  };
  const offsets = [...outcomes].map(([rung, outcome]) => `${rung.kind} ${label(rung)} ${outcome}`);
  record(work, 'rung.fired', plan.id, { why: fired, rule: 'no-notice-twice', data: { rungs: offsets } }, [
    put('plans', settled),
  ]);
  return settled;
}

/** A formal notice goes out; reminders of the same moment are spoken for; steps behind it move if it is late. */
export function fireFormal(work: Work, plans: readonly Plan[] = runningPlans(work)): void {
  const fired: Plan[] = [];
  for (const plan of plans) {
    const formal = dueRungs(work, plan, ['formal-notice']).at(-1);
    if (!formal || waitsForLapse(plan)) continue;
    const outcomes = new Map<Rung, Rung['outcome']>(
      dueRungs(work, plan, ['reminder']).map((rung) => [rung, 'collapsed']),
    );
    const settled = settleRungs(work, plan, outcomes.set(formal, 'fired'), 'the formal notice is due');
    fired.push(keepDistance(work, settled, work.now, 'the formal notice goes out late, so the steps behind it move'));
  }
  for (const group of groupsOf(fired, (plan) => [
    matterOf(plan),
    plan.revision,
    plan.dueOn,
    plan.restrictsNotBeforeAt,
    plan.suspendsNotBeforeAt,
  ])) {
    queueNotice(work, {
      template: formalTemplateOf(group[0]),
      plans: group,
      rung: isOfFinding(group[0]) ? 'raised' : '+1',
      occasion: occasionOf(group),
      audience: ['signatory', 'backup'],
      why: isOfFinding(group[0])
        ? 'a finding about the app was raised'
        : 'the due day ended without a complete attestation',
    });
  }
}

function fireFinal(work: Work): void {
  const fired: Plan[] = [];
  for (const plan of runningPlans(work)) {
    const final = dueRungs(work, plan, ['final-notice']).at(-1);
    if (!final) continue;
    const outcomes = new Map<Rung, Rung['outcome']>(
      dueRungs(work, plan, ['reminder']).map((rung) => [rung, 'collapsed']),
    );
    fired.push(settleRungs(work, plan, outcomes.set(final, 'fired'), 'the final notice is due'));
  }
  for (const group of groupsOf(fired, (plan) => [matterOf(plan), plan.revision, plan.suspendsNotBeforeAt])) {
    queueNotice(work, {
      template: 'final-notice',
      plans: group,
      rung: isOfFinding(group[0]) ? 'final' : '+25',
      occasion: occasionOf(group),
      audience: ['signatory', 'backup'],
      why: 'suspension is the next step',
    });
  }
}

/** Reminders of one local day are one mail, over all apps; the most urgent names it. */
function fireReminders(work: Work): void {
  const { developer } = work.state;
  const today = dayOf(work.now, developer.timeZone);
  // Later than, not other than: a change of time zone may bring a day back.
  const speaksToday = developer.lastRemindedOn === null || developer.lastRemindedOn < today;
  const reminded: { plan: Plan; offsetDays: number }[] = [];
  for (const plan of runningPlans(work)) {
    const due = dueRungs(work, plan, ['reminder']);
    const urgent = due.at(-1);
    if (!urgent) continue;
    const hasSense = speaksToday && outstandingOf(work, plan).length > 0;
    const outcomes = new Map<Rung, Rung['outcome']>(
      due.map((rung) => [rung, hasSense && rung === urgent ? 'fired' : 'collapsed']),
    );
    const settled = settleRungs(
      work,
      plan,
      outcomes,
      hasSense ? 'a reminder is due' : 'somebody was reminded today, or nothing is left to do',
    );
    if (hasSense) reminded.push({ plan: settled, offsetDays: urgent.offsetDays });
  }
  if (reminded.length === 0) return;
  const offsetDays = Math.max(...reminded.map((one) => one.offsetDays));
  record(work, 'developer.changed', developer.id, { why: 'reminded today' }, [
    putDeveloper({ ...developer, lastRemindedOn: today }),
  ]);
  queueNotice(work, {
    template: 'reminder',
    plans: reminded.map((one) => one.plan),
    rung: label({ offsetDays }),
    occasion: today,
    audience: reminderAudience(work, offsetDays),
    why: 'a reminder is due',
  });
}

function reminderAudience(work: Work, offsetDays: number): NoticeAudience[] {
  const { escalations } = work.context.terms;
  return [
    'signatory',
    'preparer',
    ...(offsetDays >= escalations.accountManagerAndBackup ? (['backup'] as const) : []),
    ...(offsetDays >= escalations.executive ? (['executive', 'legal'] as const) : []),
  ];
}

function escalate(work: Work, planId: string, rung: Rung): void {
  const plan = rowOf(work, 'plans', planId);
  if (!isOfCycle(plan)) return;
  const hasSense = outstandingOf(work, plan).length > 0 && (rung.kind !== 'not-started' || plan.walkSteps.length === 0);
  const outcomes = new Map<Rung, Rung['outcome']>([[rung, hasSense ? 'fired' : 'dropped']]);
  settleRungs(work, plan, outcomes, hasSense ? 'somebody of the vendor should know' : 'there is nothing to tell');
  if (!hasSense) return;
  if (rung.kind === 'not-started') openTask(work, 'not-started', plan.cycleId, 'am');
  if (rung.kind === 'escalate-am') openTask(work, 'due-soon', plan.cycleId, 'am');
  if (rung.kind === 'escalate-lead') openTask(work, 'past-due', plan.cycleId, 'lead');
  if (rung.kind === 'escalate-compliance') openTask(work, 'compliance', plan.cycleId, 'compliance');
}

/** What tells two notices of the same template and rung apart: the first plan of the group and its revision. */
export function occasionOf(group: readonly Plan[]): string {
  const first = [...group].sort((one, other) => (one.id < other.id ? -1 : 1))[0];
  return `${first?.id}.${first?.revision}`;
}

/** Plans that can share one notice: those for which it would say the same. */
export function groupsOf(plans: readonly Plan[], sameness: (plan: Plan) => unknown): [Plan, ...Plan[]][] {
  const groups = new Map<string, [Plan, ...Plan[]]>();
  for (const plan of plans) {
    const key = JSON.stringify(sameness(plan));
    const group = groups.get(key);
    if (group) group.push(plan);
    else groups.set(key, [plan]);
  }
  return [...groups.values()];
}

function label({ offsetDays }: Pick<Rung, 'offsetDays'>): string {
  return offsetDays > 0 ? `+${offsetDays}` : String(offsetDays);
}
