import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { addDays } from '../../../../../../domain/calendar/zoned';
import { useLanguage } from '../../../../../words/words';
import { useWalkWords } from '../words';
import { type InputProps, useFrame } from './input-props';
import 'dayjs/locale/zh-cn';

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
export function DayInput({ value, onChange, ...props }: InputProps<'date'>) {
  const t = useWalkWords();
  const frame = useFrame(props);
  const language = useLanguage();
  const { fromDays, throughDays } = props.field;
  return (
    <DateInput
      {...frame}
      description={
        <>
          {frame.description} {t('question.dayHint', { today: props.asked.today })}
        </>
      }
      value={typeof value === 'string' ? value : null}
      onChange={(day) => onChange(day ?? undefined)}
      valueFormat="YYYY-MM-DD"
      locale={language === 'zh-CN' ? 'zh-cn' : 'en'}
      minDate={addDays(props.asked.today, fromDays)}
      maxDate={addDays(props.asked.today, throughDays)}
      maw={260}
      clearable={false}
    />
  );
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
