export const en = {
  kind: 'Delegation',
  subject: (organisation: string, vendor: string) => `Act for ${organisation} at ${vendor}: confirm your address`,
  title: (organisation: string) => `You are asked to act for ${organisation}`,
  preview: (agency: string, until: string) => `For ${agency}, until the end of ${until}. Confirm your address first.`,
  what: (organisation: string, agency: string, vendor: string) =>
    `${organisation} lets ${agency} act for it in what it owes ${vendor} for its SDKs, and named you as one of the people who do so.`,
  confirm: 'Open the page below and confirm there that this address is yours. From then on you are let in.',
  button: 'Confirm and sign in',
  expires: (minutes: number) =>
    `The link works once, within ${minutes} minutes of this mail. After that, ask for a new one on the sign-in page.`,
  notYou:
    'You know nothing of this? Then do nothing: without this link nobody acts in your name. Never pass it on; nobody of ours will ask you for it.',
};
