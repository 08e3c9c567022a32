import type { Condition } from './condition';
import type { Text } from './text';

/** One of a list of answers to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: Text;
}

interface FieldBase<Kind extends string> {
  readonly kind: Kind;
  readonly slug: string;
  readonly label: Text;
  readonly hint?: Text;
  /** Must be answered: always, never, or when the condition holds. */
  readonly required: boolean | Condition;
  /** Asked only when this holds; otherwise an answer has no place in a submission. */
  readonly askedWhen?: Condition;
}

/** One line. Lengths count characters after trimming. */
export interface TextField extends FieldBase<'text'> {
  readonly minLength: number;
  readonly maxLength: number;
  /** A regular expression for the whole line, and what to tell when it does not fit. */
  readonly pattern?: { readonly source: string; readonly says: Text };
}
/** Several lines. */
export interface LongTextField extends FieldBase<'longText'> {
  readonly minLength: number;
  readonly maxLength: number;
}
/** A public https address. */
export type UrlField = FieldBase<'url'>;
export interface ChoiceField extends FieldBase<'choice'> {
  readonly options: readonly Choice[];
}
export interface ChoicesField extends FieldBase<'choices'> {
  readonly options: readonly Choice[];
  /** Every option must be chosen, not only one of them. */
  readonly all: boolean;
}
export interface YesNoField extends FieldBase<'yesNo'> {
  /** What to do when only "yes" lets the statement be true. */
  readonly mustBeYes?: Text;
}
/** A whole number. */
export interface NumberField extends FieldBase<'number'> {
  readonly min: number;
  readonly max: number;
  /** A lower maximum where a law sets one. */
  readonly cap?: { readonly max: number; readonly when: Condition; readonly says: Text };
}
/** A day, `YYYY-MM-DD`. Bounds are days from today, negative in the past. */
export interface DateField extends FieldBase<'date'> {
  readonly fromDays: number;
  readonly throughDays: number;
}
/** An ISO 3166-1 alpha-2 code. */
export type CountryField = FieldBase<'country'>;
/** ISO 3166-1 alpha-2 codes, at least one. */
export type CountriesField = FieldBase<'countries'>;
/** Language tags such as `en` or `zh-CN`, at least one. */
export interface LanguagesField extends FieldBase<'languages'> {
  readonly max: number;
}
/** Labels that a person taps, in order, from the first screen on. */
export interface PathField extends FieldBase<'path'> {
  readonly maxTaps: number;
}
/** Where a person goes: `{ url }` or `{ path }`, one of them. */
export interface PlaceField extends FieldBase<'place'> {
  readonly maxTaps: number;
}
/** The id of an uploaded file. */
export interface EvidenceField extends FieldBase<'evidence'> {
  readonly accepts: readonly string[];
}
/** A JSON object, as text. */
export interface JsonField extends FieldBase<'json'> {
  readonly maxLength: number;
}
/** Some fields that are one answer. */
export interface GroupField extends FieldBase<'group'> {
  readonly fields: readonly Field[];
}
/** Rows of the same columns: named rows (an object by row slug), or as many as there are (an array). */
export interface TableField extends FieldBase<'table'> {
  readonly columns: readonly Field[];
  readonly rows:
    | { readonly named: readonly { readonly slug: string; readonly label: Text }[] }
    | { readonly min: number; readonly max: number };
}

export type Field =
  | TextField
  | LongTextField
  | UrlField
  | ChoiceField
  | ChoicesField
  | YesNoField
  | NumberField
  | DateField
  | CountryField
  | CountriesField
  | LanguagesField
  | PathField
  | PlaceField
  | EvidenceField
  | JsonField
  | GroupField
  | TableField;
export type FieldKind = Field['kind'];
export type FieldOf<Kind extends FieldKind> = Extract<Field, { kind: Kind }>;

/** Files that show a screen. */
export const screenFiles: readonly string[] = ['image/png', 'image/jpeg', 'application/pdf'];
/** Files that hold a record. */
export const recordFiles: readonly string[] = ['application/json', 'text/plain', ...screenFiles];

/** The fields inside a field: those of a group, the columns of a table. */
export function fieldsInside(field: Field): readonly Field[] {
  if (field.kind === 'group') return field.fields;
  return field.kind === 'table' ? field.columns : [];
}
