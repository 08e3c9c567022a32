export const en = {
  extensions: 'More time',
  appeals: 'Appeals',
  exemptions: 'Exemptions',
  none: 'None.',
} as const;
