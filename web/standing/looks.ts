import type { getSubmission } from '../../api/submissions';
import type { Appeal } from '../../domain/lifecycle/appeals';
import type { Exemption } from '../../domain/lifecycle/exemptions';
import type { Extension } from '../../domain/lifecycle/extensions';
import type { FindingState } from '../../domain/lifecycle/findings';
import type { Key, RequirementState, Standing } from '../../domain/lifecycle/state';
import type { AnswerOf } from '../client/asked';
import type { IconName } from '../theme/icon';

export type SubmissionState = AnswerOf<typeof getSubmission>['state'];

/** How a state looks: the colour by meaning and a sign, beside its word. */
export interface Look {
  color: 'good' | 'near' | 'over' | 'harbour' | 'gray';
  icon: IconName;
}

// A new state does not compile until it looks like something here and has its words in en.ts and zh-cn.ts.

export const standingLooks: Readonly<Record<Standing, Look>> = {
  onboarding: { color: 'harbour', icon: 'pencil' },
  active: { color: 'good', icon: 'check' },
  due: { color: 'near', icon: 'clock' },
  grace: { color: 'over', icon: 'clock' },
  restricted: { color: 'over', icon: 'warning' },
  suspended: { color: 'over', icon: 'pause' },
  revoked: { color: 'gray', icon: 'stop' },
  offboarded: { color: 'gray', icon: 'cross' },
};

export const keyLooks: Readonly<Record<Key['state'], Look>> = {
  active: { color: 'good', icon: 'check' },
  suspended: { color: 'over', icon: 'pause' },
  revoked: { color: 'gray', icon: 'stop' },
  expired: { color: 'gray', icon: 'clock' },
};

export const requirementLooks: Readonly<Record<RequirementState, Look>> = {
  open: { color: 'near', icon: 'pencil' },
  submitted: { color: 'harbour', icon: 'eye' },
  returned: { color: 'over', icon: 'reply' },
  accepted: { color: 'good', icon: 'check' },
  exempt: { color: 'good', icon: 'dot' },
  superseded: { color: 'gray', icon: 'dot' },
};

export const submissionLooks: Readonly<Record<SubmissionState, Look>> = {
  checking: { color: 'harbour', icon: 'clock' },
  'in-review': { color: 'harbour', icon: 'eye' },
  accepted: { color: 'good', icon: 'check' },
  returned: { color: 'over', icon: 'reply' },
  ended: { color: 'gray', icon: 'cross' },
};

export const findingLooks: Readonly<Record<FindingState, Look>> = {
  open: { color: 'over', icon: 'warning' },
  answered: { color: 'harbour', icon: 'eye' },
  cured: { color: 'good', icon: 'check' },
  withdrawn: { color: 'gray', icon: 'cross' },
  superseded: { color: 'gray', icon: 'dot' },
};

export const appealLooks: Readonly<Record<Appeal['state'], Look>> = {
  open: { color: 'harbour', icon: 'eye' },
  upheld: { color: 'good', icon: 'check' },
  dismissed: { color: 'gray', icon: 'stop' },
  withdrawn: { color: 'gray', icon: 'cross' },
};

export const extensionLooks: Readonly<Record<Extension['state'], Look>> = {
  open: { color: 'harbour', icon: 'eye' },
  granted: { color: 'good', icon: 'check' },
  refused: { color: 'gray', icon: 'stop' },
  withdrawn: { color: 'gray', icon: 'cross' },
};

export const exemptionLooks: Readonly<Record<Exemption['state'], Look>> = {
  claimed: { color: 'near', icon: 'clock' },
  granted: { color: 'good', icon: 'check' },
  refused: { color: 'over', icon: 'cross' },
  ended: { color: 'gray', icon: 'stop' },
  superseded: { color: 'gray', icon: 'dot' },
};
