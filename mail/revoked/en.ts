export const en = {
  kind: 'Revocation',
  subject: (apps: string, organisation: string) => `Revoked for good: SDK keys of ${apps} (${organisation})`,
  title: 'Your app is revoked: its SDK keys have ended for good',
  preview: (organisation: string) => `${organisation}: what has ended, why, and what is still open to you.`,
  what: (vendor: string) =>
    `${vendor} has revoked the apps below, after the termination notice that you were given. Two people decided it.`,
  whyHeading: 'Why',
  by: (vendor: string) => `${vendor}, in the words of the notice`,
  meansHeading: 'What this means',
  keysTitle: 'Every key of these apps has ended, live and test',
  keys: 'A check answers REVOKED. They cannot be switched on again.',
  duesTitle: 'Nothing is asked for these apps any more',
  dues: 'Your other apps go on as before.',
  recordTitle: 'What you attested stays on record',
  record: 'It is kept for the time that the privacy notice names, as proof for you as well as for us.',
  againTitle: 'A new beginning is possible',
  again: 'You can register the app anew in the portal. It then begins like any new app, with a first attestation.',
};
