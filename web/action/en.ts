/** Why a button is not yours to press. */
export const en = {
  signatory: 'Only a signatory of your organisation can do this.',
  developer: 'Only a signatory of the developer can do this.',
  vendor: 'Only the vendor can do this.',
  agency: 'No agency can do this: only a signatory of the developer can.',
  scope: 'What your agency is let in for does not cover this.',
  mandate: 'Your agency needs a mandate on file first. A signatory of the developer uploads it.',
} as const;
