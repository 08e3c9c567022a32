export const en = {
  kind: 'Alert',
  subject: 'Enforcement holds: its budget is spent',
  title: 'Enforcement holds: its budget is spent',
  preview: 'Further restrictions and suspensions wait until a second person releases them.',
  what: (apps: number) =>
    `More apps are due for a restriction or suspension than the ${apps} that may be taken at once. The others wait, and keep waiting when there is room again: their keys work.`,
  sinceLabel: 'Since',
  budgetLabel: 'Budget',
  budget: (apps: number, length: string) => `${apps} apps in ${length}`,
  length: { hours: (count: number) => (count === 1 ? 'any hour' : `any ${count} hours`), other: 'any period' },
  todoHeading: 'What to do',
  todo: [
    'See what waits and why, and what the dry run says of it: developers, apps, keys and how much they were used in the last day.',
    'Ask first whether the reason lies with us: a wrong date, a mail that never left, a check that judges wrongly. If it may, place a hold.',
    'If the steps are right, name the list to be released and say why. Another lead or admin confirms it; each step on it then happens once, in its slot and with its notices fresh.',
  ],
  once: 'This is the only mail about it. The next one comes when nothing waits any more and the budget is spent once again.',
  button: 'See what waits',
};
