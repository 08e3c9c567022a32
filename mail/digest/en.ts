import type { Standing } from '../../domain/lifecycle/state';

const standings: Readonly<Record<Standing, string>> = {
  onboarding: 'Onboarding',
  active: 'Active',
  due: 'Due',
  grace: 'In grace',
  restricted: 'Restricted',
  suspended: 'Suspended',
  revoked: 'Revoked',
  offboarded: 'Offboarded',
};

const things = (count: number) => (count === 1 ? '1 thing waits for you' : `${count} things wait for you`);
const ahead = (count: number) =>
  count === 1 ? '1 app can be suspended within 14 days' : `${count} apps can be suspended within 14 days`;
const counted = (words: string) => (count: number) => `${words} (${count})`;

export const en = {
  standings,
  kind: 'Daily digest',
  subject: (day: string, waiting: number, suspensions: number) =>
    `Desk digest of ${day}: ${waiting} waiting, ${suspensions} ${suspensions === 1 ? 'suspension' : 'suspensions'} ahead`,
  title: (day: string) => `Your desk on ${day}`,
  preview: (waiting: number, suspensions: number) => `${things(waiting)}; ${ahead(suspensions)}.`,
  intro: (waiting: number, suspensions: number) => `${things(waiting)}; ${ahead(suspensions)}.`,
  quiet: 'Nothing waits for you, and no suspension is ahead.',
  times: (zone: string) => `All times are in ${zone}.`,
  button: 'Open the desk',
  more: (count: number) => `And ${count} more on the desk.`,
  suspensions: {
    heading: counted('Suspensions in the next 14 days'),
    none: 'None: no live key can be suspended in the next 14 days.',
  },
  suspends: (moment: string) => `Suspension not before ${moment}`,
  liveKeys: (count: number) => (count === 1 ? '1 live key would stop' : `${count} live keys would stop`),
  reviews: { heading: counted('Reviews, oldest first'), none: 'None: every submission is answered.' },
  submitted: (moment: string) => `Submitted ${moment}`,
  waits: (days: number, isOverdue: boolean) =>
    `Waiting for ${days === 1 ? '1 working day' : `${days} working days`}${isOverdue ? ': past the service level' : ''}`,
  answers: { heading: counted('Answers to questions of reviewers'), none: 'None: no answer waits to be read.' },
  exemptions: { heading: counted('Legal exemptions to decide'), none: 'None: no exemption is claimed.' },
  appeals: { heading: counted('Appeals'), none: 'None: every appeal is decided.' },
  filed: (moment: string) => `Appealed ${moment}`,
  findings: { heading: counted('Answers to findings'), none: 'None: every answer is decided.' },
  answered: (moment: string) => `Answered ${moment}`,
  extensions: { heading: counted('Requests for more time'), none: 'None: every request is answered.' },
  requested: (moment: string) => `Asked ${moment}`,
  until: (day: string) => `Wants until ${day}`,
  bounced: { heading: counted('Notices that reached nobody'), none: 'None: every notice has reached somebody.' },
  bouncedAt: (moment: string) => `Bounced ${moment}`,
  notStarted: { heading: counted('Not started, due soon'), none: 'None: everybody who is due soon has started.' },
  standingsHeading: 'Apps by standing',
};
