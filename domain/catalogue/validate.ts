import type { Day } from '../calendar/instant';
import { type CatalogueVersion, fieldsFor } from '../catalogue';
import type { FieldFault } from '../errors';
import type { ObligationSlug } from '../obligations';
import type { SdkProductSlug } from '../products';
import { type Answers, type AnswersByObligation, holds } from './condition';
import { judgeFields } from './judge';
import { fault, isObject, type Judging } from './judging';
import type { TextLanguage } from './text';

/** The answers to one obligation of one app, and what is needed to judge them. */
export interface AnswersToJudge {
  product: SdkProductSlug;
  obligation: ObligationSlug;
  version: CatalogueVersion;
  /** As they came in: nothing about them is taken for granted. */
  answers: unknown;
  /** Answers to the app's other obligations: some questions hang on them. A question that hangs on an absent one is neither asked for nor refused. */
  otherAnswers?: AnswersByObligation;
  /** The developer's day. */
  today: Day;
  /** The language of the messages; English unless told. */
  language?: TextLanguage;
}

/** What is wrong with answers that are to be signed; empty when nothing is. Paths are JSON pointers into the answers. */
export function validateAnswers(given: AnswersToJudge): FieldFault[] {
  return judged(given, false);
}

/** What is wrong with a draft: unknown fields, wrong types and broken limits; what is missing or unfinished is allowed. */
export function validateDraft(given: AnswersToJudge): FieldFault[] {
  return judged(given, true);
}

/** The answers without the fields that the other answers make pointless: what a person left behind when they changed their mind. */
export function askedAnswers(
  given: Omit<AnswersToJudge, 'answers' | 'today' | 'language'> & { answers: Answers },
): Answers {
  const known = { ...given.otherAnswers, [given.obligation]: given.answers };
  const pointless = fieldsFor(given.product, given.obligation, given.version)
    .filter((field) => field.askedWhen && holds(field.askedWhen, known) === false)
    .map((field) => field.slug);
  return Object.fromEntries(Object.entries(given.answers).filter(([slug]) => !pointless.includes(slug)));
}

function judged(given: AnswersToJudge, isDraft: boolean): FieldFault[] {
  const { product, obligation, version, answers, otherAnswers, today, language = 'en' } = given;
  const judging: Judging = { today, language, isDraft, known: { ...otherAnswers }, faults: [] };
  if (!isObject(answers)) {
    fault(judging, '', 'notAnObject');
    return judging.faults;
  }
  judging.known = { ...otherAnswers, [obligation]: answers };
  judgeFields(fieldsFor(product, obligation, version), answers, '', judging);
  return judging.faults;
}
