export const en = {
  kind: 'Termination cancelled',
  subject: (organisation: string) => `The termination we announced will not happen (${organisation})`,
  title: 'The termination we announced will not happen',
  preview: (organisation: string) => `${organisation}: the notice has fallen away, and why.`,
  revocation: (vendor: string) =>
    `${vendor} had announced that the apps below could be revoked for good. That notice has no effect any more.`,
  offboarding: (vendor: string) =>
    `${vendor} had announced that it could end your use of its SDKs. That notice has no effect any more.`,
  sinceLabel: 'Fallen away',
  cured: 'What it rested on has been put right, so it ended by itself.',
  withdrawn: 'It was taken back.',
  fresh: 'Should it ever come to that again, it needs a new notice, with new days.',
};
