import { type DeskScope, ownScope } from '../../../db/queries/desk-scope';
import type { Instant } from '../../../domain/calendar/instant';
import { dayOf } from '../../../domain/calendar/zoned';
import type { PersonCaller } from '../../caller';
import type { ServerDeps } from '../../deps';

/**
 * Whose developers are meant: an account manager looks after their own and those of whom they stand in for, the others after
 * everybody's, unless they say otherwise.
 */
export async function scopeOf(
  asked: 'mine' | 'all' | undefined,
  { personId, staffRole }: PersonCaller,
  { db, lifecycle }: ServerDeps,
  now: Instant,
): Promise<DeskScope> {
  const scope = asked ?? (staffRole === 'am' ? 'mine' : 'all');
  return scope === 'mine' ? ownScope(db, personId, dayOf(now, lifecycle.terms.vendor.timeZone)) : 'all';
}

/** As the answer names it. */
export const nameOf = (scope: DeskScope): 'mine' | 'all' => (scope === 'all' ? 'all' : 'mine');
