import type { Day } from '../calendar/instant';
import type { CatalogueVersion } from '../catalogue';
import { signingWords } from '../catalogue/signing-words';
import { fill, type TextLanguage, text } from '../catalogue/text';
import type { DelegationId } from '../ids';

/** One statement among those that are signed together. */
export interface StatementToSign {
  title: string;
  clauses: readonly string[];
  words: string;
}

/** Under what a person who is none of the developer's own signs for it. */
export interface MandateToSign {
  agencyName: string;
  delegationId: DelegationId;
  endsOn: Day;
  /** Of the mandate's file, hex SHA-256. */
  sha256: string;
}

/** Everything that is signed in one act. */
export interface DocumentToSign {
  language: TextLanguage;
  organisation: string;
  apps: readonly { name: string; statements: readonly StatementToSign[] }[];
  version: CatalogueVersion;
  /** Given when a person of an agency signs for the developer. */
  mandate?: MandateToSign | undefined;
  /** Hex SHA-256 over the answers and the hashes of their files: other answers are other words. */
  answersHash: string;
}

const clauseWords = text('{title} (clause {clauses})', '{title}（第 {clauses} 条）');
const mandateWords = text(
  'I sign on behalf of {organisation} under the mandate of {organisation} to {agency}, for which I act (delegation {delegation}, until the end of {endsOn}). It has neither ended nor been withdrawn. Mandate on file, SHA-256: {hash}',
  '本人系代表{agency}，依据{organisation}授予{agency}的授权委托书，代表{organisation}签署（委托编号：{delegation}，有效期至 {endsOn} 当日结束）。该授权既未届满，亦未被撤回。存档授权委托书的 SHA-256：{hash}',
);
const answersWords = text('Answers given with these statements, SHA-256: {hash}', '随附回答的 SHA-256：{hash}');

/**
 * Exactly the words that are signed: the statements of each app, the words of authority, for an agency those of its mandate, and a
 * fingerprint of the answers, so that whatever changes between reading and signing shows.
 */
export function documentToSign(given: DocumentToSign): string {
  const { language, organisation, apps, version, mandate, answersHash } = given;
  const statements = apps.map(({ name, statements }) =>
    [`“${name}”`, ...statements.map((statement) => `${heading(statement, language)}\n${statement.words}`)].join('\n\n'),
  );
  const closing = signingWords(language, { organisation, apps: apps.map(({ name }) => name), version });
  const delegated = mandate ? [wordsOfMandate(mandate, organisation, language)] : [];
  return [...statements, closing, ...delegated, fill(answersWords[language], { hash: answersHash })].join('\n\n');
}

function heading({ title, clauses }: StatementToSign, language: TextLanguage): string {
  return fill(clauseWords[language], { title, clauses: clauses.join(language === 'en' ? ', ' : '、') });
}

function wordsOfMandate(mandate: MandateToSign, organisation: string, language: TextLanguage): string {
  const { agencyName: agency, delegationId: delegation, endsOn, sha256: hash } = mandate;
  return fill(mandateWords[language], { organisation, agency, delegation, endsOn, hash });
}
