export const en = {
  kind: 'Acceptance',
  subject: (apps: string, organisation: string) => `Accepted: attestation for ${apps} (${organisation})`,
  title: 'Your attestation is accepted',
  preview: (organisation: string) => `${organisation}: what it covers, and when the next one is due.`,
  what: (vendor: string) => `${vendor} has accepted your attestation. Thank you.`,
  acceptedLabel: 'Accepted',
  onboarding: 'You can now issue live SDK keys for these apps in the portal.',
  moreLeft: 'Something else is still asked of these apps; the list above says what. Its own dates go on.',
  nothingLeft: 'There is nothing left to do. We remind you in good time before the next one is due.',
};
