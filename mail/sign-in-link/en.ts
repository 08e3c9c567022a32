export const en = {
  kind: 'Sign-in',
  subject: (vendor: string) => `Your sign-in link for ${vendor}`,
  title: (vendor: string) => `Sign in at ${vendor}`,
  preview: (minutes: number) => `Works once, within ${minutes} minutes.`,
  what: 'Open the page below and confirm there that you want to sign in.',
  button: 'Sign in',
  expires: (minutes: number) =>
    `The link works once, within ${minutes} minutes of your asking for it. After that, ask for a new one on the sign-in page.`,
  notYou:
    'You did not ask for it? Then do nothing: without this link nobody gets in. Never pass it on; nobody of ours will ask you for it.',
};
