import { type CatalogueEntry, catalogueEntry } from '../../../../../domain/catalogue';
import { type Answers, type AnswersByObligation, holds } from '../../../../../domain/catalogue/condition';
import type { Field } from '../../../../../domain/catalogue/field';
import type { TextLanguage } from '../../../../../domain/catalogue/text';
import { askedAnswers, validateAnswers } from '../../../../../domain/catalogue/validate';
import type { FieldFault } from '../../../../../domain/errors';
import type { AskedDraft } from './draft/keeper';

/** What one obligation asks of one app, as the catalogue says it in the version that its cycle keeps. */
export function entryOf({ version, obligation, product }: Pick<AskedDraft, 'version' | 'obligation' | 'product'>) {
  return catalogueEntry(version, obligation, product);
}

/** The questions that are asked with these answers. One that hangs on an answer still missing is not asked yet. */
export function questionsAsked({ fields }: CatalogueEntry, known: AnswersByObligation): Field[] {
  return fields.filter((field) => !field.askedWhen || holds(field.askedWhen, known) === true);
}

/** How many questions there are, those that may still come included. */
export function mostQuestions({ fields }: CatalogueEntry, known: AnswersByObligation): number {
  return fields.filter((field) => !field.askedWhen || holds(field.askedWhen, known) !== false).length;
}

/** Whether an answer may be left out, as the conditions stand. */
export function isOptional(field: Field, known: AnswersByObligation): boolean {
  return typeof field.required === 'boolean' ? !field.required : holds(field.required, known) !== true;
}

/** What stands between these answers and a signature, in words of the language. Paths are JSON pointers into the answers. */
export function faultsOf(
  { version, obligation, product, today }: Pick<AskedDraft, 'version' | 'obligation' | 'product' | 'today'>,
  answers: Answers,
  otherAnswers: AnswersByObligation,
  language: TextLanguage,
): FieldFault[] {
  const judged = { version, obligation, product, otherAnswers };
  return validateAnswers({ ...judged, answers: askedAnswers({ ...judged, answers }), today, language });
}

/** The faults of one field, those inside it included. */
export function faultsAt(faults: readonly FieldFault[], path: string): FieldFault[] {
  return faults.filter((fault) => fault.path === path || fault.path.startsWith(`${path}/`));
}
