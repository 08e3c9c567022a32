export const en = {
  kind: 'Appeal',
  subject: (against: string, apps: string, organisation: string) =>
    `Your appeal is being looked into: against ${against}, ${apps} (${organisation})`,
  title: 'A first answer to your appeal',
  preview: (organisation: string) => `${organisation}: the first answer, and the day by which it is decided.`,
  what: (vendor: string, against: string) =>
    `${vendor} is looking into your appeal against ${against}. The first answer:`,
  by: (vendor: string) => `${vendor}, in the words of who answers`,
  stands: 'The clock of the apps below stands still until the decision. You need do nothing for that.',
};
