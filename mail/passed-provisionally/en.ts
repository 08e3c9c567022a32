export const en = {
  kind: 'Review',
  subject: (apps: string, organisation: string) => `Passed provisionally: attestation for ${apps} (${organisation})`,
  title: 'Your attestation passes until we answer',
  preview: (vendor: string, organisation: string) =>
    `${organisation}: ${vendor} still owes an answer; nothing for you to do.`,
  what: (vendor: string) =>
    `You submitted a complete attestation, and ${vendor} still owes you an answer. The delay is not yours, so these apps pass provisionally.`,
  means:
    'Until the answer comes the apps count as active: their live keys work, nothing is restricted, and no deadline runs.',
  next: 'You need do nothing. If an item is returned, you are told which and why, and your deadlines start again with notice.',
};
