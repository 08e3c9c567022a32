import type { Day, Instant } from '../calendar/instant';
import type { CycleId, ExtensionId, PersonId } from '../ids';

/** More time that a developer asked for, and the answer. */
export interface Extension {
  id: ExtensionId;
  cycleId: CycleId;
  state: 'open' | 'granted' | 'refused' | 'withdrawn';
  requestedAt: Instant;
  requestedBy: PersonId;
  untilOn: Day;
  /** The developer's plan, in their words. */
  plan: string;
  grantedUntilOn: Day | null;
  decidedAt: Instant | null;
  decidedBy: PersonId | null;
  reason: string | null;
}
