import type { Day } from '../calendar/instant';
import type { FieldFault } from '../errors';
import type { AnswersByObligation } from './condition';
import { type FaultKind, faultWords } from './fault-words';
import { fill, type Text, type TextLanguage } from './text';

/** What judging needs to know beside a field and its value. */
export interface Judging {
  today: Day;
  language: TextLanguage;
  /** All answers known, those judged included: conditions look at them. */
  known: AnswersByObligation;
  /** A draft: what is missing, or not asked at the moment, is no fault. */
  isDraft: boolean;
  faults: FieldFault[];
}

/** The most faults that are told at once: whoever sends more has sent something else altogether. */
const mostFaults = 100;

/** Notes one fault, in the words of the table or in the field's own. */
export function fault(
  judging: Judging,
  path: string,
  said: FaultKind | Text,
  values: Readonly<Record<string, string | number>> = {},
): void {
  if (judging.faults.length >= mostFaults) return;
  const words = typeof said === 'string' ? faultWords[said] : said;
  const message = typeof said === 'string' ? fill(words[judging.language], values) : words[judging.language];
  judging.faults.push({ path, message });
}

/** Characters that show nothing, or turn what is shown around: they must not hide in words that are signed. */
export const controlCharacter = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** The text trimmed, or null after a fault was noted. An empty one in a draft is only unfinished. */
export function textWithin(
  field: { label: Text; minLength: number; maxLength: number },
  value: unknown,
  path: string,
  judging: Judging,
): string | null {
  const label = field.label[judging.language];
  if (typeof value !== 'string') {
    fault(judging, path, 'notText', { label });
    return null;
  }
  const words = value.trim();
  if (words === '') {
    if (!judging.isDraft) fault(judging, path, 'missing', { label });
    return null;
  }
  // The whole of it counts for the maximum, or blanks would pass any limit.
  if (value.length > field.maxLength) {
    fault(judging, path, 'tooLong', { label, max: field.maxLength, length: value.length });
    return null;
  }
  if (words.length < field.minLength) {
    if (!judging.isDraft) fault(judging, path, 'tooShort', { label, min: field.minLength });
    return null;
  }
  return words;
}

/** The list, or null after a fault was noted about its type, its length or an item named twice. */
export function listWithin(
  value: unknown,
  { min, max }: { min: number; max: number },
  label: string,
  path: string,
  judging: Judging,
): unknown[] | null {
  if (!Array.isArray(value)) {
    fault(judging, path, 'notAList', { label });
    return null;
  }
  if (value.length > max) {
    fault(judging, path, 'tooMany', { label, max });
    return null;
  }
  if (value.length < min && !judging.isDraft) fault(judging, path, 'tooFew', { label, min });
  for (const [index, item] of value.entries()) {
    if (typeof item === 'string' && value.indexOf(item) < index) {
      fault(judging, `${path}/${index}`, 'twice', { value: item.slice(0, 60) });
    }
  }
  return value;
}

/** True for a plain object of JSON. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
