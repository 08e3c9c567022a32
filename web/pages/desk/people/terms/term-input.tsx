import { NumberInput, TagsInput } from '@mantine/core';
import type { TierTermName, TierTerms } from '../../../../../domain/terms/tier-terms';
import { daysOf } from '../../../../moment/duration';
import { SpanInput } from './span-input';
import { isSame, useTermText } from './term-text';
import { useTermsWords } from './words';

/** One term to be chosen; once it differs from today's, today's stands beneath. */
export function TermInput({
  name,
  wanted,
  today,
  onChange,
  fault,
}: {
  name: TierTermName;
  wanted: TierTerms;
  today: TierTerms;
  onChange: (changed: Partial<TierTerms>) => void;
  fault: string | undefined;
}) {
  const t = useTermsWords();
  const textOf = useTermText();
  const label = t(name === 'shortPeriod' ? 'form.shortPeriod' : `term.${name}`);
  const isChanged = !isSame(wanted, today, name);
  const description = [t(`form.help.${name}`), isChanged && t('form.today', { value: textOf(today, name) })]
    .filter(Boolean)
    .join(' ');
  const look = { id: name, label, description, error: fault };
  const order = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];
  switch (name) {
    case 'period':
    case 'shortPeriod':
      return <SpanInput {...look} value={wanted[name]} onChange={(span) => onChange({ [name]: span })} />;
    case 'remindersBefore':
    case 'remindersAfter':
      return (
        <TagsInput
          {...look}
          value={wanted[name].map(String)}
          onChange={(tags) => onChange({ [name]: numbers(tags, name === 'remindersBefore') })}
          inputWrapperOrder={order}
          inputMode="numeric"
          maxTags={20}
        />
      );
    case 'restrictAfter':
    case 'suspendAfter':
    case 'revokeAfter':
      return (
        <NumberInput
          {...look}
          suffix={t('form.inDays')}
          value={wanted[name]}
          onChange={(days) => onChange({ [name]: Number(days) || 0 })}
          min={0}
          max={730}
          allowDecimal={false}
          allowNegative={false}
          inputWrapperOrder={order}
          required
        />
      );
    default:
      return (
        <NumberInput
          {...look}
          suffix={t('form.inDays')}
          value={daysOf(wanted[name])}
          onChange={(days) => onChange({ [name]: `P${Number(days) || 0}D` })}
          min={1}
          max={365}
          allowDecimal={false}
          allowNegative={false}
          inputWrapperOrder={order}
          required
        />
      );
  }
}

/** Whole days of what was typed, in the order in which they come. */
function numbers(tags: readonly string[], isDown: boolean): number[] {
  const days = [...new Set(tags.filter((tag) => /^\d{1,3}$/.test(tag.trim())).map(Number))];
  return days.sort((one, other) => (isDown ? other - one : one - other));
}
