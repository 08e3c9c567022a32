import { queueNotice } from './notice';
import type { NoticeAudience } from './notices';
import type { Task, TaskKind } from './tasks';
import { put, record, type Work } from './work';

const titles: Readonly<Record<TaskKind, string>> = {
  review: 'a submission waits for review',
  'review-overdue': 'a review is past its service level',
  extension: 'an extension is asked for',
  appeal: 'an appeal waits for its answer',
  'appeal-late': 'the answer to an appeal is late',
  'suspension-request': 'a suspension waits for a second person',
  'post-mortem': 'a suspension was undone: what went wrong is to be found out',
  termination: 'the notice of a termination has run out and nobody decided',
  'bounced-contact': 'a notice could not be delivered to any contact',
  'not-started': 'nothing was started two weeks before due',
  'due-soon': 'a week is left and the attestation is not complete',
  'past-due': 'the due day has come and the attestation is not complete',
  'onboarding-overdue': 'the first attestation is overdue',
  compliance: 'an attestation is a week late',
  'budget-exceeded': 'enforcement holds: its budget is spent',
  'missed-step': 'an enforcement step was missed for our reasons and is planned anew',
  'finding-answer': 'the answer to a finding waits for a decision',
  'finding-overdue': 'the answer to a finding waits past its service level',
  'finding-long-overdue': 'the answer to a finding still waits, twice its service level',
};

/** Opens a task, once per kind and subject, and mails it to whom it is for. */
export function openTask(work: Work, kind: TaskKind, subject: string, assignee: Task['assignee']): void {
  const isOpen = work.state.tasks.some(
    (task) => task.kind === kind && task.subject === subject && task.closedAt === null,
  );
  if (isOpen) return;
  const task: Task = { id: work.newId('tsk'), kind, subject, assignee, openedAt: work.now, closedAt: null };
  record(work, 'task.opened', task.id, { why: titles[kind], data: { kind, subject, assignee } }, [put('tasks', task)]);
  queueNotice(work, {
    template: 'task',
    plans: [],
    rung: kind,
    occasion: task.id,
    audience: [assignee satisfies NoticeAudience],
    facts: { task: { kind, subject } },
    why: 'somebody of the vendor must look at this',
  });
}

/** Closes the open tasks of these kinds about this subject. */
export function closeTasks(work: Work, kinds: readonly TaskKind[], subject: string, why: string): void {
  for (const task of work.state.tasks) {
    if (task.closedAt !== null || task.subject !== subject || !kinds.includes(task.kind)) continue;
    record(work, 'task.closed', task.id, { why, data: { kind: task.kind, subject } }, [
      put('tasks', { ...task, closedAt: work.now }),
    ]);
  }
}
