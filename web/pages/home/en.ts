export const en = {
  title: 'Choose an organisation',
  lead: 'You act for several. Each has its own attestations and keys.',
  dueOn: 'Due',
  agency: 'for {{agency}}',
  none: 'You belong to no organisation',
  noneWhat: 'Ask a signatory of your organisation to add you as a contact, or write to your contact at the vendor.',
  roles: { signatory: 'Signatory', preparer: 'Preparer' },
  apps_one: '{{count}} app',
  apps_other: '{{count}} apps',
} as const;
