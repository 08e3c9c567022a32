interface StepWords {
  kind: string;
  subject: (apps: string, organisation: string, day: string | undefined) => string;
  title: (day: string | undefined) => string;
  preview: (organisation: string) => string;
  what: (vendor: string) => string;
  meansHeading: string;
  stopsTitle: string;
  stops: string;
  staysTitle: string;
  stays: string;
}

export const en: Readonly<Record<'final' | 'restricted' | 'suspended', StepWords>> = {
  final: {
    kind: 'Final notice',
    subject: (apps, organisation, day) =>
      `Final notice: live SDK keys of ${apps} can be suspended for a finding${day === undefined ? '' : ` from ${day}`} (${organisation})`,
    title: (day) => `Live SDK keys can be suspended for a finding${day === undefined ? '' : ` from ${day}`}`,
    preview: (organisation) => `${organisation}: when at the earliest, what stops working, and how to avert it.`,
    what: (vendor) =>
      `${vendor} sent you a formal notice of a finding about the app below, and it is not cured. This is the last notice before the live SDK keys of the app are suspended for it.`,
    meansHeading: 'What stops, and what goes on',
    stopsTitle: 'Stops: the live SDK keys of this app',
    stops: 'A check of such a key answers SUSPENDED_FINDING, and the SDK stops working in the published app.',
    staysTitle: 'Goes on: test keys, the portal, and the keys of your other apps',
    stays: 'You can answer the finding, roll keys and appeal at any time, before and after.',
  },
  restricted: {
    kind: 'Restriction',
    subject: (apps, organisation) => `Restricted for a finding: ${apps}, live keys keep working (${organisation})`,
    title: () => 'Your app is restricted for a finding; live keys keep working',
    preview: (organisation) => `${organisation}: what still works, what does not, and how to lift it.`,
    what: (vendor) =>
      `${vendor} has restricted the app below, as its formal notice announced: the finding about it is not cured.`,
    meansHeading: 'What works, and what does not',
    stopsTitle: 'Does not: anything new',
    stops: 'No new keys can be issued for this app, and no new apps registered.',
    staysTitle: 'Works: the live and test keys you have',
    stays: 'They can also be rolled at any time. A suspension comes only after a final notice that names the moment.',
  },
  suspended: {
    kind: 'Suspension',
    subject: (apps, organisation) =>
      `Suspended for a finding: live SDK keys of ${apps}; answer it to restore them (${organisation})`,
    title: () => 'Your live SDK keys are suspended for a finding',
    preview: (organisation) => `${organisation}: what happened, why, and how the keys come back.`,
    what: (vendor) =>
      `${vendor} has suspended the live SDK keys of the app below. A formal notice and then a final notice of the finding were delivered, both naming the day before which this could not happen.`,
    meansHeading: 'What this means',
    stopsTitle: 'Stopped: the live SDK keys of this app',
    stops: 'A check of such a key answers SUSPENDED_FINDING, with the reason and the way back.',
    staysTitle: 'Going on: test keys, the portal, and the keys of your other apps',
    stays: 'Suspended keys can still be rolled; the new key is suspended too until the finding is cured.',
  },
};
