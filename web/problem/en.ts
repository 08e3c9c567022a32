export const en = {
  title: 'That did not work',
  reference: 'Reference for questions: {{instance}}',
  field: 'Please correct this.',
  toCorrect: 'Something has to be put right first',
} as const;
