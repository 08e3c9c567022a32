import type { Instant } from '../calendar/instant';
import type { TaskId } from '../ids';

export type TaskKind =
  | 'review'
  | 'review-overdue'
  | 'extension'
  | 'appeal'
  | 'appeal-late'
  | 'suspension-request'
  | 'post-mortem'
  | 'termination'
  | 'bounced-contact'
  | 'not-started'
  | 'due-soon'
  | 'past-due'
  | 'onboarding-overdue'
  | 'compliance'
  | 'budget-exceeded'
  | 'missed-step'
  | 'finding-answer'
  | 'finding-overdue'
  | 'finding-long-overdue';

/** Something a person of the vendor's must look at. */
export interface Task {
  id: TaskId;
  kind: TaskKind;
  /** What it is about: a submission, an extension, an appeal, a notice, a cycle, a finding, a post-mortem or an app. */
  subject: string;
  assignee: 'am' | 'lead' | 'compliance';
  openedAt: Instant;
  closedAt: Instant | null;
}
