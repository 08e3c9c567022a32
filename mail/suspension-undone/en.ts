export const en = {
  kind: 'Our mistake',
  subject: (apps: string, organisation: string) => `Our mistake: the suspension of ${apps} is undone (${organisation})`,
  title: 'We suspended your live SDK keys by mistake',
  preview: (organisation: string) => `${organisation}: what went wrong, for how long, and what follows.`,
  what: (vendor: string) =>
    `${vendor} suspended the live SDK keys of the apps below. That was wrong, and we are sorry. The suspension is undone.`,
  sinceLabel: 'Suspended',
  undoneLabel: 'Undone',
  keysLabel: 'Live keys that were refused',
  classLabel: 'The suspension was',
  classes: {
    obligation: 'for an outstanding attestation',
    finding: 'for a finding',
    'account-manager': 'a decision of the vendor',
    legal: 'a decision for legal reasons',
    developer: 'at your own wish',
  },
  by: (vendor: string) => `${vendor}, in the words of who undid it`,
  restored: 'The live SDK keys of these apps work again from now on; you need no new ones.',
  otherStays:
    'Another suspension still covers these apps, so their live SDK keys stay off. The portal shows it, with its reason.',
  recorded:
    'It counts as no lapse of yours. How long it stood is on record, and what went wrong is looked into by people who answer for it.',
  stillOwed:
    'What it was for is still outstanding. Nothing can be restricted or suspended for it again without a new formal notice, which names new days.',
};
