export const en = {
  kind: 'Restriction',
  subject: (apps: string, organisation: string) => `Restricted: ${apps}, live keys keep working (${organisation})`,
  title: 'Your apps are restricted; live keys keep working',
  preview: (organisation: string) => `${organisation}: what still works, what does not, and how to lift it.`,
  what: (vendor: string, policy: string) =>
    `${vendor} has restricted the apps below, as its formal notice announced: their attestation under the ${policy}, is still incomplete.`,
  worksHeading: 'What works, and what does not',
  worksTitle: 'Works: the live and test keys you have',
  works: 'They can also be rolled at any time.',
  stopsTitle: 'Does not: anything new',
  stops: 'No new keys can be issued for these apps, and no new apps registered.',
  remedy: 'Complete and sign the attestation. The restriction ends by itself once it passes.',
  otherwise:
    'The live keys of these apps can be suspended, after a final notice that names the moment. Test keys go on working.',
};
