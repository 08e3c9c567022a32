export const en = {
  kind: 'Extension',
  subject: (apps: string, organisation: string) => `Extension refused: ${apps} (${organisation})`,
  title: 'Your request for more time was refused',
  preview: (organisation: string) => `${organisation}: the reason, and the due day that holds.`,
  what: (vendor: string) => `${vendor} has decided not to grant the extension you asked for.`,
  askedLabel: 'You asked for',
  dueLabel: 'Due by the end of',
  by: (vendor: string) => `${vendor}, in the words of who decided`,
  stood:
    'The days on which your request waited for this answer are not counted against you: the dates here include them.',
  otherwise: 'The steps below can only follow a delivered formal notice, and never before their day.',
};
