import type { CheckOutcome } from './check';

/** The worst of some outcomes. Of none it is amber: what nobody looked at is not fine. */
export function worst(outcomes: readonly CheckOutcome[]): CheckOutcome {
  if (outcomes.includes('red')) return 'red';
  return outcomes.length === 0 || outcomes.includes('amber') ? 'amber' : 'green';
}
