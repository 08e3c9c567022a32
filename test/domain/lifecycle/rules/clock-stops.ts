import type { Plan } from '../../../../domain/lifecycle/state';
import { day, endOfWorkingDays, hour, localDay, workedBetween } from '../calendar-of-tests';
import type { Step, Trace } from '../simulation';
import { appealLedger } from './appeals';
import { must, planPairs } from './ledger';

const held = ['rung.fired', 'cycle.lapsed', 'finding.lapsed', 'plan.missed', 'app.restricted', 'suspension.opened'];

/** While the vendor owes an answer nothing fires; afterwards all that lay ahead lies as far ahead, three days at least. */
export function clockStops({ steps }: Trace): void {
  const stops = new Map<string, number>();
  const asked = new Set<string>();
  const appeals = appealLedger();
  for (const step of steps) {
    nothingFires(step);
    appeals(step);
    for (const { before, after } of planPairs(step)) {
      resumption(step, before, after);
      const isAnswer = after.stoppedBy === 'submission' || after.stoppedBy === 'answer';
      if (isAnswer && (before.stoppedBy !== after.stoppedBy || before.cycleId !== after.cycleId)) {
        const count = (stops.get(`${after.id} ${after.cycleId}`) ?? 0) + 1;
        stops.set(`${after.id} ${after.cycleId}`, count);
        must(step, count <= 2, 'a third submission or answer stopped the clock');
      }
    }
    if (step.event.type === 'extension.requested') {
      const cycleId = step.after.extensions.at(-1)?.cycleId ?? '';
      must(step, !asked.has(cycleId), 'a second extension was asked for in one cycle');
      asked.add(cycleId);
    }
    submissionsStop(step, stops);
    answersStop(step, stops);
    provisionalPass(step);
    leadIsTold(step);
  }
}

function nothingFires(step: Step): void {
  if (step.event.type !== 'clock.ticked') return;
  for (const decision of step.decisions) {
    if (!held.includes(decision.type)) continue;
    const planId = decision.data['planId'] ?? decision.subject;
    const plan = step.before?.plans.find((row) => row.id === planId);
    must(step, plan?.stoppedAt == null, `${decision.type} while the clock stood`);
    must(step, plan?.passedProvisionallyAt == null, `${decision.type} while the app passed provisionally`);
  }
}

/** A complete submission stops the clock, the first two times. */
function submissionsStop(step: Step, stops: ReadonlyMap<string, number>): void {
  if (step.event.type !== 'submission.signed') return;
  for (const entry of step.event.apps) {
    for (const plan of step.after.plans.filter(
      (row) => row.appId === entry.appId && row.cycleId !== null && row.closedAt === null,
    )) {
      const stands = plan.stoppedAt !== null || plan.passedProvisionallyAt !== null;
      must(
        step,
        stands || stops.get(`${plan.id} ${plan.cycleId}`) === 2,
        'a complete submission did not stop the clock',
      );
    }
  }
}

/** So does an answer to a finding, the first two times. */
function answersStop(step: Step, stops: ReadonlyMap<string, number>): void {
  const { event } = step;
  if (event.type !== 'finding.answered') return;
  const plan = step.after.plans.find((row) => row.findingId === event.findingId);
  const isStopped = plan?.stoppedAt != null || stops.get(`${plan?.id} ${plan?.cycleId}`) === 2;
  must(step, isStopped, 'an answer to a finding did not stop the clock');
}

/** Findings never pass provisionally: after five working days of the vendor's the lead is told, after ten again. */
function leadIsTold(step: Step): void {
  for (const plan of step.after.plans)
    must(step, plan.findingId === null || plan.passedProvisionallyAt === null, 'a finding passed provisionally');
  if (step.event.type !== 'clock.ticked') return;
  for (const finding of step.after.findings) {
    if (finding.state !== 'answered' || finding.answeredAt === null) continue;
    const told = (days: number) => step.now >= endOfWorkingDays(finding.answeredAt ?? 0, days, 'Asia/Taipei');
    must(step, !told(5) || finding.reviewDueAt === null, 'the lead was not told of an answer that waits');
    must(step, !told(10) || finding.reviewEscalatesAt === null, 'the lead was not told again');
  }
}

function resumption(step: Step, before: Plan, after: Plan): void {
  if (before.stoppedAt === null || after.stoppedAt !== null || after.closedAt !== null) return;
  const stood = step.now - before.stoppedAt;
  const ahead: (keyof Plan & ('dueAt' | 'restrictsNotBeforeAt' | 'suspendsNotBeforeAt'))[] = [
    ...(before.lapsedAt === null ? (['dueAt'] as const) : []),
    ...(before.restrictedAt === null ? (['restrictsNotBeforeAt'] as const) : []),
    ...(isSuspended(step, before) ? [] : (['suspendsNotBeforeAt'] as const)),
  ];
  for (const field of ahead) {
    const [was, is] = [before[field], after[field]];
    if (was !== null && is !== null && before.passedProvisionallyAt === null)
      must(step, is - was >= stood, `${field} moved by less than the clock stood`);
  }
  if (after.findingId !== null) {
    const { country, timeZone } = step.after.developer;
    const left = (from: number, until: number | null) =>
      until === null ? 0 : workedBetween(localDay(from, timeZone), localDay(until, timeZone) + 1, country);
    for (const field of ahead)
      must(
        step,
        left(step.now, after[field]) >= left(before.stoppedAt, before[field]),
        `working days of ${field} were lost`,
      );
  }
  const next = ahead.map((field) => after[field]).find((instant) => instant !== null);
  if (next != null) must(step, next - step.now >= 3 * day - hour, 'fewer than three days remain');
  // What an outage had left overdue before the clock stood was never ahead: it is said now, and the steps behind it slip.
  const overdue = before.rungs.filter((rung) => rung.at <= step.now - stood);
  const rungs = after.rungs.filter(
    ({ kind, offsetDays, outcome }) =>
      outcome === null &&
      kind !== 'reminder' &&
      !overdue.some((rung) => rung.kind === kind && rung.offsetDays === offsetDays),
  );
  must(step, stood === 0 || rungs.every((rung) => rung.at > step.now - stood), 'a rung fell into the stopped time');
}

function isSuspended(step: Step, plan: Plan): boolean {
  return step.after.suspensions.some((row) => row.planId === plan.id && row.liftedAt === null);
}

/** After ten working days of the vendor's the developer passes; a first attestation never does by waiting. */
function provisionalPass(step: Step): void {
  if (step.event.type !== 'clock.ticked') return;
  for (const submission of step.after.submissions) {
    const app = step.after.apps.find((row) => row.id === submission.appId);
    const plan = step.after.plans.find(
      (row) => row.cycleId === submission.cycleId && row.appId === submission.appId && row.closedAt === null,
    );
    if (!app || !plan || submission.answeredAt !== null) continue;
    const isFirst = app.firstAcceptedAt === null || app.firstAcceptedAt >= submission.signedAt;
    if (!isFirst && step.now >= endOfWorkingDays(submission.signedAt, 10, 'Asia/Taipei'))
      must(step, plan.passedProvisionallyAt !== null, 'ten working days passed without an answer or a pass');
  }
  for (const { type, changes } of step.decisions) {
    const [change] = changes;
    if (type !== 'submission.passed-provisionally' || change?.collection !== 'submissions') continue;
    const app = step.after.apps.find((row) => row.id === change.row.appId);
    must(step, app?.firstAcceptedAt !== null, 'a first attestation passed by waiting');
  }
}
