import { VisuallyHidden } from '@mantine/core';
import type { AnswersByObligation } from '../../../../../../domain/catalogue/condition';
import type { FieldKind, FieldOf } from '../../../../../../domain/catalogue/field';
import type { FieldFault } from '../../../../../../domain/errors';
import type { Fault } from '../../../../../problem/fault-summary';
import { useLanguage } from '../../../../../words/words';
import type { AskedDraft } from '../draft/keeper';
import { faultsAt, isOptional } from '../questions';
import { useWalkWords } from '../words';

/** What every input is given: the field, its answer as it stands, and where in the answers it is. */
export interface InputProps<Kind extends FieldKind = FieldKind> {
  field: FieldOf<Kind>;
  value: unknown;
  /** Undefined takes the answer away. */
  onChange: (value: unknown) => void;
  /** JSON pointer into the answers. */
  path: string;
  /** Of the whole question, once it was tried to go on. */
  faults: readonly FieldFault[];
  known: AnswersByObligation;
  asked: AskedDraft;
  /** The heading of the page is its label already. */
  isHeaded?: boolean;
}

/** The id of the input at a place in the answers: error summaries lead there. */
export function inputId(path: string): string {
  return `answer${path.replaceAll('/', '-')}`;
}

/** Faults of answers as the lines of an error summary, each leading to its input. */
export function faultLines(faults: readonly FieldFault[]): Fault[] {
  return faults.map(({ path, message }) => ({ id: inputId(path), text: message }));
}

/** Label, hint and fault of an input, as the library takes them. */
export function useFrame({ field, path, faults, known, isHeaded }: Omit<InputProps, 'value' | 'onChange' | 'asked'>) {
  const t = useWalkWords();
  const language = useLanguage();
  const words = isOptional(field, known)
    ? t('question.optional', { label: field.label[language] })
    : field.label[language];
  return {
    id: inputId(path),
    label: isHeaded ? <VisuallyHidden>{words}</VisuallyHidden> : words,
    description: field.hint?.[language],
    error: faultsAt(faults, path)[0]?.message,
  };
}
