export const en = {
  kind: 'Reminder',
  subject: (apps: string, organisation: string, due: string | undefined, isOverdue: boolean) => {
    if (due === undefined) return `Reminder: attestation for ${apps} (${organisation})`;
    return isOverdue
      ? `Overdue since ${due}: attestation for ${apps} (${organisation})`
      : `Due by ${due}: attestation for ${apps} (${organisation})`;
  },
  title: (due: string | undefined, isOverdue: boolean) => {
    if (due === undefined) return 'An attestation is waiting for you';
    return isOverdue ? `Your attestation has been overdue since ${due}` : `Your attestation is due by ${due}`;
  },
  preview: (apps: string, organisation: string) => `${organisation} has still to attest for ${apps}.`,
  what: (apps: string, organisation: string) =>
    `${organisation} has still to attest its SDK privacy obligations for ${apps}. What is drafted already is saved.`,
  onboarding: 'Test keys go on working. Live keys can be issued once the first attestation of an app is accepted.',
  otherwise:
    'A formal notice is sent after the due day. The steps below can only follow once it has been delivered, and never before their day.',
};
