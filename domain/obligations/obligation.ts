import type { Condition } from '../catalogue/condition';
import type { Field } from '../catalogue/field';
import type { Text } from '../catalogue/text';

/** What a developer states instead when a condition holds. */
export interface AlternativeStatement {
  readonly when: Condition;
  readonly statement: Text;
}

/** One edition of one obligation: what the policy says, what the developer states, and what they show for it. Frozen once published. */
export interface Obligation<Slug extends string = string> {
  readonly slug: Slug;
  /** The catalogue version that brought this edition. A later one of the same slug replaces it from its own version on. */
  readonly since: string;
  /** Clauses of the policy's Special Instructions. */
  readonly clauses: readonly string[];
  /** The clauses, word for word, in the language of the policy. */
  readonly clauseText: readonly string[];
  readonly title: Text;
  /** First person plural. `{sdk}` and `{vendor}` are filled in. */
  readonly statement: Text;
  readonly alternatives: readonly AlternativeStatement[];
  readonly help: { readonly explanation: Text; readonly good: Text; readonly bad: Text };
  /** Asked of every product; a product adds its own. */
  readonly fields: readonly Field[];
}
