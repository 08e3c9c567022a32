export const en = {
  kind: 'Delegation',
  granted: {
    subject: (agency: string, organisation: string) => `${agency} may now act for ${organisation}`,
    title: (agency: string, organisation: string) => `${agency} may now act for ${organisation}`,
    preview: (organisation: string) => `Another signatory of ${organisation} let an agency in.`,
    what: (agency: string, organisation: string) =>
      `Another signatory of ${organisation} has let ${agency} act for it, as follows.`,
    notExpected: 'You did not expect this? In the portal any signatory can revoke it, which takes effect at once.',
  },
  revoked: {
    subject: (agency: string, organisation: string) => `${agency} may no longer act for ${organisation}`,
    title: (agency: string, organisation: string) => `${agency} may no longer act for ${organisation}`,
    preview: (organisation: string) => `A delegation of ${organisation} was revoked.`,
    what: (agency: string, organisation: string) =>
      `This delegation of ${organisation} was revoked, and the people of ${agency} are no longer let in. What was signed under it stays signed.`,
    notExpected: 'You did not expect this? In the portal any signatory can grant another.',
  },
};
