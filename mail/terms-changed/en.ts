export const en = {
  kind: 'Terms',
  subject: (organisation: string, day: string) => `Your next attestation is now due by ${day} (${organisation})`,
  title: (day: string) => `Your next attestation is now due by ${day}`,
  preview: (organisation: string, isLater: boolean) =>
    `${organisation}: the day moves ${isLater ? 'later' : 'earlier'}. This asks nothing of you now.`,
  what: (vendor: string) =>
    `Other terms now apply between ${vendor} and your organisation, and the next due day of the apps below follows from them.`,
  formerLabel: 'Was due by the end of',
  dueLabel: 'Now due by the end of',
  opensLabel: 'You can start from',
  next: 'This asks nothing of you now. From the day on which you can start, we remind you; start then when it suits you.',
  running: 'Whatever has been opened already keeps the dates you were given: other terms move only what comes next.',
};
