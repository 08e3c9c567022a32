import type { ObligationSlug } from '../obligations';
import type { App, Requirement, RiskFlag } from './state';

/** Whose answers raise a flag. */
const raisedBy: Readonly<Record<RiskFlag, ObligationSlug>> = {
  'face-data': 'law',
  'sensitive-data': 'law',
  minors: 'law',
  'exemption-claimed': 'consent',
};

/** The flags of what is stated now, and those that stand from before for what was not asked: silence lowers no risk. */
export function flagsOf(app: App, stated: readonly RiskFlag[], asked: readonly Requirement[]): RiskFlag[] {
  const standing = app.riskFlags.filter(
    (flag) => !asked.some((row) => row.obligation === raisedBy[flag] && row.state !== 'exempt'),
  );
  return [...new Set([...stated, ...standing])];
}
