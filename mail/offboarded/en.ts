export const en = {
  kind: 'Offboarding',
  subject: (organisation: string, vendor: string) =>
    `${organisation} no longer uses SDKs of ${vendor}: keys are revoked`,
  title: (vendor: string) => `Your use of ${vendor} SDKs has ended`,
  preview: (organisation: string) => `${organisation}: keys are revoked, nothing is asked any more, the record stays.`,
  byVendor: (organisation: string, vendor: string) =>
    `After the termination notice that ${organisation} was given, ${vendor} has ended the use of its SDKs. Two people decided it.`,
  what: (organisation: string, vendor: string) =>
    `The use of ${vendor} SDKs by ${organisation} has been ended. If this is not what you wanted, write to the address below.`,
  meansHeading: 'What this means',
  keysTitle: 'Keys are revoked for good',
  keys: 'This holds for live keys and test keys of all apps. They cannot be switched on again.',
  duesTitle: 'Nothing is asked any more',
  dues: 'There are no more due days, reminders or steps.',
  recordTitle: 'What you attested stays on record',
  record: 'It is kept for the time that the privacy notice names, as proof for you as well as for us.',
};
