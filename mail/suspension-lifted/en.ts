export const en = {
  kind: 'Reinstatement',
  subject: (apps: string, organisation: string, isRestored: boolean) =>
    isRestored
      ? `Restored: live SDK keys of ${apps} (${organisation})`
      : `A suspension of ${apps} is lifted, another one stays (${organisation})`,
  title: (isRestored: boolean): string =>
    isRestored ? 'Your live SDK keys work again' : 'One suspension is lifted; another one still covers your live keys',
  preview: (organisation: string) => `${organisation}: which suspension is lifted, and why.`,
  what: (vendor: string) => `${vendor} has lifted a suspension of the apps below.`,
  liftedLabel: 'Lifted',
  classLabel: 'The suspension was',
  classes: {
    obligation: 'for an outstanding attestation',
    finding: 'for a finding',
    'account-manager': 'a decision of the vendor',
    legal: 'a decision for legal reasons',
    developer: 'at your own wish',
  },
  by: (vendor: string) => `${vendor}, in the words of who lifted it`,
  restored: 'The live SDK keys of these apps come back by themselves within minutes; you need no new ones.',
  otherStays:
    'Another suspension still covers these apps, so their live SDK keys stay off. The portal shows it, with its reason.',
  stillOwed:
    'What it was for is still outstanding. Nothing can be suspended for it again without a new formal notice, which names new days.',
};
