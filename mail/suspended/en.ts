export const en = {
  kind: 'Suspension',
  subject: (apps: string, organisation: string) =>
    `Suspended: live SDK keys of ${apps}; attest to restore them (${organisation})`,
  title: 'Your live SDK keys are suspended; attesting restores them',
  preview: (organisation: string) => `${organisation}: what happened, why, and how the keys come back within minutes.`,
  what: (vendor: string) => `${vendor} has suspended the live SDK keys of the apps below.`,
  restoreHeading: 'How to restore them at once',
  restore: 'Complete and sign the attestation. Nobody has to switch the keys on again, and you need no new ones.',
  effectHeading: 'What this means',
  stopsTitle: 'Stopped: the live SDK keys of these apps',
  stops: 'A check of such a key answers SUSPENDED_OBLIGATION, with the reason and the way back.',
  staysTitle: 'Going on: test keys, the portal, and the keys of your other apps',
  stays: 'Suspended keys can still be rolled; the new key is suspended too until you attest.',
  whyHeading: 'Why',
  why: (policy: string) =>
    `The ${policy}, asks for an attestation. After the due day a formal notice and then a final notice were delivered, both naming the day before which this could not happen. These obligations are still outstanding:`,
};
