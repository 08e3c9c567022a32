export const en = {
  roles: {
    am: 'account managers',
    lead: 'leads',
    legal: 'legal',
    admin: 'administrators',
  },
  refusal: {
    role: 'This is for {{roles}}.',
    samePerson: 'You began this. Another person has to decide it.',
    notBegun: 'Only who began this takes it back.',
    decided: 'This is decided already.',
    unanswered: 'There is no answer to decide on.',
    notInForce: 'It is not in force.',
    lifted: 'It has ended already.',
  },
  reason: { label: 'Why', missing: 'Say why, in a sentence.' },
  cancel: 'Cancel',
  close: 'Close',
  someone: 'Somebody',
  more: 'Show more',
  table: '{{title}} (table, scrolls sideways where it is narrow)',
} as const;
