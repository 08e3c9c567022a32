export const en = {
  title: 'Reason codes',
  lead: 'Why an item of an attestation can be returned. The developer reads the sentence in their language, and beneath it the one that the reviewer wrote.',
  code: 'Code',
  english: 'English',
  chinese: 'Simplified Chinese',
  frozen:
    'Codes and sentences belong to the record and the mails: new ones are added, none is changed. That is a change of the program (CONTRIBUTING.md).',
} as const;
