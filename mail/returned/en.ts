export const en = {
  kind: 'Review',
  subject: (count: number, apps: string, organisation: string) =>
    `${count === 1 ? '1 item' : `${count} items`} returned: attestation for ${apps} (${organisation})`,
  title: (count: number) =>
    count === 1
      ? 'One item of your attestation has to be stated again'
      : `${count} items of your attestation have to be stated again`,
  preview: (organisation: string) => `${organisation}: which items came back, why, and what to do.`,
  what: (vendor: string) =>
    `${vendor} has reviewed your attestation. What is listed here comes back to you, each item with its reason. Everything else stays as you stated it.`,
  itemLabel: 'Item',
  by: (vendor: string) => `the reviewer at ${vendor}, in their own words`,
  nextHeading: 'What to do',
  next: 'Correct the items, state them again and sign. The dates that hold now, with the time of the review added:',
  button: 'Correct the items',
};
