export const en = {
  title: 'Required actions',
  nothing: 'Nothing is due',
  next: 'The next attestation opens by itself. It is due on',
  due: 'Due',
  restricts: 'If nothing is done, restricted not before',
  suspends: 'Live keys suspended not before',
  toDo_one: '{{count}} statement to make',
  toDo_other: '{{count}} statements to make',
  inReview: 'With the vendor: nothing for you to do, and your clock stands still.',
  begin: 'Continue the attestation',
} as const;
