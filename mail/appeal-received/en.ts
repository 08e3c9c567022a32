export const en = {
  kind: 'Appeal',
  subject: (against: string, apps: string, organisation: string) =>
    `Appeal received: against ${against}, ${apps} (${organisation})`,
  title: 'We have received your appeal',
  preview: (organisation: string) => `${organisation}: who answers by when, and what waits meanwhile.`,
  what: (vendor: string, against: string) =>
    `${vendor} has received your appeal against ${against}. Somebody who did not make that decision will decide it and tell you why, in words.`,
  waitsHeading: 'What waits meanwhile',
  waits:
    'What has not happened yet waits until your appeal is answered: the clock of the apps below stands still, and every later day moves by as long as it stood. What has happened already stays until then.',
  attest:
    'You need not wait for the answer: what puts it right still does, a complete attestation or a cure of what was found, at once and without loss to your appeal.',
};
