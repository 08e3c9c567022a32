export const en = {
  kind: 'Review',
  subject: (apps: string, organisation: string) => `A question about your attestation of ${apps} (${organisation})`,
  title: 'The reviewer has a question',
  preview: (organisation: string) => `${organisation}: what is asked, and where to answer.`,
  what: (vendor: string) =>
    `${vendor} is reviewing your attestation and asks about one item of it. Nothing has been decided.`,
  itemLabel: 'Item',
  askedLabel: 'Asked',
  by: (vendor: string) => `the reviewer at ${vendor}, in their own words`,
  nextHeading: 'What to do',
  next: 'Answer in a few sentences in the portal. Everybody who signs or prepares for you can, as long as the item is not decided.',
  datesStay:
    'The question moves none of your dates, and the review goes on: we owe you the answer to your attestation by the same day as before. Who does not answer loses nothing but the chance to explain.',
  button: 'Read and answer',
};
