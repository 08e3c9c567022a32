export const en = {
  kind: 'Extension',
  subject: (apps: string, organisation: string, until: string | undefined) =>
    `Extension granted${until === undefined ? '' : `: now due by ${until}`}, ${apps} (${organisation})`,
  title: (until: string | undefined) =>
    until === undefined ? 'You have more time' : `You have more time: now due by ${until}`,
  preview: (organisation: string) => `${organisation}: the new due day, and what moves with it.`,
  what: (vendor: string) => `${vendor} has granted the extension you asked for. The dates of these apps move with it.`,
  askedLabel: 'You asked for',
  grantedLabel: 'Granted until',
  dueLabel: 'Now due by the end of',
  by: (vendor: string) => `${vendor}, in the words of who decided`,
  once: 'There is one extension in each cycle, so this due day is the last one to count on.',
  otherwise: 'The steps below can only follow a delivered formal notice, and never before their day.',
};
