import type { Instant } from '../calendar/instant';
import { AvowError } from '../errors';
import type { EventOf } from './events';
import { planOfFinding } from './finding';
import { type Finding, isOpenFinding } from './findings';
import { maySubmissionStop, stopPlan } from './stopped-clock';
import { endOfWorkingDay } from './submission';
import { openTask } from './task';
import { put, record, rowOf, type Work } from './work';

/** The developer answers: the clock stands, the first two times, and the vendor owes a decision. */
export function findingAnswered(work: Work, event: EventOf<'finding.answered'>): void {
  if (event.actor.kind !== 'person')
    throw new AvowError('access.forbidden', 'Only people of the developer answer a finding.');
  const finding = openFinding(work, event.findingId);
  if (finding.state === 'answered')
    throw new AvowError(
      'finding.already-answered',
      'This finding is answered; the vendor decides next. You can answer again if the answer does not cure it.',
    );
  const answered: Finding = {
    ...finding,
    state: 'answered',
    answer: event.answer,
    answerEvidence: [...event.evidence],
    answeredAt: work.now,
    answeredBy: event.actor.id,
    reviewDueAt: endOfWorkingDay(work, work.context.terms.reviewWorkingDays),
    reviewEscalatesAt: endOfWorkingDay(work, work.context.terms.provisionalWorkingDays),
  };
  record(work, 'finding.answered', finding.id, { why: 'the developer says how it is cured', rule: 'clock-stops' }, [
    put('findings', answered),
  ]);
  const plan = planOfFinding(work, answered);
  if (plan && maySubmissionStop(work, plan)) stopPlan(work, plan, 'answer');
  openTask(work, 'finding-answer', finding.id, 'am');
}

/** A finding that still binds. */
export function openFinding(work: Work, id: Finding['id']): Finding {
  const finding = work.state.findings.find((row) => row.id === id);
  if (!finding || !isOpenFinding(finding))
    throw new AvowError(
      'finding.already-decided',
      'This finding is cured or taken back already, or its app has ended. Reload it.',
    );
  return finding;
}

/** Answers past their service level: nobody passes provisionally, so the clock stands on and the lead is told, twice (definition 4). */
export function attendFindings(work: Work): void {
  for (const { id } of work.state.findings.filter((row) => row.state === 'answered')) {
    tellLead(work, id, 'reviewDueAt', 'finding-overdue');
    tellLead(work, id, 'reviewEscalatesAt', 'finding-long-overdue');
  }
}

function tellLead(
  work: Work,
  id: Finding['id'],
  when: 'reviewDueAt' | 'reviewEscalatesAt',
  task: 'finding-overdue' | 'finding-long-overdue',
): void {
  const finding = rowOf(work, 'findings', id);
  const at: Instant | null = finding[when];
  if (at === null || at > work.now) return;
  record(work, 'finding.overdue', id, { why: 'the answer waits past its service level', rule: 'clock-stops' }, [
    put('findings', { ...finding, [when]: null }),
  ]);
  openTask(work, task, id, 'lead');
}
