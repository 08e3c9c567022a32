import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueAt, fieldsFor, currentCatalogueVersion as version } from '../../../domain/catalogue';

describe('docs/catalogue.md', () => {
  const rows = readFileSync(join(__dirname, '../../../docs/catalogue.md'), 'utf8').split('\n');
  const { obligations, products } = catalogueAt(version);

  it.each(obligations.map(({ slug }) => slug))('lists exactly the fields of %s', (obligation) => {
    const row = rows.find((line) => line.startsWith(`| \`${obligation}\` |`)) ?? '';
    const listed = [...row.matchAll(/`(\w+)`/g)].map(([, slug]) => slug).slice(1);
    const asked = products.flatMap(({ slug }) => fieldsFor(slug, obligation, version).map((field) => field.slug));
    expect(new Set(listed)).toEqual(new Set(asked));
  });
});
