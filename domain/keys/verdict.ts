import type { Day, Instant, TimeZone } from '../calendar/instant';
import { addDays, startOf } from '../calendar/zoned';
import type { Key, Standing, SuspensionClass } from '../lifecycle/state';

/** Every answer to "does this key work?". */
export const verdictCodes = [
  'VALID',
  'NOT_FOUND',
  'NOT_YET_ATTESTED',
  'SUSPENDED_OBLIGATION',
  'SUSPENDED_FINDING',
  'SUSPENDED_OTHER',
  'REVOKED',
  'OFFBOARDED',
] as const;
export type VerdictCode = (typeof verdictCodes)[number];

/** What is known of a key when it is asked about. */
export interface KeyFacts {
  environment: Key['environment'];
  state: Key['state'];
  /** The end of the overlap after rolling. */
  expiresAt: Instant | null;
  standing: Standing;
  /** Classes of the app's open suspensions. */
  suspensions: readonly SuspensionClass[];
  /** The binding day of the app's open plan, else of the next cycle; null when none is set. */
  dueOn: Day | null;
  /** The last day to cure the most pressing open finding about the app; without one none is open. */
  findingDueOn?: Day | null;
  timeZone: TimeZone;
}

/** How the app stands with its attestation, told with a key that works while something is due or will be soon. */
export interface AttestationNotice {
  state: Standing;
  dueOn: Day | null;
}

export interface Verdict {
  isValid: boolean;
  code: VerdictCode;
  attestation: AttestationNotice | null;
  /** With a key that works while a finding about its app is open: the last day to cure it. */
  findingDueOn?: Day;
  /** The vendor revoked the whole app: no key of it comes back, and none can be issued. */
  isAppRevoked?: true;
}

/** From so many days before due, an answer tells when the attestation is due. */
const toldDaysBeforeDue = 30;

/**
 * Whether a key works, and why not. `now` is the developer's obligation time. A rolled key ends with its overlap, whether or not
 * the clock has decided so yet; a suspension holds as soon as it is a row, whatever the key's state says.
 * `toldFrom` may be a `toldFromAt` that remembers: calendars are slow, checks are many.
 */
export function verdictOf(key: KeyFacts, now: Instant, toldFrom: typeof toldFromAt = toldFromAt): Verdict {
  const code = codeFor(key, now);
  const attestation = { state: key.standing, dueOn: key.dueOn };
  if (code === 'VALID') {
    const warning = key.environment === 'live' && key.findingDueOn != null ? { findingDueOn: key.findingDueOn } : {};
    return { isValid: true, code, attestation: isTold(key, now, toldFrom) ? attestation : null, ...warning };
  }
  const isCurable = code === 'NOT_YET_ATTESTED' || code.startsWith('SUSPENDED_');
  return {
    isValid: false,
    code,
    attestation: isCurable ? attestation : null,
    ...(key.standing === 'revoked' && { isAppRevoked: true }),
  };
}

function codeFor(key: KeyFacts, now: Instant): VerdictCode {
  if (key.standing === 'offboarded') return 'OFFBOARDED';
  if (key.standing === 'revoked' || key.state === 'revoked' || key.state === 'expired') return 'REVOKED';
  if (key.expiresAt !== null && key.expiresAt <= now) return 'REVOKED';
  if (key.environment === 'test') return 'VALID';
  // The one that the developer can cure least comes first: curing another would not make the key work.
  if (key.suspensions.some((one) => one !== 'obligation' && one !== 'finding')) return 'SUSPENDED_OTHER';
  if (key.suspensions.includes('finding')) return 'SUSPENDED_FINDING';
  if (key.suspensions.includes('obligation')) return 'SUSPENDED_OBLIGATION';
  if (key.state === 'suspended') return 'SUSPENDED_OTHER';
  return key.standing === 'onboarding' ? 'NOT_YET_ATTESTED' : 'VALID';
}

/** The first moment at which an answer tells of this due day. */
export function toldFromAt(dueOn: Day, timeZone: TimeZone): Instant {
  return startOf(addDays(dueOn, -toldDaysBeforeDue), timeZone);
}

function isTold({ standing, dueOn, timeZone }: KeyFacts, now: Instant, toldFrom: typeof toldFromAt): boolean {
  if (standing !== 'active') return true;
  return dueOn !== null && toldFrom(dueOn, timeZone) <= now;
}
