/** What came of new terms for one developer: another due day, the same one, or nothing: they had left, or were in another tier by then. */
export const termsOutcomes = ['moved', 'kept', 'left'] as const;
export type TermsOutcome = (typeof termsOutcomes)[number];
