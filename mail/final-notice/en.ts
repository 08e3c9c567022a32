export const en = {
  kind: 'Final notice',
  subject: (apps: string, organisation: string, day: string | undefined) =>
    `Final notice: live SDK keys of ${apps} can be suspended${day === undefined ? '' : ` from ${day}`} (${organisation})`,
  title: (day: string | undefined) => `Live SDK keys can be suspended${day === undefined ? '' : ` from ${day}`}`,
  preview: (organisation: string) =>
    `${organisation}: when at the earliest, what stops working, and how to avert it today.`,
  what: (vendor: string, organisation: string) =>
    `${vendor} sent ${organisation} a formal notice about the apps below. Their attestation is still incomplete. This is the last notice before their live SDK keys are suspended.`,
  stopsHeading: 'What stops, and what goes on',
  stopsTitle: 'Stops: the live SDK keys of these apps',
  stops: 'A check of such a key answers SUSPENDED_OBLIGATION, and the SDK stops working in the published app.',
  staysTitle: 'Goes on: test keys, the portal, and the keys of your other apps',
  stays: 'You can draft, attest, roll keys and appeal at any time, before and after.',
  avertHeading: 'How to avert it',
  avert: 'Complete and sign the attestation. That stops the steps against the app while it is checked.',
  clauseHeading: 'The clause it rests on',
};
