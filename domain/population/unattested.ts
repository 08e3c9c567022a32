import type { Instant, TimeZone } from '../calendar/instant';
import { AppHistory, type AppMoment, type PastDecision } from './app-history';

/** Why a live key of an app ran while no acceptance covered it. */
export const unattestedBecause = [
  'first-attestation-ahead',
  'due-day-ahead',
  'vendor-owes-answer',
  'passed-provisionally',
  'grace',
  'restricted',
  'held',
  'over-budget',
  'not-in-force',
] as const;
export type UnattestedBecause = (typeof unattestedBecause)[number];

/** A stretch in which live keys ran un-attested, for one reason. */
export interface Unattested {
  from: Instant;
  to: Instant;
  /** How many live keys worked. */
  keys: number;
  because: UnattestedBecause;
}

export interface AppPast {
  entry: 'registered' | 'imported';
  timeZone: TimeZone;
  registeredAt: Instant;
  decisions: readonly PastDecision[];
}

/**
 * Every stretch up to `until` in which a live key of the app worked while no acceptance covered it, each with its reason, oldest
 * first; and how the app stood at `until`. Decisions in the order in which they were made.
 */
export function unattested(past: AppPast, until: Instant): { stretches: Unattested[]; atLast: AppMoment } {
  const history = new AppHistory(past.entry, past.timeZone);
  const stretches: Unattested[] = [];
  let from = past.registeredAt;
  for (const decision of past.decisions) {
    if (decision.at > until) break;
    add(stretches, history.now(), from, decision.at);
    history.take(decision);
    from = decision.at;
  }
  add(stretches, history.now(), from, until);
  return { stretches, atLast: history.now() };
}

/** Adds what is un-attested between two moments in which nothing changes but that the cover may run out. */
function add(stretches: Unattested[], moment: AppMoment, from: Instant, to: Instant): void {
  if (moment.liveKeys === 0) return;
  const isEnforced = moment.standing === 'grace' || moment.standing === 'restricted';
  const begins = isEnforced ? from : Math.max(from, moment.coveredUntil ?? from);
  if (begins >= to) return;
  const because = reasonOf(moment);
  const last = stretches.at(-1);
  if (last?.to === begins && last.because === because && last.keys === moment.liveKeys) last.to = to;
  else stretches.push({ from: begins, to, keys: moment.liveKeys, because });
}

function reasonOf(moment: AppMoment): UnattestedBecause {
  if (moment.isPassedProvisionally) return 'passed-provisionally';
  if (moment.isClockStopped) return 'vendor-owes-answer';
  if (moment.blockedBy === 'hold') return 'held';
  if (moment.blockedBy === 'budget') return 'over-budget';
  if (moment.standing === 'grace' || moment.standing === 'restricted') return moment.standing;
  if (moment.standing === 'due') return moment.wasAccepted ? 'due-day-ahead' : 'first-attestation-ahead';
  return 'not-in-force';
}
