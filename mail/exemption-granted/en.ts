export const en = {
  kind: 'Exemption',
  subject: (apps: string, organisation: string, ends: string | undefined) =>
    `Exemption granted${ends === undefined ? '' : ` until ${ends}`}: ${apps} (${organisation})`,
  title: (ends: string | undefined) =>
    ends === undefined ? 'Your legal exemption is granted' : `Your legal exemption is granted until ${ends}`,
  preview: (organisation: string) => `${organisation}: what need not be stated, by which law, and until when.`,
  what: (vendor: string) =>
    `${vendor} has granted the legal exemption that you claimed. While it holds, what it covers need not be stated for this app. Everything else stays as it is asked.`,
  itemLabel: 'Exempt from',
  statuteLabel: 'Statute',
  jurisdictionLabel: 'Jurisdiction',
  askedLabel: 'You claimed it until',
  endsLabel: 'It ends at the end of',
  shorter: 'It was granted for a shorter time than you claimed.',
  afterwards:
    'We remind you before that day. When it is over, the obligation is asked again, with a notice and a due day of its own; you can then state it, or claim an exemption anew.',
  changes: 'If the law changes before, or no longer applies to this app, tell us: the exemption then ends early.',
};
