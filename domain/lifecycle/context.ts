import type { Calendars } from '../calendar/working-days';
import type { Terms } from '../terms';

/** What a decision depends on beside the state, the event and the time. */
export interface Context {
  terms: Terms;
  calendars: Calendars;
  /** The catalogue version that a cycle opened now would keep. */
  catalogueVersion: string;
  /** How many apps may still be restricted or suspended in this rolling window. */
  budgetLeft: number;
  /** True while somebody holds enforcement for this developer or for all. */
  isHeld: boolean;
}
