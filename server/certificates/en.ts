import type { RequirementState } from '../../domain/lifecycle/state';
import type { CertifiedState } from './certificate';

const titles: Readonly<Record<CertifiedState, string>> = {
  checking: 'Record of an attestation',
  'in-review': 'Record of an attestation',
  accepted: 'Certificate of attestation',
  returned: 'Record of an attestation',
  ended: 'Record of an attestation',
};

const statementStates: Readonly<Record<RequirementState, string>> = {
  open: 'to be stated',
  submitted: 'being looked at',
  returned: 'returned',
  accepted: 'accepted',
  exempt: 'exempt by law',
  superseded: 'replaced',
};

/** What a certificate says in English. */
export const en = {
  titles,
  kind: 'Privacy obligations of developers',
  subtitle: (product: string, vendor: string) =>
    `For the use of the ${product} under the SDK privacy policy of ${vendor}, Special Instructions 3`,
  states: {
    checking: 'Signed. The automatic checks are under way; it is not accepted yet.',
    'in-review': 'Signed. The vendor is reviewing it; it is not accepted yet.',
    provisional: 'Signed. The app passes provisionally until the vendor has reviewed it.',
    accepted: (at: string) => `Accepted on ${at}.`,
    covered: (day: string) => `It covers the app through the end of ${day}.`,
    returned: 'Returned to the developer: at least one statement has to be made anew.',
    ended: 'The app ended before an answer was given.',
  },
  statementStates,
  labels: {
    organisation: 'Organisation',
    app: 'App',
    reference: 'Reference',
    signedAt: 'Signed',
    signedBy: 'Signed by',
    agency: 'On behalf, by mandate',
    catalogue: 'Obligations as published on',
    signature: 'Signature',
  },
  signer: (name: string, title: string) => `${name}, ${title}`,
  erased: (commitment: string) => `The name was erased on request. Its commitment: ${commitment}`,
  agencyUntil: (name: string, day: string) => `${name} (mandate until the end of ${day})`,
  statements: {
    title: 'What was stated',
    obligation: 'Obligation',
    state: 'State',
    hash: 'Sealed record, SHA-256',
    clauses: (title: string, clauses: readonly string[]) =>
      `${title} (${clauses.length === 1 ? 'clause' : 'clauses'} ${clauses.join(', ')})`,
    decided: (state: string, day: string) => `${state}\n${day}`,
  },
  verify: {
    title: 'How to verify it',
    words: (keys: string) =>
      `This sheet is for reading. What proves the attestation is its signed receipt, a JWS (ES256) with the words and the hash of each sealed record. Anybody verifies it offline against the keys published at ${keys}`,
    where: (page: string) => `The receipt and the state of today: ${page}`,
  },
  annex: {
    title: 'The words that were signed',
    whole: 'Exactly as they were signed.',
    part: 'The statements about this app, exactly as they were signed. One signature covers several apps; all of its words are in the receipt.',
    language: { en: 'They were signed in English.', 'zh-CN': 'They were signed in Chinese.' },
  },
  footer: (reference: string, madeAt: string) => `${reference} · as of ${madeAt}`,
  pages: (page: number, count: number) => `Page ${page} of ${count}`,
};
