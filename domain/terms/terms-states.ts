/** Whether a version of a tier's terms waits for its second person, holds, held until another took its place, or was taken back. */
export const termsStates = ['proposed', 'in-force', 'superseded', 'withdrawn'] as const;
export type TermsState = (typeof termsStates)[number];
