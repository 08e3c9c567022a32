export const en = {
  kind: 'Exemption',
  subject: (apps: string, organisation: string, ends: string | undefined) =>
    `Your legal exemption ends${ends === undefined ? ' soon' : ` on ${ends}`}: ${apps} (${organisation})`,
  title: (ends: string | undefined) =>
    ends === undefined ? 'Your legal exemption ends soon' : `Your legal exemption ends on ${ends}`,
  preview: (organisation: string) => `${organisation}: what is asked again afterwards, and by when.`,
  what: 'A legal exemption on which you rely is about to end. What it covers is then asked again for this app.',
  itemLabel: 'Exempt from',
  statuteLabel: 'Statute',
  jurisdictionLabel: 'Jurisdiction',
  endsLabel: 'It ends at the end of',
  dueLabel: 'To be stated by the end of',
  until: 'Until it ends you need do nothing. Use the time to prepare:',
  state: 'Have the agreement of end users in place by then, so that you can state it.',
  claim: 'Or, where a law frees you from it beyond that day, claim an exemption anew when you are asked.',
};
