export const en = {
  kind: 'Formal notice',
  subject: (apps: string, organisation: string, due: string | undefined) =>
    `Formal notice: attestation for ${apps} overdue${due === undefined ? '' : ` since ${due}`} (${organisation})`,
  title: 'Formal notice and statement of reasons',
  preview: (organisation: string) =>
    `${organisation}: what is missing, what can follow and when at the earliest, how to put it right, how to appeal.`,
  what: (vendor: string, organisation: string) =>
    `With this formal notice ${vendor} tells ${organisation} what is missing, on which clause that rests, what can follow and not before when, how to put it right, and how to appeal.`,
  factsHeading: '1. The facts',
  asOfLabel: 'Not complete as of',
  clauseHeading: '2. The clause',
  clause: (policy: string) =>
    `${policy}, binds every developer who embeds the SDK. Outstanding are the obligations of:`,
  followsHeading: '3. What can follow, and not before when',
  finalFirst: ' Before any suspension you also receive a final notice.',
  remedyHeading: '4. How to put it right',
  appealHeading: '5. How to appeal',
  remedy:
    'Attest what is outstanding. You can also ask for an extension in the portal, or retire an app that you no longer ship.',
};
