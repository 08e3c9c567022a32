export const en = {
  kind: 'Finding',
  subject: (apps: string, organisation: string) => `Cured: the finding about ${apps} (${organisation})`,
  title: 'The finding is cured',
  preview: (organisation: string) => `${organisation}: what ended with it.`,
  what: (vendor: string) => `${vendor} has looked at your answer: it cures the finding. Thank you.`,
  keysWork: 'The suspension of the live SDK keys is lifted; they work again, and you need no new ones.',
  ended: 'Whatever the finding had led to for this app ends with it, at once.',
  rest: 'What else is open for the app, another finding or an attestation that is due, runs on as it was told.',
};
