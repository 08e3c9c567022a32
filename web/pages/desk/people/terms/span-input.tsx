import { Group, NumberInput, Select } from '@mantine/core';
import { useTermsWords } from './words';

const units = ['D', 'W', 'M', 'Y'] as const;
type Unit = (typeof units)[number];
const words = { D: 'days', W: 'weeks', M: 'months', Y: 'years' } as const;

/** A duration of one unit as a number and its unit: `P6M` is 6 months. Others, as from the settings, are shown as no number. */
export function SpanInput({
  id,
  label,
  description,
  value,
  onChange,
  error,
}: {
  id: string;
  label: string;
  description: string | undefined;
  /** ISO 8601. */
  value: string;
  onChange: (duration: string) => void;
  error: string | undefined;
}) {
  const t = useTermsWords();
  const [, count = '', unit = 'D'] = /^P(\d+)([DWMY])$/.exec(value) ?? [];
  return (
    <Group align="flex-start" gap="xs" wrap="nowrap">
      <NumberInput
        id={id}
        label={label}
        description={description}
        value={count === '' ? '' : Number(count)}
        onChange={(number) => onChange(`P${Number(number) || 0}${unit}`)}
        error={error}
        min={1}
        max={1096}
        allowDecimal={false}
        allowNegative={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        flex={1}
        required
      />
      <Select
        label={t('form.unit')}
        data={units.map((one) => ({ value: one, label: t(`form.${words[one]}`) }))}
        value={unit}
        onChange={(other) => onChange(`P${Number(count) || 0}${(other ?? 'D') as Unit}`)}
        allowDeselect={false}
        w={120}
      />
    </Group>
  );
}
