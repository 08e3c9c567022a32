import type { Terms } from '../terms';

/** The terms that shape a cycle: a tier may have them otherwise. All others bind everybody alike. */
export const tierTermNames = [
  'period',
  'shortPeriod',
  'firstDueAfter',
  'windowOpensBefore',
  'importDueAfter',
  'importSpread',
  'remindersBefore',
  'remindersAfter',
  'restrictAfter',
  'suspendAfter',
  'revokeAfter',
  'extensionLongest',
] as const satisfies readonly (keyof Terms)[];

export type TierTermName = (typeof tierTermNames)[number];

/** What a tier has of its own. */
export type TierTerms = Pick<Terms, TierTermName>;

/** What holds for everybody alike: the law's and the vendor's own periods, the slot, the budget. */
export type CommonTerms = Omit<Terms, TierTermName>;

/** Those of all terms that a tier may have otherwise: what a new version of a tier starts from. */
export function tierTermsOf(terms: Terms): TierTerms {
  return Object.fromEntries(tierTermNames.map((name) => [name, terms[name]])) as unknown as TierTerms;
}
