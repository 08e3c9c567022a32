export const en = {
  title: 'Wrong enforcements',
  lead: 'One for each appeal that was upheld: what was enforced wrongly, for how long, and when it was put right.',
  none: 'Nothing was enforced wrongly',
  noneWhat: 'No appeal was upheld so far.',
  total_one: '{{count}} wrong enforcement, put right after {{longest}} at the longest',
  total_other: '{{count}} wrong enforcements, put right after {{longest}} at the longest',
  against: {
    return: 'Attestation sent back',
    finding: 'Finding',
    restriction: 'Restriction',
    suspension: 'Suspension',
  },
  column: { app: 'App', against: 'What', enforced: 'Enforced', restored: 'Put right', time: 'Time to put right' },
  hours: '{{count}} h',
  days: '{{count}} d',
  appeal: 'Appeals that were upheld',
} as const;
