import { AvowError } from '../errors';
import type { Actor, EventOf } from './events';
import { endFinding, findingTasks, planOfFinding, withdrawFinding } from './finding';
import { openFinding } from './finding-answering';
import type { Finding } from './findings';
import { queueNotice } from './notice';
import type { NoticeTemplate } from './notices';
import { isCovered } from './reinstate';
import type { Plan } from './state';
import { resumeUnlessOwed } from './stopped-clock';
import { closeTasks } from './task';
import { put, record, rowOf, type Work } from './work';

/** A person of the vendor or a check decides on the answer. A cure lifts what the finding led to, at once; else the clock runs on. */
export function findingDecided(work: Work, event: EventOf<'finding.decided'>): void {
  const finding = openFinding(work, event.findingId);
  refuseDecider(finding, event);
  const reason = event.reason?.trim() || null;
  if (event.outcome === 'not-cured' && reason === null)
    throw new AvowError('review.reason-missing', 'Tell the developer in a sentence what is still to be mended.', [
      { path: '/reason', message: 'Give the reason.' },
    ]);
  if (event.outcome === 'cured') cure(work, finding, event, reason);
  else sendBack(work, finding, event, reason);
}

function refuseDecider(finding: Finding, { actor }: EventOf<'finding.decided'>): void {
  if (actor.kind !== 'staff' && actor.kind !== 'system')
    throw new AvowError('access.forbidden', 'Only staff and the checks of the vendor decide on a finding.');
  refuseAnswerer(finding, { actor });
  if (finding.state !== 'answered')
    throw new AvowError(
      'finding.not-answered',
      'The developer has not answered since the last decision. Wait for the answer, or take the finding back.',
    );
}

function refuseAnswerer(finding: Finding, { actor }: { actor: Actor }): void {
  if (actor.id === finding.answeredBy)
    throw new AvowError('finding.same-person', 'Who answered cannot decide; somebody else has to.');
}

function cure(work: Work, finding: Finding, event: EventOf<'finding.decided'>, reason: string | null): void {
  const plan = planOfFinding(work, finding);
  const wasLifted = endFinding(work, finding, {
    outcome: 'cured',
    why: event.actor.kind === 'staff' ? 'a person found it cured' : 'a check found it cured',
    by: event.actor,
    reason,
    liftedBy: 'cure',
  });
  tell(work, 'finding-cured', plan, finding, { reason, wasLifted, occasion: finding.id });
}

/** The finding stands: it can be answered again, and its ladder goes on from where the clock stopped. */
function sendBack(work: Work, finding: Finding, event: EventOf<'finding.decided'>, reason: string | null): void {
  const why = 'the answer does not cure it';
  record(work, 'finding.not-cured', finding.id, { why, rule: 'clock-stops' }, [
    put('findings', {
      ...finding,
      state: 'open',
      outcome: 'not-cured',
      reviewDueAt: null,
      reviewEscalatesAt: null,
      decidedAt: work.now,
      decidedBy: event.actor,
      reason,
    }),
  ]);
  closeTasks(work, findingTasks, finding.id, why);
  const plan = planOfFinding(work, finding);
  if (!plan) return;
  resumeUnlessOwed(work, plan);
  tell(work, 'finding-not-cured', rowOf(work, 'plans', plan.id), finding, {
    reason,
    wasLifted: false,
    occasion: event.id,
  });
}

/** The vendor takes a finding back: it was mistaken, or does not matter. */
export function findingWithdrawn(work: Work, event: EventOf<'finding.withdrawn'>): void {
  if (event.actor.kind !== 'staff')
    throw new AvowError('access.forbidden', 'Only staff of the vendor take a finding back.');
  const finding = openFinding(work, event.findingId);
  refuseAnswerer(finding, event);
  const plan = planOfFinding(work, finding);
  const wasLifted = withdrawFinding(work, finding, 'the vendor takes the finding back', {
    actor: event.actor,
    reason: event.reason,
  });
  tell(work, 'finding-withdrawn', plan, finding, { reason: event.reason, wasLifted, occasion: finding.id });
}

function tell(
  work: Work,
  template: NoticeTemplate,
  plan: Plan | undefined,
  finding: Finding,
  said: { reason: string | null; wasLifted: boolean; occasion: string },
): void {
  if (!plan) return;
  queueNotice(work, {
    template,
    plans: [rowOf(work, 'plans', plan.id)],
    rung: template,
    occasion: said.occasion,
    audience: ['signatory', 'preparer'],
    finding: {
      ...(said.reason !== null && { reason: said.reason }),
      isReinstated: said.wasLifted && !isCovered(work, finding.appId),
    },
    why: 'the finding is decided on',
  });
}
