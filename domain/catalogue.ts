import type { Answers, AnswersByObligation } from './catalogue/condition';
import { holds } from './catalogue/condition';
import { firstOf, inForce } from './catalogue/editions';
import type { Field } from './catalogue/field';
import { fill, type Text, type TextLanguage } from './catalogue/text';
import { type ObligationSlug, obligationEditions } from './obligations';
import type { Obligation } from './obligations/obligation';
import { type SdkProductSlug, sdkProductEditions } from './products';
import type { SdkProduct } from './products/sdk-product';
import { type SdkVendor, sdkVendor } from './products/sdk-vendor';

/** The day a catalogue version was published on, `YYYY-MM-DD`; a cycle keeps the one it opened with. */
export type CatalogueVersion = string;

/**
 * Every version there is, oldest first. Nothing lists them: a version begins with the first edition that says `since`.
 * What was published stays as it was; a change is a new file, with a new `since`, and a line in its index.
 */
export const catalogueVersions: readonly CatalogueVersion[] = [
  ...new Set([...obligationEditions, ...sdkProductEditions].map((edition) => edition.since)),
].sort();

/** The version that a cycle opened now keeps. */
export const currentCatalogueVersion: CatalogueVersion = catalogueVersions.at(-1) as CatalogueVersion;

export interface Catalogue {
  version: CatalogueVersion;
  obligations: readonly Obligation<ObligationSlug>[];
  products: readonly SdkProduct<SdkProductSlug>[];
}

/** The catalogue as it reads in one version. Throws a RangeError for a version that never was: nothing falls back to another. */
export function catalogueAt(version: CatalogueVersion): Catalogue {
  if (!catalogueVersions.includes(version)) {
    throw new RangeError(`there is no catalogue version ${version}; there are ${catalogueVersions.join(', ')}`);
  }
  return {
    version,
    obligations: [...inForce<Obligation<ObligationSlug>>(obligationEditions, version).values()],
    products: [
      // An app of a product that came later can join a cycle that opened before: it is asked as the first edition says.
      ...new Map([
        ...firstOf<SdkProduct<SdkProductSlug>>(sdkProductEditions),
        ...inForce<SdkProduct<SdkProductSlug>>(sdkProductEditions, version),
      ]).values(),
    ],
  };
}

/** What one obligation is for one product in one version: all of it that is frozen, as plain data. */
export interface CatalogueEntry {
  version: CatalogueVersion;
  obligation: Omit<Obligation<ObligationSlug>, 'fields'>;
  product: { slug: SdkProductSlug; name: Text; aliases: readonly string[] };
  fields: readonly Field[];
}

/** Throws a RangeError when the version does not have the obligation. */
export function catalogueEntry(
  version: CatalogueVersion,
  obligation: ObligationSlug,
  product: SdkProductSlug,
): CatalogueEntry {
  const catalogue = catalogueAt(version);
  const { fields, ...asked } = named(catalogue.obligations, obligation, version);
  const { slug, name, aliases, differences } = named(catalogue.products, product, version);
  const { first = [], last = [], omits = [] } = differences[obligation] ?? {};
  return {
    version,
    obligation: asked,
    product: { slug, name, aliases },
    fields: [...first, ...fields.filter((field) => !omits.includes(field.slug)), ...last],
  };
}

/** The fields that a developer answers for one obligation of an app with this product, in the order they are asked. */
export function fieldsFor(
  product: SdkProductSlug,
  obligation: ObligationSlug,
  version: CatalogueVersion,
): readonly Field[] {
  return catalogueEntry(version, obligation, product).fields;
}

/**
 * Exactly what the developer states: the words shown, signed and sealed. `answers` are those of the obligation itself;
 * they decide between the statement and its alternative (a legal exemption states no consent).
 */
export function statementText(
  obligation: ObligationSlug,
  product: SdkProductSlug,
  language: TextLanguage,
  version: CatalogueVersion,
  answers: Answers = {},
  vendor: SdkVendor = sdkVendor,
): string {
  const entry = catalogueEntry(version, obligation, product);
  const known: AnswersByObligation = { [obligation]: answers };
  const alternative = entry.obligation.alternatives.find(({ when }) => holds(when, known) === true);
  const words = (alternative ?? entry.obligation).statement[language];
  return fill(words, { sdk: entry.product.name[language], vendor: vendor.name[language] });
}

function named<Edition extends { slug: string }>(
  editions: readonly Edition[],
  slug: string,
  version: CatalogueVersion,
): Edition {
  const found = editions.find((edition) => edition.slug === slug);
  if (!found) throw new RangeError(`catalogue version ${version} has no ${slug}`);
  return found;
}
