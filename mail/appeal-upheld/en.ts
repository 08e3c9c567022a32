import type { AppealAgainst } from '../../domain/lifecycle/appeals';

const follows: Readonly<Record<AppealAgainst, string>> = {
  return: 'The items that were sent back count as accepted, from now on and without your stating them again.',
  finding: 'The finding is withdrawn, with any restriction or suspension that rested on it.',
  restriction:
    'The restriction is lifted, and a suspension that rested on it too: live keys work again within minutes. If something is still owed, its steps start over from today with a new formal notice.',
  suspension:
    'The suspension is lifted: live SDK keys come back by themselves within minutes; you need no new ones. If something is still owed, its steps start over from today with fresh notices.',
};

export const en = {
  kind: 'Appeal',
  subject: (against: string, apps: string, organisation: string) =>
    `Appeal upheld: ${against} is taken back, ${apps} (${organisation})`,
  title: 'Your appeal is upheld',
  preview: (organisation: string) => `${organisation}: what is taken back, and why.`,
  what: (vendor: string, against: string) => `${vendor} has decided that ${against} was wrong. We are sorry.`,
  by: (vendor: string) => `${vendor}, in the words of who decided`,
  decidedLabel: 'Decided',
  followsHeading: 'What follows',
  follows,
  recorded: 'How long it stood wrongly is on record, so that we learn from it. It counts as no lapse of yours.',
  others:
    'If an app is restricted or suspended for another reason as well, that stays; the portal shows every open reason.',
};
