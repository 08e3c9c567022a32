export const en = {
  kind: 'Formal notice',
  subject: (apps: string, organisation: string, due: string | undefined) =>
    `Formal notice: a finding about ${apps}${due === undefined ? '' : `, to be cured by ${due}`} (${organisation})`,
  title: 'Formal notice: a finding about your app',
  preview: (organisation: string) =>
    `${organisation}: what was found, what can follow and when at the earliest, how to put it right, how to appeal.`,
  what: (vendor: string, organisation: string) =>
    `${vendor} finds that something ${organisation} stated about the app below is false, or true no longer. This formal notice says what was found, on which clause that rests, what can follow and not before when, how to put it right, and how to appeal.`,
  factsHeading: '1. The facts',
  clauseHeading: '2. The clause',
  followsHeading: '3. What can follow, and not before when',
  finalFirst: ' Before any suspension you also receive a final notice.',
  remedyHeading: '4. How to put it right',
  appealHeading: '5. How to appeal',
};
