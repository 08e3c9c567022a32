import type { Field } from '../catalogue/field';
import type { Text } from '../catalogue/text';

/** One edition of one SDK product: how it is named, and what it is asked beside what every product is. Frozen once published. */
export interface SdkProduct<Slug extends string = string> {
  readonly slug: Slug;
  /** The catalogue version that brought this edition. */
  readonly since: string;
  readonly name: Text;
  /** Other names by which a privacy policy may call it. */
  readonly aliases: readonly string[];
  /** By obligation slug. */
  readonly differences: Readonly<Partial<Record<string, ProductDifferences>>>;
}

/** How the fields of one obligation differ for one product. */
export interface ProductDifferences {
  /** Asked before the fields that every product has. */
  readonly first?: readonly Field[];
  /** Asked after them. */
  readonly last?: readonly Field[];
  /** Slugs of common fields that make no sense here. */
  readonly omits?: readonly string[];
}
