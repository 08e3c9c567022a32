export const en = {
  title: 'Mails',
  lead: 'Every mail that Avow sends, as it reads in both languages. Names and days are made up.',
  choose: 'Mail',
  subject: 'Subject',
  attached: 'Attached: {{names}}',
  english: 'English',
  chinese: 'Simplified Chinese',
} as const;
