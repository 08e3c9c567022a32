import type { StaffRole } from '../../domain/permissions';

const roles: Readonly<Record<StaffRole, string>> = {
  am: 'an account manager',
  lead: 'a lead',
  legal: 'one of legal',
  admin: 'an administrator',
};

export const en = {
  roles,
  kind: 'Access',
  subject: (vendor: string) => `You are invited to the desk of ${vendor}`,
  title: (vendor: string) => `Welcome to the desk of ${vendor}`,
  preview: (by: string) => `${by} added you. Sign in with the link in this mail.`,
  somebody: 'An administrator',
  what: (by: string, vendor: string, role: string) =>
    `${by} added you to those who look after the developers of ${vendor}'s SDKs, as ${role}. At the desk you see which of them have attested what they owe, and what waits for you.`,
  button: 'Sign in',
  expires: (minutes: number) => `The link works once, within ${minutes} minutes of this mail.`,
  laterBefore: 'After that, and whenever you come back, ask for a new one with this address on the ',
  laterLink: 'sign-in page',
  laterAfter: '. There is no password.',
  notYou:
    'You know nothing of this? Then do nothing, and tell us: without a link to this address nobody gets in. Never pass it on; nobody of ours will ask you for it.',
};
