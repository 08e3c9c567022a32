export const en = {
  kind: 'Finding',
  subject: (apps: string, organisation: string) => `Taken back: the finding about ${apps} (${organisation})`,
  title: 'The finding is taken back',
  preview: (organisation: string) => `${organisation}: there is nothing left to answer.`,
  what: (vendor: string) => `${vendor} takes the finding below back. There is nothing to answer any more.`,
  keysWork: 'The suspension of the live SDK keys is lifted; they work again, and you need no new ones.',
  ended: 'Whatever the finding had led to for this app ends with it, at once.',
};
