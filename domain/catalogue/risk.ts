import type { Day } from '../calendar/instant';
import type { RiskFlag } from '../lifecycle/state';
import type { AnswersByObligation } from './condition';
import { isObject } from './judging';

/** A claim that applicable law provides otherwise (clause 3.3). A reviewer must grant it, and it ends. */
export interface ExemptionClaim {
  /** Statute and article. */
  statute: string;
  /** ISO 3166-1 alpha-2. */
  jurisdiction: string;
  reason: string;
  /** The last day it is relied on. */
  endsOn: Day;
}

/** The legal exemption claimed in answers that were validated; null when consent is relied on. */
export function exemptionClaimIn(answers: AnswersByObligation): ExemptionClaim | null {
  const consent = answers.consent;
  return consent?.basis === 'exemption' && isObject(consent.exemption)
    ? (consent.exemption as unknown as ExemptionClaim)
    : null;
}

/** What makes these answers higher risk, in a fixed order. */
export function riskFlagsOf(answers: AnswersByObligation): RiskFlag[] {
  const flags: RiskFlag[] = [];
  if (answers.law?.handlesFaceData === true) flags.push('face-data');
  if (answers.law?.handlesSensitiveData === true) flags.push('sensitive-data');
  if (answers.law?.isForMinors === true) flags.push('minors');
  // The choice alone counts: a claim without its particulars is no smaller risk.
  if (answers.consent?.basis === 'exemption') flags.push('exemption-claimed');
  return flags;
}
