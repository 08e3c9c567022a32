export const en = {
  kind: 'Exemption',
  subject: (apps: string, organisation: string, due: string | undefined) =>
    `Your legal exemption has ended${due === undefined ? '' : `: attest by ${due}`}, ${apps} (${organisation})`,
  title: 'Your legal exemption has ended',
  preview: (organisation: string) => `${organisation}: what has to be stated again, and by when.`,
  what: 'A legal exemption on which you relied has ended. What it covered is asked again for this app, with time of its own.',
  early: (vendor: string) =>
    `${vendor} has ended a legal exemption on which you relied before its last day. What it covered is asked again for this app, with time of its own.`,
  itemLabel: 'No longer exempt from',
  statuteLabel: 'Statute',
  jurisdictionLabel: 'Jurisdiction',
  lastDayLabel: 'Its last day',
  plannedLabel: 'It was granted through',
  endedLabel: 'Ended',
  by: (vendor: string) => `${vendor}, in the words of who ended it`,
  next: 'State it and sign, as you do with every attestation. Where a law still frees you from it, claim an exemption anew; a reviewer decides.',
  stated:
    'You have stated it already in a cycle that is open. It waits for our answer, and nothing more has to be done.',
  otherwiseOnboarding: 'Live keys can be issued once the first attestation of an app is accepted, and not before.',
  otherwise:
    'A formal notice is sent after the due day. The steps below can only follow once it has been delivered, and never before their day.',
};
