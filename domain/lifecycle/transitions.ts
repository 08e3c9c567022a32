import type { DecisionType } from './decisions';
import type { RequirementState, Standing } from './state';

/** One permitted change: what leads from one state to another, by which rule or clause, and who acts next. */
export interface Transition<State extends string> {
  from: State | 'none';
  to: State;
  because: DecisionType;
  when: string;
  next: 'developer' | 'vendor' | 'nobody';
}

/** Every change of standing that can happen to an app. A change that is not listed is a fault of the decider and refused. */
export const standingTransitions: readonly Transition<Standing>[] = [
  {
    from: 'none',
    to: 'onboarding',
    because: 'app.registered',
    when: 'a developer registers an app',
    next: 'developer',
  },
  { from: 'none', to: 'due', because: 'app.imported', when: 'an app with live keys is imported', next: 'developer' },
  {
    from: 'onboarding',
    to: 'active',
    because: 'app.accepted',
    when: 'the first attestation is accepted',
    next: 'nobody',
  },
  {
    from: 'active',
    to: 'due',
    because: 'cycle.opened',
    when: 'the window opens, 60 days before due',
    next: 'developer',
  },
  {
    from: 'active',
    to: 'due',
    because: 'requirement.returned',
    when: 'a return follows a provisional pass before the due day',
    next: 'developer',
  },
  {
    from: 'active',
    to: 'grace',
    because: 'requirement.returned',
    when: 'a return follows a provisional pass after the due day; the ladder starts over with a new formal notice',
    next: 'developer',
  },
  { from: 'due', to: 'active', because: 'app.accepted', when: 'the attestation is accepted', next: 'nobody' },
  {
    from: 'due',
    to: 'active',
    because: 'submission.passed-provisionally',
    when: 'the review took longer than 10 working days',
    next: 'vendor',
  },
  { from: 'due', to: 'grace', because: 'cycle.lapsed', when: 'the due day ends unmet', next: 'developer' },
  { from: 'grace', to: 'active', because: 'app.accepted', when: 'the late attestation is accepted', next: 'nobody' },
  {
    from: 'grace',
    to: 'active',
    because: 'submission.passed-provisionally',
    when: 'the review took longer than 10 working days',
    next: 'vendor',
  },
  {
    from: 'grace',
    to: 'due',
    because: 'extension.granted',
    when: 'an extension moves the due day ahead',
    next: 'developer',
  },
  {
    from: 'grace',
    to: 'restricted',
    because: 'app.restricted',
    when: 'not before day 16, formal notice delivered 14 calendar days earlier',
    next: 'developer',
  },
  {
    from: 'restricted',
    to: 'active',
    because: 'app.accepted',
    when: 'the late attestation is accepted',
    next: 'nobody',
  },
  {
    from: 'restricted',
    to: 'active',
    because: 'submission.passed-provisionally',
    when: 'a complete submission has green checks, or its review took too long',
    next: 'vendor',
  },
  {
    from: 'restricted',
    to: 'suspended',
    because: 'suspension.opened',
    when: 'not before day 30, final notice delivered 72 hours earlier, in an enforcement slot',
    next: 'developer',
  },
  {
    from: 'suspended',
    to: 'active',
    because: 'suspension.lifted',
    when: 'the attestation is accepted, or passes provisionally by green checks',
    next: 'nobody',
  },
  {
    from: 'active',
    to: 'grace',
    because: 'finding.raised',
    when: 'a finding is raised: five working days to cure it',
    next: 'developer',
  },
  {
    from: 'due',
    to: 'grace',
    because: 'finding.raised',
    when: 'a finding is raised: five working days to cure it',
    next: 'developer',
  },
  { from: 'grace', to: 'active', because: 'finding.cured', when: 'the answer cures the finding', next: 'nobody' },
  {
    from: 'grace',
    to: 'active',
    because: 'finding.withdrawn',
    when: 'the vendor takes the finding back',
    next: 'nobody',
  },
  {
    from: 'grace',
    to: 'due',
    because: 'finding.cured',
    when: 'the finding is cured; the attestation is still due',
    next: 'developer',
  },
  {
    from: 'grace',
    to: 'due',
    because: 'finding.withdrawn',
    when: 'the finding is taken back; the attestation is still due',
    next: 'developer',
  },
  { from: 'restricted', to: 'active', because: 'finding.cured', when: 'the answer cures the finding', next: 'nobody' },
  {
    from: 'restricted',
    to: 'active',
    because: 'finding.withdrawn',
    when: 'the vendor takes the finding back',
    next: 'nobody',
  },
  {
    from: 'restricted',
    to: 'due',
    because: 'finding.cured',
    when: 'the finding is cured; the attestation is still due',
    next: 'developer',
  },
  {
    from: 'restricted',
    to: 'grace',
    because: 'app.accepted',
    when: 'the late attestation is accepted while a finding is open',
    next: 'developer',
  },
  {
    from: 'restricted',
    to: 'grace',
    because: 'finding.cured',
    when: 'the finding is cured; the attestation is overdue, or another finding is open',
    next: 'developer',
  },
  {
    from: 'suspended',
    to: 'due',
    because: 'finding.cured',
    when: 'the finding is cured; the attestation is still due',
    next: 'developer',
  },
  {
    from: 'suspended',
    to: 'grace',
    because: 'suspension.lifted',
    when: 'what led to it is cured; the attestation is overdue, or a finding is open',
    next: 'developer',
  },
  {
    from: 'suspended',
    to: 'restricted',
    because: 'suspension.lifted',
    when: 'what led to it is cured; the ladder of another matter still restricts',
    next: 'developer',
  },
  {
    from: 'onboarding',
    to: 'offboarded',
    because: 'app.retired',
    when: 'the app or the developer leaves',
    next: 'nobody',
  },
  { from: 'active', to: 'offboarded', because: 'app.retired', when: 'the app or the developer leaves', next: 'nobody' },
  { from: 'due', to: 'offboarded', because: 'app.retired', when: 'the app or the developer leaves', next: 'nobody' },
  { from: 'grace', to: 'offboarded', because: 'app.retired', when: 'the app or the developer leaves', next: 'nobody' },
  {
    from: 'restricted',
    to: 'offboarded',
    because: 'app.retired',
    when: 'the app or the developer leaves',
    next: 'nobody',
  },
  {
    from: 'suspended',
    to: 'offboarded',
    because: 'app.retired',
    when: 'the app or the developer leaves',
    next: 'nobody',
  },
];

/** Every change of a requirement's state. */
export const requirementTransitions: readonly Transition<RequirementState>[] = [
  { from: 'none', to: 'open', because: 'cycle.opened', when: 'a cycle opens or an app joins it', next: 'developer' },
  { from: 'open', to: 'submitted', because: 'submission.received', when: 'it is stated and signed', next: 'vendor' },
  {
    from: 'returned',
    to: 'submitted',
    because: 'submission.received',
    when: 'it is stated and signed again',
    next: 'vendor',
  },
  {
    from: 'submitted',
    to: 'accepted',
    because: 'requirement.accepted',
    when: 'all checks are green at low risk, or a reviewer accepts',
    next: 'nobody',
  },
  {
    from: 'submitted',
    to: 'returned',
    because: 'requirement.returned',
    when: 'a reviewer returns it with a reason',
    next: 'developer',
  },
  {
    from: 'open',
    to: 'superseded',
    because: 'requirement.superseded',
    when: 'the next cycle opens, or the app retires',
    next: 'nobody',
  },
  {
    from: 'returned',
    to: 'superseded',
    because: 'requirement.superseded',
    when: 'the next cycle opens, or the app retires',
    next: 'nobody',
  },
  { from: 'submitted', to: 'superseded', because: 'requirement.superseded', when: 'the app retires', next: 'nobody' },
];

/** True when the table lists a way from one standing to another. */
export function isStandingChange(from: Standing, to: Standing): boolean {
  return standingTransitions.some((transition) => transition.from === from && transition.to === to);
}
