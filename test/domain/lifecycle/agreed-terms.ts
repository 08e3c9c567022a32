import { defaultTerms } from '../../../domain/terms';
import { termsFaults } from '../../../domain/terms/terms-faults';
import type { TierTerms } from '../../../domain/terms/tier-terms';
import type { Chance } from './chance';

/** Terms that `termsFaults` finds nothing against, from anywhere in what it allows: each field by chance, again while it is at fault. */
export function agreedTerms(chance: Chance): TierTerms {
  let terms = drawn(chance);
  for (let tries = 0; tries < 500; tries += 1) {
    const faults = termsFaults(terms, defaultTerms);
    if (faults.length === 0) return terms;
    const again = drawn(chance);
    const names = faults.map(({ path }) => path.slice(1) as keyof TierTerms);
    terms = { ...terms, ...Object.fromEntries(names.map((name) => [name, again[name]])) };
  }
  throw new Error(`no terms without a fault were found: ${JSON.stringify(terms)}`);
}

function drawn({ between }: Chance): TierTerms {
  const days = (most: number) => Array.from({ length: between(0, 9) }, () => between(0, most));
  return {
    period: `P${between(1, 40)}M`,
    shortPeriod: `P${between(1, 14)}M`,
    firstDueAfter: `P${between(0, 120)}D`,
    windowOpensBefore: `P${between(20, 140)}D`,
    importDueAfter: `P${between(40, 140)}D`,
    importSpread: `P${between(0, 140)}D`,
    remindersBefore: [...new Set(days(90))].sort((one, other) => other - one),
    remindersAfter: [...new Set(days(60))].sort((one, other) => one - other),
    restrictAfter: between(0, 60),
    suspendAfter: between(0, 120),
    revokeAfter: between(0, 220),
    extensionLongest: `P${between(0, 60)}D`,
  };
}
