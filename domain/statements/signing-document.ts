import type { CatalogueVersion } from '../catalogue';
import { signingWords } from '../catalogue/signing-words';
import { fill, type TextLanguage, text } from '../catalogue/text';

/** One statement among those that are signed together. */
export interface StatementToSign {
  title: string;
  clauses: readonly string[];
  words: string;
}

/** Everything that is signed in one act. */
export interface DocumentToSign {
  language: TextLanguage;
  organisation: string;
  apps: readonly { name: string; statements: readonly StatementToSign[] }[];
  version: CatalogueVersion;
  /** Hex SHA-256 over the answers and the hashes of their files: other answers are other words. */
  answersHash: string;
}

const clauseWords = text('{title} (clause {clauses})', '{title}（第 {clauses} 条）');
const answersWords = text('Answers given with these statements, SHA-256: {hash}', '随附回答的 SHA-256：{hash}');

/**
 * Exactly the words that are signed: the statements of each app, the words of authority, and a fingerprint of the answers,
 * so that whatever changes between reading and signing shows.
 */
export function documentToSign({ language, organisation, apps, version, answersHash }: DocumentToSign): string {
  const statements = apps.map(({ name, statements }) =>
    [`“${name}”`, ...statements.map((statement) => `${heading(statement, language)}\n${statement.words}`)].join('\n\n'),
  );
  const closing = signingWords(language, { organisation, apps: apps.map(({ name }) => name), version });
  return [...statements, closing, fill(answersWords[language], { hash: answersHash })].join('\n\n');
}

function heading({ title, clauses }: StatementToSign, language: TextLanguage): string {
  return fill(clauseWords[language], { title, clauses: clauses.join(language === 'en' ? ', ' : '、') });
}
