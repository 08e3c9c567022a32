export const en = {
  kind: 'Finding',
  subject: (apps: string, organisation: string) => `Not cured yet: the finding about ${apps} (${organisation})`,
  title: 'Your answer does not cure the finding yet',
  preview: (organisation: string) => `${organisation}: why not, and which days hold now.`,
  what: (vendor: string) =>
    `${vendor} has looked at your answer. It does not cure the finding yet, for the reason below.`,
  stood:
    'You can answer again. The time for which the clock stood still is not counted against you: the dates here include it.',
};
