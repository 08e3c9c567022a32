import type { DeskScope } from '../../../db/queries/desk-scope';
import type { PersonCaller } from '../../caller';

/** Whose developers are meant: an account manager looks after their own, the others after everybody's, unless they say otherwise. */
export function scopeOf(asked: 'mine' | 'all' | undefined, { personId, staffRole }: PersonCaller): DeskScope {
  const scope = asked ?? (staffRole === 'am' ? 'mine' : 'all');
  return scope === 'mine' ? personId : 'all';
}

/** As the answer names it. */
export const nameOf = (scope: DeskScope): 'mine' | 'all' => (scope === 'all' ? 'all' : 'mine');
