import type { Notice, Plan } from '../../../../domain/lifecycle/state';
import { localDay } from '../calendar-of-tests';
import type { Step, Trace } from '../simulation';
import { formalOf, must, types, zoneOf } from './ledger';

/** Every notice is one of its kind, at most one reminder goes out a day, and no rung whose time came is left. */
export function noNoticeTwice({ steps }: Trace): void {
  const sent = new Set<string>();
  const remindedOn: number[] = [];
  for (const step of steps) {
    for (const { type, changes } of step.decisions) {
      const [change] = changes;
      if (type !== 'notice.queued' || change?.collection !== 'notices') continue;
      for (const key of keysOf(change.row)) {
        must(step, !sent.has(key), `a second notice ${key}`);
        sent.add(key);
      }
      if (change.row.template !== 'reminder') continue;
      const today = localDay(step.now, zoneOf(step));
      must(step, !remindedOn.includes(today), 'a second reminder on one day');
      remindedOn.push(today);
    }
    if (step.event.type === 'clock.ticked') for (const plan of step.after.plans) noneLeft(step, plan);
    if (types(step).includes('suspension.opened'))
      must(step, types(step).includes('notice.queued'), 'a silent suspension');
  }
}

function keysOf(notice: Notice): string[] {
  const { template, rung, occasion, scope } = notice;
  const unique = [`${scope} ${template} ${rung} ${occasion}`];
  if (!['formal-notice', 'finding-notice', 'final-notice'].includes(template)) return unique;
  return [...unique, ...notice.planIds.map((id) => `${id} ${template} revision ${notice.revision}`)];
}

function noneLeft(step: Step, plan: Plan): void {
  if (plan.closedAt !== null || plan.stoppedAt !== null || plan.passedProvisionallyAt !== null) return;
  for (const rung of plan.rungs) {
    if (rung.outcome !== null || rung.at > step.now) continue;
    const isWaiting =
      (rung.kind === 'final-notice' && plan.restrictedAt === null) ||
      (rung.kind === 'formal-notice' && plan.lapsedAt === null);
    must(step, isWaiting, `the rung ${rung.kind} ${rung.offsetDays} was left behind`);
  }
  if (plan.lapsedAt === null || plan.restrictsNotBeforeAt === null) return;
  const isAnnounced = step.after.notices.some(
    (notice) =>
      notice.template === formalOf(plan) && notice.planIds.includes(plan.id) && notice.revision >= plan.formalRevision,
  );
  const isPlanned = plan.rungs.some((rung) => rung.kind === 'formal-notice' && rung.outcome === null);
  must(step, isAnnounced || isPlanned, 'a lapsed plan has no formal notice');
}
