export const en = {
  kind: 'Termination notice',
  revocation: {
    subject: (apps: string, organisation: string, day: string | undefined) =>
      `Termination notice: ${apps} can be revoked for good${day === undefined ? '' : ` from ${day}`} (${organisation})`,
    title: (day: string | undefined) => `Your app can be revoked for good${day === undefined ? '' : ` from ${day}`}`,
    what: (vendor: string, organisation: string) =>
      `With this notice ${vendor} tells ${organisation} that it means to revoke the apps below: to end their SDK keys for good. They are suspended, and what they are suspended for is still outstanding.`,
    meansTitle: 'Every key of these apps ends, live and test',
    means: 'A check answers REVOKED from then on. No key comes back, and a new app begins from the start.',
    remedy:
      'Complete and sign the attestation. Once it is accepted, or its automatic checks are green, the suspension is lifted and this notice falls away by itself.',
    clause: (policy: string) => `${policy}, binds every developer who embeds the SDK. Outstanding are:`,
  },
  offboarding: {
    subject: (_apps: string, organisation: string, day: string | undefined) =>
      `Termination notice: ${organisation} can be offboarded${day === undefined ? '' : ` from ${day}`}`,
    title: (day: string | undefined) =>
      `Your use of the SDKs can be ended by us${day === undefined ? '' : ` from ${day}`}`,
    what: (vendor: string, organisation: string) =>
      `With this notice ${vendor} tells ${organisation} that it means to end the use of its SDKs in all apps.`,
    meansTitle: 'Every key of every app ends, live and test',
    means: 'A check answers OFFBOARDED from then on. No key comes back, and nothing is asked of you any more.',
    remedy:
      'If you think this should not happen, tell us before that day. Until then your keys work as they do now, and what is due stays due.',
    clause: (policy: string) => `It rests on the agreement with you and on the ${policy}.`,
  },
  preview: (organisation: string) => `${organisation}: what would end, why, not before when, and how to answer.`,
  whyHeading: '1. Why',
  by: (vendor: string) => `${vendor}, in the words of who announced it`,
  clauseHeading: '2. What it rests on',
  whenHeading: '3. What would end, and not before when',
  notBeforeLabel: 'Not before',
  notBefore:
    'The day counts from the delivery of this notice. A second person has to confirm it then; if the delivery takes longer, the day moves later, never earlier.',
  curedFinding: 'Once the answer is found to cure it, the suspension is lifted and this notice falls away by itself.',
  remedyHeading: '4. How to answer',
  appealHeading: '5. How to appeal',
};
