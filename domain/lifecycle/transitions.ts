import { caseTransitions } from './case-transitions';
import type { DecisionType } from './decisions';
import { ladderTransitions } from './ladder-transitions';
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
export const standingTransitions: readonly Transition<Standing>[] = [...ladderTransitions, ...caseTransitions];

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
    from: 'returned',
    to: 'accepted',
    because: 'requirement.accepted',
    when: 'an appeal against the return is upheld',
    next: 'nobody',
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
  {
    from: 'submitted',
    to: 'exempt',
    because: 'requirement.exempted',
    when: 'a reviewer who is not the asker grants the exemption claimed, until a day',
    next: 'nobody',
  },
  {
    from: 'returned',
    to: 'exempt',
    because: 'requirement.exempted',
    when: 'an appeal against the return of an exemption claimed is upheld',
    next: 'nobody',
  },
  {
    from: 'none',
    to: 'exempt',
    because: 'cycle.opened',
    when: 'a cycle opens and a granted exemption holds on its due day',
    next: 'nobody',
  },
  {
    from: 'exempt',
    to: 'open',
    because: 'requirement.reopened',
    when: 'its exemption ends before the first attestation is complete',
    next: 'developer',
  },
];

/** True when the table lists a way from one standing to another. */
export function isStandingChange(from: Standing, to: Standing): boolean {
  return standingTransitions.some((transition) => transition.from === from && transition.to === to);
}
