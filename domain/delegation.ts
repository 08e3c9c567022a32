import type { Day, Duration, Instant, TimeZone } from './calendar/instant';
import { addTo, dayOf, endOf } from './calendar/zoned';
import { AvowError } from './errors';

/** People of one agency that a delegation lets in, at most. */
export const mostDelegates = 20;

interface Term {
  endsOn: Day;
  grantedAt: Instant;
  timeZone: TimeZone;
  longest: Duration;
}

/**
 * The moment a delegation ends: the end of its last day in the developer's zone, stored with it so that a change of zone does not move it.
 * Throws delegation.ends-too-early for a day that is over, delegation.ends-too-late for one beyond the longest term.
 */
export function delegationEndsAt({ endsOn, grantedAt, timeZone, longest }: Term): Instant {
  const today = dayOf(grantedAt, timeZone);
  if (endsOn < today) {
    throw new AvowError('delegation.ends-too-early', `Name ${today} or a later day: ${endsOn} is over.`, [
      { path: '/endsOn', message: 'is over already' },
    ]);
  }
  const latest = addTo(today, longest);
  if (endsOn > latest) {
    throw new AvowError(
      'delegation.ends-too-late',
      `A delegation lasts ${longest} at most: name ${latest} or an earlier day, and grant it anew when it is still wanted then.`,
      [{ path: '/endsOn', message: `at the latest ${latest}` }],
    );
  }
  return endOf(endsOn, timeZone);
}

/** A delegation, as far as it says whether it lets anybody in. */
export interface DelegationTerm {
  endsAt: Instant;
  revokedAt: Instant | null;
}

/** True while it lets the agency in; `now` is wall time, as for every access. */
export function isInForce({ endsAt, revokedAt }: DelegationTerm, now: Instant): boolean {
  return revokedAt === null && now < endsAt;
}

/** Throws delegation.ended unless it is in force. */
export function refuseEnded(delegation: DelegationTerm, now: Instant): void {
  if (isInForce(delegation, now)) return;
  throw new AvowError(
    'delegation.ended',
    delegation.revokedAt === null
      ? 'Its last day is over. A signatory of the developer can grant another.'
      : 'It was revoked. A signatory of the developer can grant another.',
  );
}
