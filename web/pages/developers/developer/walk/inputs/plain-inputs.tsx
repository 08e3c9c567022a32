import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { addDays } from '../../../../../../domain/calendar/zoned';
import { DayInput } from '../../../../../moment/day-input';
import { useWalkWords } from '../words';
import { type InputProps, useFrame } from './input-props';

/** One line. */
export function LineInput({ value, onChange, ...props }: InputProps<'text' | 'url'>) {
  const frame = useFrame(props);
  const { field } = props;
  return (
    <TextInput
      {...frame}
      value={wordsOf(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(field.kind === 'url'
        ? { type: 'url', placeholder: 'https://', inputMode: 'url' as const }
        : { maxLength: field.maxLength })}
    />
  );
}

/** Several lines, with how many characters are used. */
export function LinesInput({ value, onChange, ...props }: InputProps<'longText'>) {
  const t = useWalkWords();
  const frame = useFrame(props);
  const { maxLength } = props.field;
  const words = wordsOf(value);
  return (
    <Textarea
      {...frame}
      description={
        <>
          {frame.description} {t('question.length', { length: words.length, max: maxLength })}
        </>
      }
      value={words}
      onChange={(event) => onChange(event.currentTarget.value)}
      autosize
      minRows={4}
      maxRows={16}
      maxLength={maxLength}
    />
  );
}

/** A whole number. */
export function CountInput({ value, onChange, ...props }: InputProps<'number'>) {
  const frame = useFrame(props);
  return (
    <NumberInput
      {...frame}
      value={typeof value === 'number' ? value : ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
      allowDecimal={false}
      allowNegative={false}
      min={props.field.min}
      max={props.field.max}
      clampBehavior="none"
      hideControls
      inputMode="numeric"
      maw={180}
    />
  );
}

/** A day: typed, or chosen from a calendar. */
export function DateInput({ value, onChange, ...props }: InputProps<'date'>) {
  const t = useWalkWords();
  const frame = useFrame(props);
  const { fromDays, throughDays } = props.field;
  return (
    <DayInput
      {...frame}
      description={
        <>
          {frame.description} {t('question.dayHint', { today: props.asked.today })}
        </>
      }
      value={typeof value === 'string' ? value : null}
      onChange={(day) => onChange(day ?? undefined)}
      earliest={addDays(props.asked.today, fromDays)}
      latest={addDays(props.asked.today, throughDays)}
      clearable={false}
    />
  );
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
