import type { ObligationSlug } from '../obligations';
import type { App, Requirement, RiskFlag } from './state';

/** Whose answers raise a flag. */
const raisedBy: Readonly<Record<RiskFlag, ObligationSlug>> = {
  'face-data': 'law',
  'sensitive-data': 'law',
  minors: 'law',
  'exemption-claimed': 'consent',
};

/** True when the answers that raise the flag are given here; what a cycle opened exempt is not. */
function isAnswered(flag: RiskFlag, asked: readonly Requirement[]): boolean {
  return asked.some(
    (row) => row.obligation === raisedBy[flag] && (row.state !== 'exempt' || row.submissionId !== null),
  );
}

/** The flags of what is stated now, and those that stand from before for what was not asked: silence lowers no risk. */
export function flagsOf(app: App, stated: readonly RiskFlag[], asked: readonly Requirement[]): RiskFlag[] {
  return [...new Set([...stated, ...app.riskFlags.filter((flag) => !isAnswered(flag, asked))])];
}

/** What the acceptance of a submission leaves on the app: only what was asked is answered by it. */
export function flagsAfter(app: App, submitted: readonly RiskFlag[], asked: readonly Requirement[]): RiskFlag[] {
  const answered = submitted.filter((flag) => isAnswered(flag, asked));
  return flagsOf(app, answered, asked);
}
