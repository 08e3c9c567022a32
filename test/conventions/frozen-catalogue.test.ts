import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { catalogueAt, catalogueEntry, catalogueVersions } from '../../domain/catalogue';
import { signingWordsEditions } from '../../domain/catalogue/signing-words';
import frozen from './frozen-catalogue.json';

const listed: Readonly<Record<string, string>> = frozen;

describe('published versions of the catalogue', () => {
  const current = hashes();

  it('read as they did when they were published: to change one, add a later edition beside it', () => {
    const edited = Object.keys(listed).filter((name) => current[name] !== listed[name]);
    expect(edited).toEqual([]);
  });

  it('are all in the list: add the missing lines to frozen-catalogue.json', () => {
    const missing = Object.entries(current).filter(([name]) => !(name in listed));
    expect(Object.fromEntries(missing)).toEqual({});
  });

  it('change their hash with any word', () => {
    const entry = catalogueEntry('2026-11-01', 'law', 'native');
    const reworded = { ...entry, obligation: { ...entry.obligation, clauses: ['3.2'] } };
    expect(hash(reworded)).not.toBe(listed['2026-11-01/law/native']);
  });
});

/** SHA-256 over the canonical form (RFC 8785), by version, obligation and product, and by edition of the words that are signed. */
function hashes(): Record<string, string> {
  const entries = catalogueVersions.flatMap((version) =>
    catalogueAt(version).obligations.flatMap((obligation) =>
      catalogueAt(version).products.map((product): [string, string] => [
        `${version}/${obligation.slug}/${product.slug}`,
        hash(catalogueEntry(version, obligation.slug, product.slug)),
      ]),
    ),
  );
  const signing = signingWordsEditions.map((edition): [string, string] => [
    `${edition.since}/signing-words`,
    hash(edition),
  ]);
  return Object.fromEntries([...entries, ...signing]);
}

function hash(content: object): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex');
}
