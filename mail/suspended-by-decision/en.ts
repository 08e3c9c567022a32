export const en = {
  kind: 'Suspension',
  subject: (apps: string, organisation: string) =>
    `Suspended by decision: live SDK keys of ${apps}; the reasons (${organisation})`,
  title: 'Your live SDK keys are suspended by a decision: the reasons',
  preview: (organisation: string) => `${organisation}: what was decided, why, on which clause, and how to answer.`,
  what: {
    'account-manager': (vendor: string) =>
      `${vendor} has decided to suspend the live SDK keys of the apps below at once. Two people decided it. This is the statement of reasons.`,
    legal: (vendor: string) =>
      `${vendor} has decided, for legal reasons, to suspend the live SDK keys of the apps below at once. Two people decided it. This is the statement of reasons.`,
  },
  clauseLabel: 'Rests on',
  whyHeading: 'Why',
  by: (vendor: string) => `${vendor}, in the words of who asked for it`,
  effectHeading: 'What this means',
  stopsTitle: 'Stopped: the live SDK keys of these apps',
  stops: 'A check of such a key answers SUSPENDED_OTHER, with the way to these reasons.',
  staysTitle: 'Going on: test keys, the portal, and the keys of your other apps',
  stays: 'Suspended keys can still be rolled; the new key is suspended too.',
  answerHeading: 'How to answer',
  answer:
    'Put right what is said above, or explain why it is not so, and write to the address below. People lift this suspension, for attesting does not; your attestations and their days go on as before.',
};
