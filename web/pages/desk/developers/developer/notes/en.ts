export const en = {
  lead: 'For the vendor’s people only. A note is never changed or taken away: write another.',
  words: 'New note',
  missing: 'Write something first.',
  write: 'Write the note',
  none: 'No note yet',
  by: '{{who}}, <at/>',
} as const;
