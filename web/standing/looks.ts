import type { Key, RequirementState, Standing } from '../../domain/lifecycle/state';
import type { IconName } from '../theme/icon';

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
