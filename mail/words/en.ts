import type { AppealAgainst } from '../../domain/lifecycle/appeals';
import type { Standing } from '../../domain/lifecycle/state';
import type { DelegationScope } from '../../domain/permissions';

const standings: Readonly<Record<Standing, string>> = {
  onboarding: 'Onboarding: no live keys yet, test keys work',
  active: 'Active',
  due: 'Due: live keys work',
  grace: 'In grace, past due: live keys still work',
  restricted: 'Restricted: live keys work and can be rolled; no new keys, no new apps',
  suspended: 'Suspended: live keys do not work',
  revoked: 'Revoked for good',
  offboarded: 'Offboarded: keys revoked',
};

const appealAgainst: Readonly<Record<AppealAgainst, string>> = {
  return: 'the return of your attestation',
  finding: 'the finding',
  restriction: 'the restriction',
  suspension: 'the suspension',
};

/** What several mails say, in English. */
export const en = {
  standings,
  hello: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
  apps: (count: number) => (count === 1 ? '1 app' : `${count} apps`),
  obligation: (title: string, clauses: readonly string[]) =>
    `${title} (${clauses.length === 1 ? 'clause' : 'clauses'} ${clauses.join(' and ')})`,
  state: (standing: string) => `State: ${standing}`,
  dueBy: (day: string) => `Due by the end of ${day}`,
  overdueSince: (day: string) => `Overdue: was due by the end of ${day}`,
  dueUnset: 'Due day not set yet',
  outstanding: (obligations: string) => `Still to attest: ${obligations}`,
  separator: '; ',

  labels: {
    organisation: 'Organisation',
    due: 'Due by the end of',
    wasDue: 'Was due by the end of',
    restricts: 'Restriction not before',
    suspends: 'Suspension not before',
    since: 'Since',
    reason: 'Reason',
    code: 'Reason code',
    coveredThrough: 'Covered through the end of',
    nextDue: 'Next attestation due by the end of',
    filed: 'You appealed on',
    firstAnswer: 'First answer by the end of',
    decision: 'Decision by the end of',
  },

  delegation: {
    agency: 'Agency',
    organisation: 'Acts for',
    scopes: 'It may',
    until: 'Until the end of',
    scope: {
      draft: 'prepare answers, upload evidence, ask for more time, answer findings and appeal',
      sign: 'sign and submit, once the mandate is uploaded',
      keys: 'issue, roll and revoke SDK keys',
    } satisfies Record<DelegationScope, string>,
  },

  yourApps: 'Your apps',
  theseApps: 'The apps concerned',
  otherwise: 'If nothing is attested',
  howToFix: 'How to put it right',
  restrictedMeans: 'Restricted means: live keys keep working and can be rolled, but no new keys and no new apps.',
  suspendedMeans: 'Suspended means: the live SDK keys of the app stop working. Test keys go on working.',
  notBefore: '“Not before” is the earliest moment. Nothing is switched off earlier; a step may come later.',
  cure: 'No form ever locks. A late attestation counts: once it is complete, signed and its automatic checks are green, suspended live keys come back by themselves within minutes.',
  clockStops: 'While a complete attestation waits for our answer, the dates above can only move later, never closer.',

  attest: 'Attest now',
  open: 'Open the portal',
  forecastBefore: 'Which step follows on which day, app by app: ',
  forecast: 'see the forecast',
  stillSuspended:
    'A suspension that this does not lift still covers these apps, so their live SDK keys stay off. The portal shows it, with its reason.',
  stopFor:
    'No longer shipping an app, or in need of more time? In the portal you can retire the app or ask for an extension.',

  appealAgainst,
  appeal: 'How to appeal',
  appealBy: (until: string | undefined) =>
    `If you believe this is wrong, you can appeal${until === undefined ? '' : ` by the end of ${until}`}: `,
  appealSteps: (days: number | undefined) =>
    `If you believe this is wrong, tell us before anything follows. Each step, a restriction or a suspension, can be appealed ${days === undefined ? 'once it is taken' : `within ${days} days of it`}: `,
  appealLink: 'open the appeal page',
  appealMail: (until: string | undefined) =>
    `If you believe this is wrong, say so${until === undefined ? '' : ` by the end of ${until}`}, with your reasons, to `,
  whoToAsk: 'Who to ask',
  askBefore: 'Write to ',
  askAfter: (reference: string | undefined) => (reference === undefined ? '.' : ` and quote ${reference}.`),
  policy: (vendor: string) => `SDK privacy policy of ${vendor}, Special Instructions 3`,
  clause: (number: string) => `Special Instructions ${number}`,
  allInEnglish: 'The following is the English of the policy, word for word.',
  someInEnglish: 'What no other wording is on record for is the English of the policy, word for word.',

  footer: {
    developer: (organisation: string, vendor: string) =>
      `${vendor} sends this to you as a contact of ${organisation} in matters of its SDKs.`,
    staff: (vendor: string) => `You look after developers for ${vendor} and so receive this.`,
    signIn: (vendor: string) => `Somebody asked to sign in at ${vendor} with your address, and so you receive this.`,
    delegate: (organisation: string, vendor: string) =>
      `${organisation} named your address to ${vendor} as that of somebody who acts for it, and so you receive this.`,
    questions: 'Questions: ',
    privacy: 'Privacy notice',
    unsubscribe: 'No more reminders to me',
    reference: (id: string) => `Reference: ${id}`,
  },
  product: (name: string, product: string) => `${name} (${product})`,
};

export type Vocabulary = typeof en;
